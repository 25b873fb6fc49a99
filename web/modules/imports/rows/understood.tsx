// What a row was understood to say: doubts first, then the facts with how they were written, then what it promises.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ImportRow, ImportRun } from '#modules/imports/import.contract.ts'
import { type KnownDate, useFormat } from '../../../core/format.ts'
import { Bdi } from '../../../kit/bdi.tsx'
import { DescriptionList, type Fact } from '../../../kit/description-list.tsx'
import { Link } from '../../../kit/link.tsx'
import { Dot } from '../../../kit/status-dot.tsx'
import { Tag } from '../../../kit/tag.tsx'
import { partnerOutcomeWords } from '../import-words.tsx'
import { useKindWord, useRenewalWord, useStateWord } from './agreement-words.ts'
import { Proposals } from './proposals.tsx'
import { Differences, Similar } from './similar.tsx'
import type { RowDecision } from './use-row-decisions.ts'

export interface UnderstoodProps {
  run: ImportRun
  row: ImportRow
  isDisabled: boolean
  onDecide: (decision: RowDecision) => void
}

const severityTones = { info: 'quiet', doubt: 'warn', error: 'bad' } as const

export function Understood(props: UnderstoodProps) {
  const { run, row } = props
  const { t } = useLingui()
  return (
    <section aria-label={t`Understood as`} className="flex min-w-0 flex-col gap-5">
      {row.doubts.length > 0 && <Doubts row={row} />}
      <Similar {...props} />
      <div>
        <h3 className="mb-2 text-xs font-medium text-muted">
          <Trans>Understood as</Trans>
        </h3>
        <DescriptionList facts={useFacts(run, row)} />
      </div>
      {row.differences.length > 0 && <Differences row={row} />}
      {row.commitments.length > 0 && <Proposals {...props} />}
      {row.agreementId && run.state === 'written' && (
        <p className="text-sm">
          <Link to="/agreements/$agreementId" params={{ agreementId: row.agreementId }}>{t`Open the agreement`}</Link>
        </p>
      )}
      {row.organisationId && run.state === 'written' && (
        <p className="text-sm">
          <Link
            to="/organisations/$organisationId"
            params={{ organisationId: row.organisationId }}
          >{t`Open the organisation`}</Link>
        </p>
      )}
    </section>
  )
}

function Doubts({ row }: { row: ImportRow }) {
  const { t } = useLingui()
  return (
    <ul aria-label={t`What is doubtful`} className="flex flex-col gap-2 text-sm">
      {row.doubts.map((doubt, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row may have the same doubt twice
        <li key={index} className="flex gap-2.5">
          <span className="flex h-lh items-center">
            <Dot tone={severityTones[doubt.severity]} />
          </span>
          <span className="min-w-0">
            {doubt.columnName && (
              <span className="me-1.5 text-muted">
                <Bdi>{doubt.columnName}</Bdi>:
              </span>
            )}
            {doubt.text}
          </span>
        </li>
      ))}
    </ul>
  )
}

function useFacts(run: ImportRun, row: ImportRow): Fact[] {
  const { t } = useLingui()
  const format = useFormat()
  const kindWord = useKindWord()
  const stateWord = useStateWord()
  const renewalWord = useRenewalWord()
  const written = (date: (KnownDate & { written?: string | undefined }) | null) =>
    date?.written && (
      <Trans>
        written: <Bdi>{date.written}</Bdi>
      </Trans>
    )
  const dated = (label: string, date: ImportRow['signed']): Fact => ({
    label,
    value: date && format.date(date, 'long'),
    note: written(date),
  })
  const partners: Fact = {
    label: row.partners.length > 1 ? t`Partners` : t`Partner`,
    value: row.partners.length > 0 && <Partners run={run} row={row} />,
  }
  if (run.listKind === 'organisations') return [partners]
  const end: Fact =
    row.endKind === 'none'
      ? { label: t`Ends`, value: t`No end date`, note: written(row.expires) }
      : dated(t`Ends`, row.expires)
  return [
    { label: t`Title`, value: row.title && <Bdi>{row.title}</Bdi> },
    ...(row.number ? [{ label: t`Number`, value: <Bdi>{row.number}</Bdi> }] : []),
    {
      label: t`Kind`,
      value: row.kinds.length > 0 && (
        <span className="flex flex-wrap gap-1">
          {row.kinds.map(kind => (
            <Tag key={kind}>{kindWord(kind)}</Tag>
          ))}
        </span>
      ),
    },
    partners,
    dated(t`Signed`, row.signed),
    ...(row.inForce ? [dated(t`In force since`, row.inForce)] : []),
    end,
    ...(row.renewal ? [{ label: t`Renewal`, value: renewalWord(row.renewal) }] : []),
    { label: t`State`, value: row.state && stateWord(row.state) },
  ]
}

function Partners({ run, row }: { run: ImportRun; row: ImportRow }) {
  const { i18n, t } = useLingui()
  return (
    <ul className="flex flex-col gap-1.5">
      {row.partners.map((partner, index) => {
        const word = partnerOutcomeWords[partner.outcome]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell may name a partner twice
          <li key={index}>
            <span className="block font-medium">
              <Bdi>{partner.organisation ?? partner.input}</Bdi>
            </span>
            <span className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
              <Dot tone={word.tone} />
              {i18n._(word.label)}
              {partner.organisation && partner.organisation !== partner.input && <Bdi>{partner.input}</Bdi>}
              <Link
                to="/imports/$importId"
                params={{ importId: run.id }}
                search={{ step: 'partners', about: partner.input }}
              >
                {partner.outcome === 'doubtful' || partner.outcome === 'several' ? t`Decide` : t`Not right?`}
              </Link>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
