// Where the others write in this cell: a line with their name.
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { DraftSession } from './draft-session.ts'

function caretOf(name: string): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'draft-caret'
  const label = document.createElement('span')
  label.textContent = name
  caret.append('\u2060', label)
  return caret
}

export function remoteCarets(session: DraftSession, cell: string): Plugin {
  return new Plugin({
    props: {
      decorations(state) {
        const sync = ySyncPluginKey.getState(state)
        if (!sync?.binding) return null
        const size = state.doc.content.size
        const carets = session.state.people.flatMap(({ at, name, connection }) => {
          if (at?.cell !== cell || connection === session.state.connection) return []
          try {
            const head = Y.createRelativePositionFromJSON(at.head)
            const place = relativePositionToAbsolutePosition(session.doc, sync.type, head, sync.binding.mapping)
            if (place === null) return []
            return Decoration.widget(Math.min(place, size), () => caretOf(name), { key: connection, side: 10 })
          } catch {
            return []
          }
        })
        return DecorationSet.create(state.doc, carets)
      },
    },
    view(view) {
      let people = session.state.people
      const stop = session.subscribe(() => {
        if (session.state.people === people) return
        people = session.state.people
        view.dispatch(view.state.tr.setMeta('addToHistory', false))
      })
      return { destroy: stop }
    },
  })
}
