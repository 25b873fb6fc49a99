// What the command palette finds: everything by its words, in groups, and the page with all of it.
import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { searchEverything } from '#modules/search/search.contract.ts'
import { foundKindTerms } from '#modules/search/search.terms.ts'
import { call } from '../../core/api.ts'
import { term } from '../../core/i18n.ts'
import type { CommandProvider } from '../../kit/commands.ts'
import { plainText } from '../../kit/marked-text.tsx'

export const searchCommands: CommandProvider = {
  title: () => i18n._(msg`Search`),
  async find(text, signal) {
    const { groups } = await call(searchEverything, { query: { q: text, limit: 5 }, signal })
    const found = groups.flatMap(group =>
      group.items.map(item => ({
        id: `found ${item.kind} ${item.id}`,
        label: plainText(item.title),
        pieces: item.title,
        group: term(foundKindTerms[item.kind]),
        detail: [item.number, item.title.some(piece => piece.hit) ? item.of : item.excerpt && plainText(item.excerpt)]
          .filter(Boolean)
          .join(' · '),
        to: item.path,
      })),
    )
    const page = `/search?q=${encodeURIComponent(text)}`
    return [...found, { id: 'search everything', label: i18n._(msg`All results for “${text}”`), to: page }]
  },
}
