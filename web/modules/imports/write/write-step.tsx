// Step 4: what will be written, the last choices, the one button; afterwards what was written and where it leads.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { PenLine } from 'lucide-react'
import { getImport, type ImportRun, listImports, listRows, writeImport } from '#modules/imports/import.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Link } from '../../../kit/link.tsx'
import { NumberTile, NumberTiles } from '../../../kit/number-tile.tsx'
import { RadioGroup } from '../../../kit/radio-group.tsx'
import { may, reasonAgainst } from '../import-words.tsx'
import { useDoubtfulPartners } from '../partners/use-partner-decisions.ts'
import { type Mapping, useMapping } from '../use-mapping.ts'
import { WrittenResult } from './written-result.tsx'

export function WriteStep({ run }: { run: ImportRun }) {
  if (run.state === 'written' || run.state === 'undone') return <WrittenResult run={run} />
  return <BeforeWriting run={run} />
}

/** Rows that will be written; doubtful ones only when they are wanted. */
function useWriteCount(run: ImportRun, isDoubtfulLeftOut: boolean): number {
  const { create, update } = run.totals
  const doubtful = useCall(listRows, {
    params: { id: run.id },
    query: { status: ['doubtful'], outcome: ['create', 'update'], limit: 1 },
  })
  return create + update - (isDoubtfulLeftOut ? (doubtful.data?.total ?? 0) : 0)
}

function BeforeWriting({ run }: { run: ImportRun }) {
  const mapping = useMapping(run)
  const isDoubtfulLeftOut = (mapping.pending.options?.doubtful ?? run.options.doubtful) === 'skip'
  const count = useWriteCount(run, isDoubtfulLeftOut)
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <Totals run={run} />
      <OpenThings run={run} />
      <Choices run={run} mapping={mapping} />
      <WriteButton run={run} count={count} isWaiting={mapping.isWaiting} />
    </div>
  )
}

function Totals({ run }: { run: ImportRun }) {
  const { t } = useLingui()
  const { number } = useFormat()
  const { totals } = run
  const link = (search: Record<string, unknown>) => ({
    to: '/imports/$importId',
    params: { importId: run.id },
    search: { step: 'rows', ...search },
  })
  const isList = run.listKind === 'organisations'
  return (
    <NumberTiles>
      <NumberTile
        label={isList ? t`New organisations` : t`New agreements`}
        value={number(totals.create)}
        link={link({ outcome: 'create' })}
      />
      <NumberTile label={t`Changed`} value={number(totals.update)} link={link({ outcome: 'update' })} />
      <NumberTile label={t`Already there`} value={number(totals.same)} link={link({ outcome: 'same' })} />
      <NumberTile
        label={t`Not written`}
        value={number(totals.skipped + totals.error)}
        link={link({ outcome: 'skip' })}
      />
      <NumberTile
        label={t`New, unverified partners`}
        value={number(totals.partnersNew)}
        link={{
          to: '/imports/$importId',
          params: { importId: run.id },
          search: { step: 'partners', open: 'new' },
        }}
      />
    </NumberTiles>
  )
}

/** What is still doubtful, with the way there; nothing of it has to be settled first. */
function OpenThings({ run }: { run: ImportRun }) {
  const { totals } = run
  const { remaining } = useDoubtfulPartners(run)
  const go = (search: Record<string, unknown>) => ({
    to: '/imports/$importId',
    params: { importId: run.id },
    search,
  })
  if (totals.error + remaining === 0) return null
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {remaining > 0 && (
        <li>
          <Link {...go({ step: 'partners' })}>
            <Plural value={remaining} one="# partner is doubtful." other="# partners are doubtful." />
          </Link>{' '}
          <span className="text-muted">
            <Trans>Written as they are, they become new, unverified organisations.</Trans>
          </span>
        </li>
      )}
      {totals.error > 0 && (
        <li>
          <Link {...go({ step: 'rows', status: 'error' })}>
            <Plural value={totals.error} one="# row has an error." other="# rows have an error." />
          </Link>{' '}
          <span className="text-muted">
            <Trans>Rows with an error are not written until they are corrected; they stay in this import.</Trans>
          </span>
        </li>
      )}
    </ul>
  )
}

function Choices({ run, mapping }: { run: ImportRun; mapping: Mapping }) {
  const { t } = useLingui()
  const { number } = useFormat()
  const { totals } = run
  const chosen = { ...run.options, ...mapping.pending.options }
  const isDisabled = run.state === 'writing' || run.state === 'cancelled'
  const doubtful = number(totals.doubtful)
  const promises = number(totals.commitments)
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      {totals.doubtful > 0 && (
        <RadioGroup
          label={t`Doubtful rows (${doubtful})`}
          isDisabled={isDisabled}
          choices={[
            {
              id: 'write',
              label: t`Write them as they were understood`,
              detail: t`The doubt and the original cell stay visible on the record.`,
            },
            { id: 'skip', label: t`Leave them out`, detail: t`They can be written later by bringing the list again.` },
          ]}
          value={chosen.doubtful}
          onChange={value => mapping.change({ options: { doubtful: value } })}
        />
      )}
      {totals.commitments > 0 && (
        <RadioGroup
          label={t`Promises found in the list (${promises})`}
          isDisabled={isDisabled}
          choices={[
            { id: 'chosen', label: t`Only those that were ticked in the rows` },
            { id: 'all', label: t`All of them become commitments` },
            { id: 'none', label: t`None`, detail: t`They stay in the text of the rows.` },
          ]}
          value={chosen.commitments}
          onChange={value => mapping.change({ options: { commitments: value } })}
        />
      )}
    </div>
  )
}

interface WriteButtonProps {
  run: ImportRun
  count: number
  isWaiting: boolean
}

function WriteButton({ run, count, isWaiting }: WriteButtonProps) {
  const write = useWrite(writeImport, { refreshes: [getImport, listImports] })
  const start = () =>
    write.mutateAsync({ params: { id: run.id }, body: { version: run.version } }).catch(() => undefined)
  const reason =
    may(run, 'write') || run.state === 'planning' || run.state === 'writing' ? null : reasonAgainst(run, 'write')
  return (
    <div className="flex flex-col items-start gap-3 border-t border-line pt-5">
      {write.error && <Banner tone="bad">{sentenceFor(write.error)}</Banner>}
      {reason && <p className="text-sm text-muted">{reason}</p>}
      {count === 0 && may(run, 'write') && (
        <p className="text-sm text-muted">
          <Trans>There is nothing to write: what the list says is here already, is left out, or has an error.</Trans>
        </p>
      )}
      <Button
        variant="primary"
        icon={<PenLine aria-hidden className="size-4" />}
        isDisabled={!may(run, 'write') || isWaiting || count === 0}
        isPending={write.isPending || run.state === 'writing'}
        onPress={() => void start()}
      >
        {run.listKind === 'agreements' ? (
          <Plural value={count} one="Write # agreement" other="Write # agreements" />
        ) : (
          <Plural value={count} one="Write # organisation" other="Write # organisations" />
        )}
      </Button>
      <p className="text-xs text-muted">
        <Trans>
          Everything is written at once or not at all. As long as nobody has built on it, the whole import can be taken
          back.
        </Trans>
      </p>
    </div>
  )
}
