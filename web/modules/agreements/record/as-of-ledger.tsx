// Promises, deeds and documents of an agreement as they stood.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { FileText, ListChecks } from 'lucide-react'
import type { FileView } from '#modules/agreements/agreement.contract.ts'
import { filePurposeTerms } from '#modules/agreements/agreement.terms.ts'
import type { AgreementAsOf } from '#modules/agreements/as-of.contract.ts'
import type { EntryView } from '#modules/ledger/ledger.contract.ts'
import { entryStateTerms } from '#modules/ledger/ledger.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'
import { CommitmentCard } from '../../ledger/commitment-card.tsx'
import { DirectionLine } from '../../ledger/direction-line.tsx'
import { useLedgerWords } from '../../ledger/ledger-words.ts'
import { ChangedMark } from '../../registry/as-of-parts.tsx'

interface Props {
  answer: AgreementAsOf
}

export function CommitmentsThen({ answer: { commitments, changedSince } }: Props) {
  const { t } = useLingui()
  if (commitments.length === 0) return <EmptyState icon={<ListChecks />} title={t`Nothing had been promised by then`} />
  return (
    <ul className="divide-y divide-line">
      {commitments.map(commitment => (
        <CommitmentCard
          key={commitment.id}
          commitment={commitment}
          mark={changedSince.includes(commitment.id) && <ChangedMark />}
        />
      ))}
    </ul>
  )
}

export function EntriesThen({ answer: { entries, entryCount, changedSince } }: Props) {
  const { t } = useLingui()
  if (entries.length === 0) return <EmptyState icon={<ListChecks />} title={t`No deed had been recorded by then`} />
  return (
    <>
      <ul className="divide-y divide-line border-y border-line text-sm">
        {entries.map(entry => (
          <EntryLine key={entry.id} entry={entry} isChanged={changedSince.includes(entry.id)} />
        ))}
      </ul>
      {entryCount > entries.length && (
        <p className="mt-2 text-xs text-muted">
          <Trans>
            The latest of <Plural value={entryCount} one="# entry" other="# entries" />.
          </Trans>
        </p>
      )}
    </>
  )
}

function EntryLine({ entry, isChanged }: { entry: EntryView; isChanged: boolean }) {
  const term = useTerm()
  const { date, dateRange } = useFormat()
  const words = useLedgerWords()
  const { startsOn, endsOn } = entry
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
      <span className="min-w-0 flex-1 basis-60">
        <span className="font-medium">
          {words.quantity(entry.quantity, entry.unit, entry.currency)} ·{' '}
          {entry.title ? <bdi>{entry.title}</bdi> : words.kind(entry.kind)}
        </span>
        <DirectionLine from={entry.from} to={entry.to} />
      </span>
      {isChanged && <ChangedMark />}
      <span className="text-xs text-muted">
        {endsOn && endsOn.on !== startsOn.on ? dateRange(startsOn, endsOn) : date(startsOn)}
      </span>
      <StatusDot tone={entry.status === 'confirmed' ? 'ok' : 'info'}>{term(entryStateTerms[entry.status])}</StatusDot>
    </li>
  )
}

export function DocumentsThen({ answer: { agreement, changedSince } }: Props) {
  const { t } = useLingui()
  const { files } = agreement
  if (files.length === 0) return <EmptyState icon={<FileText />} title={t`No document was kept by then`} />
  const replaced = new Set(files.map(file => file.replacesId))
  return (
    <ul className="divide-y divide-line border-y border-line text-sm">
      {files.map(file => (
        <FileLine
          key={file.id}
          file={file}
          isReplaced={replaced.has(file.id)}
          isChanged={changedSince.includes(file.id)}
        />
      ))}
    </ul>
  )
}

function FileLine({ file, isReplaced, isChanged }: { file: FileView; isReplaced: boolean; isChanged: boolean }) {
  const { t } = useLingui()
  const term = useTerm()
  const { fileSize, languageName, instant } = useFormat()
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
      <span className="min-w-0 flex-1 basis-60">
        <span className="font-medium break-words">
          <bdi>{file.name}</bdi>
        </span>
        <span className="block text-xs text-muted">
          {[
            term(filePurposeTerms[file.purpose]),
            isReplaced && t`earlier version`,
            file.language && languageName(file.language),
            fileSize(file.bytes),
            instant(file.addedAt),
            file.addedBy,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {isChanged && <ChangedMark />}
    </li>
  )
}
