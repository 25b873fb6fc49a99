// Writing a draft together: the bar, the clauses, and what is opened beside them.
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import type { EditorView } from '@tiptap/pm/view'
import { Plus } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import {
  compareDraftVersions,
  type DraftView,
  getDraft,
  listDraftVersions,
  settleClause,
} from '#modules/drafting/draft.contract.ts'
import { cellName } from '#modules/drafting/draft-form.states.ts'
import { useWrite } from '../../../core/query.ts'
import { useSession } from '../../../core/session.ts'
import { readText, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Drawer } from '../../../kit/drawer.tsx'
import { SkeletonBox } from '../../../kit/skeleton.tsx'
import { Comments } from '../../collaboration/comments.tsx'
import { directionFor, numbersOf, useLanguageNames } from '../clause-words.ts'
import { columns } from '../columns.ts'
import { PromiseDrawer } from '../promise-drawer.tsx'
import { addClause } from './clause-edits.ts'
import { ClauseRow } from './clause-row.tsx'
import { DraftBar } from './draft-bar.tsx'
import { type DraftSession, openSession } from './draft-session.ts'
import { Draft, type DraftContext, useClauses, useDraft, useSessionState } from './session-hooks.ts'

function useOpenSession(view: DraftView, personId: string | undefined): DraftSession | null {
  const client = useQueryClient()
  const [session, setSession] = useState<DraftSession | null>(null)
  const { id } = view.agreement
  // biome-ignore lint/correctness/useExhaustiveDependencies: the right that the page began with; the connection follows it from then on
  useEffect(() => {
    if (!personId) return
    const opened = openSession(id, personId, view.right, () => {
      for (const { path } of [getDraft, listDraftVersions, compareDraftVersions])
        void client.invalidateQueries({ queryKey: [path] })
    })
    setSession(opened)
    return () => opened.close()
  }, [client, id, personId])
  return session
}

export function DraftEditor({ view }: { view: DraftView }) {
  const person = useSession()?.person
  const session = useOpenSession(view, person?.id)
  if (!session || !view.draft) return <SkeletonBox height={480} />
  return <OpenEditor view={view} session={session} ownName={person?.name ?? ''} />
}

interface OpenProps {
  view: DraftView
  session: DraftSession
  ownName: string
}

function OpenEditor({ view, session, ownName }: OpenProps) {
  const { right, people, generation, key } = useSessionState(session)
  const [wants, setWants] = useState(false)
  const [active, activate] = useState<string | null>(null)
  const editor = useRef<EditorView | null>(null)
  const { languages } = view.draft!.text
  const suggests = right === 'suggest' || wants
  const { authors } = view.draft!
  const nameOf = useCallback(
    (author: string) =>
      author === key
        ? ownName
        : (people.find(one => one.key === author)?.name ?? authors.find(one => one.key === author)?.name ?? '…'),
    [people, authors, key, ownName],
  )
  const context: DraftContext = useMemo(
    () => ({ session, languages, suggests, active, activate, view: editor, nameOf }),
    [session, languages, suggests, active, nameOf],
  )
  return (
    <Draft value={context} key={generation}>
      <Refused />
      <DraftBar onSuggests={setWants} />
      <Clauses view={view} />
    </Draft>
  )
}

/** What the server did not take is told, and nothing of it is lost. */
function Refused() {
  const { t } = useLingui()
  const { session } = useDraft()
  const { refusal } = useSessionState(session)
  if (!refusal) return null
  return (
    <Banner
      tone="bad"
      className="mb-3"
      title={refusal.sentence}
      actions={<Button onPress={() => session.forgetRefusal()}>{t`Close`}</Button>}
    >
      {refusal.text && (
        <>
          <Trans>Your words were not taken. Copy what you still need:</Trans>
          <blockquote dir="auto" className="mt-1 max-h-40 overflow-y-auto whitespace-pre-wrap text-ink">
            {refusal.text}
          </blockquote>
        </>
      )}
    </Banner>
  )
}

const readers = { clause: readText }

function Clauses({ view }: { view: DraftView }) {
  const { t } = useLingui()
  const named = useLanguageNames()
  const { session, languages, suggests, activate } = useDraft()
  const { right, key, status } = useSessionState(session)
  const clauses = useClauses(session.doc)
  const numbers = useMemo(() => numbersOf(clauses), [clauses])
  const [{ clause: linked }] = useUrlState(readers)
  const [talked, setTalked] = useState<string | null>(linked ?? null)
  const [promised, setPromised] = useState<string | null>(null)
  const { prevailing, title } = view.draft!.text
  const settled = new Set(view.draft!.settled.map(one => one.clauseId))
  const promises = Map.groupBy(view.draft!.promises, promise => promise.clauseId)
  if (status === 'connecting' && clauses.length === 0) return <SkeletonBox height={400} />
  const add = () => {
    const last = clauses.at(-1)
    const writer = { doc: session.doc, languages, suggestsAs: suggests ? key : null }
    activate(cellName(addClause(writer, last?.id ?? null, 'article'), languages[0]!))
  }
  return (
    <>
      <div className="rounded-lg border border-line bg-surface">
        <div className={`${columns(languages.length)} border-b border-line px-4 py-3`}>
          {languages.map(language => (
            <div key={language} lang={language} dir={directionFor(language)}>
              <p className="text-xs text-muted">
                {named(language)}
                {prevailing === language && ` · ${t`prevails`}`}
              </p>
              <p className="text-lg font-semibold">{title[language]}</p>
            </div>
          ))}
        </div>
        {clauses.map(clause => (
          <ClauseRow
            key={clause.id}
            clause={clause}
            number={numbers.get(clause.id) ?? null}
            isSettled={settled.has(clause.id)}
            promises={promises.get(clause.id)?.length ?? 0}
            onTalk={setTalked}
            onPromise={setPromised}
          />
        ))}
        {right !== 'read' && (
          <div className="px-4 py-3">
            <Button icon={<Plus aria-hidden className="size-4" />} onPress={add}>{t`Add a clause`}</Button>
          </div>
        )}
      </div>
      {talked && <Talk view={view} clauseId={talked} isSettled={settled.has(talked)} onClose={() => setTalked(null)} />}
      {promised && <PromiseDrawer view={view} clauseId={promised} onClose={() => setPromised(null)} />}
    </>
  )
}

interface TalkProps {
  view: DraftView
  clauseId: string
  isSettled: boolean
  onClose(): void
}

function Talk({ view, clauseId, isSettled, onClose }: TalkProps) {
  const { t } = useLingui()
  const settle = useWrite(settleClause, { refreshes: [getDraft] })
  return (
    <Drawer isOpen onClose={onClose} title={t`Comments on this clause`}>
      <div className="flex flex-col gap-4 p-6">
        {view.right === 'edit' && (
          <div>
            <Button
              isPending={settle.isPending}
              onPress={() =>
                settle.mutate({ params: { id: view.agreement.id, clauseId }, body: { isSettled: !isSettled } })
              }
            >
              {isSettled ? t`Open the talk again` : t`This is settled`}
            </Button>
          </div>
        )}
        <Comments record={{ subject: 'draft_clause', id: clauseId }} />
      </div>
    </Drawer>
  )
}
