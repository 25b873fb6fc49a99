// The suggestions in a clause with who made each, to be taken in or turned down.
import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { decideSuggestions, getDraft } from '#modules/drafting/draft.contract.ts'
import type { ClauseFacts, DraftBlock } from '#modules/drafting/draft-form.states.ts'
import { anchor, authorOf, madeAt, suggestionsIn } from '#modules/drafting/suggestions.states.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useWrite } from '../../../core/query.ts'
import { Button } from '../../../kit/button.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useDraft, useSessionState } from './session-hooks.ts'

interface Suggestion {
  id: string
  author: string
  parts: { kind: 'insertion' | 'deletion'; text: string }[]
}

export function useDecide(): {
  decide(ids: string[] | null, decision: 'take_in' | 'turn_down'): void
  isPending: boolean
} {
  const { agreementId } = useParams({ strict: false }) as { agreementId: string }
  const write = useWrite(decideSuggestions, { refreshes: [getDraft] })
  return {
    isPending: write.isPending,
    decide: (ids, decision) =>
      write.mutate(
        { params: { id: agreementId }, body: { ids, decision } },
        { onError: error => toast({ text: sentenceFor(error) }) },
      ),
  }
}

function listSuggestions(clause: ClauseFacts, cells: Record<string, DraftBlock[]>): Suggestion[] {
  const whole = (['addition', 'removal'] as const).flatMap(mark =>
    clause[mark] === null ? [] : { id: `${mark}:${clause.id}`, author: clause[mark], parts: [] },
  )
  const inText = Object.values(cells).flatMap(blocks =>
    [...suggestionsIn(blocks)].map(([id, parts]) => ({ id, author: authorOf(id), parts })),
  )
  return [...whole, ...inText]
}

export function ClauseSuggestions({ clause, cells }: { clause: ClauseFacts; cells: Record<string, DraftBlock[]> }) {
  const { t } = useLingui()
  const suggestions = listSuggestions(clause, cells)
  if (suggestions.length === 0) return null
  return (
    <ul aria-label={t`Suggestions in this clause`} className="mt-2 divide-y divide-line border-t border-line text-xs">
      {suggestions.map(suggestion => (
        <Item key={suggestion.id} suggestion={suggestion} />
      ))}
    </ul>
  )
}

const short = (text: string): string => {
  const words = text.replaceAll(anchor, '¶')
  return words.length > 120 ? `${words.slice(0, 120)}…` : words
}

function Item({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useLingui()
  const { instant } = useFormat()
  const { session, nameOf } = useDraft()
  const { right, status } = useSessionState(session)
  const { decide, isPending } = useDecide()
  const made = madeAt(suggestion.id)
  const ids = [suggestion.id]
  const isAway = status !== 'open'
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
      <span className="text-muted">
        <bdi>{nameOf(suggestion.author)}</bdi>
        {Number.isFinite(made) && ` · ${instant(new Date(made).toISOString())}`}
      </span>
      <span className="draft-piece min-w-0 flex-1 basis-40">
        {suggestion.parts.length === 0 && <Trans>the whole clause</Trans>}
        {suggestion.parts.map((part, at) =>
          part.kind === 'insertion' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no names and hold no state
            <ins key={at} dir="auto">
              {short(part.text)}
            </ins>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <del key={at} dir="auto">
              {short(part.text)}
            </del>
          ),
        )}
      </span>
      {right === 'edit' && (
        <span className="flex gap-1">
          <Button
            size="small"
            isDisabled={isAway}
            isPending={isPending}
            onPress={() => decide(ids, 'take_in')}
          >{t`Take in`}</Button>
          <Button
            size="small"
            variant="quiet"
            isDisabled={isAway}
            isPending={isPending}
            onPress={() => decide(ids, 'turn_down')}
          >
            {t`Turn down`}
          </Button>
        </span>
      )}
    </li>
  )
}
