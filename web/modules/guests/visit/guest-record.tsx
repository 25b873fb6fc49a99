// The record as people outside see it: what it is, what was promised, what happened, and what the guest can add.
import { Trans, useLingui } from '@lingui/react/macro'
import { contactRoleTerms } from '#modules/agreements/agreement.terms.ts'
import type { GuestCommitment, GuestRecord } from '#modules/guests/visit.contract.ts'
import { conditionTerms } from '#modules/ledger/ledger.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { LocalisedText } from '../../../kit/bdi.tsx'
import { DescriptionList } from '../../../kit/description-list.tsx'
import { OutsideLink } from '../../../kit/link.tsx'
import { Section, useDocumentTitle } from '../../../kit/page.tsx'
import { StateDot, useKindWords } from '../../agreements/agreement-words.tsx'
import { useLedgerWords } from '../../ledger/ledger-words.ts'
import { FromTo } from './from-to.tsx'
import { GuestComments } from './guest-comments.tsx'
import { GuestEntries } from './guest-entries.tsx'
import { GuestFiles } from './guest-files.tsx'

interface RecordProps {
  guestId: string
  record: GuestRecord
}

export function GuestRecordView({ guestId, record }: RecordProps) {
  const { t } = useLingui()
  const { date } = useFormat()
  const kindWords = useKindWords()
  const { guest } = record
  useDocumentTitle(record.title)
  return (
    <main className="mx-auto w-full max-w-3xl px-4 pt-2 pb-16">
      <p className="text-xs text-muted">
        <bdi>{[kindWords(record.kinds), record.number].filter(Boolean).join(' · ')}</bdi>
      </p>
      <h1 className="text-xl font-semibold tracking-tight text-balance rtl:tracking-normal">
        <bdi>{record.title}</bdi>
      </h1>
      <p className="mt-1 mb-5 flex flex-wrap gap-x-3 gap-y-1 text-sm text-muted">
        <StateDot state={record.state} className="text-ink" />
        <span>
          <Trans>
            For <bdi>{guest.name}</bdi>, <bdi>{guest.organisationName}</bdi>
          </Trans>
        </span>
      </p>
      {guest.message && (
        <blockquote dir="auto" className="mb-5 border-s-3 border-accent ps-4 text-start text-base whitespace-pre-line">
          {guest.message}
        </blockquote>
      )}
      <GuestEntries guestId={guestId} record={record} />
      {record.commitments.length > 0 && (
        <Section title={t`What was promised`}>
          <ul className="divide-y divide-line border-y border-line">
            {record.commitments.map(one => (
              <CommitmentLine key={one.id} commitment={one} />
            ))}
          </ul>
        </Section>
      )}
      {(guest.rights.includes('file') || record.files.length > 0) && <GuestFiles guestId={guestId} record={record} />}
      {(guest.rights.includes('comment') || record.comments.length > 0) && (
        <GuestComments guestId={guestId} record={record} />
      )}
      <About record={record} />
      <p className="border-t border-line pt-4 text-xs text-muted">
        <Trans>
          You see this because <bdi>{record.office}</bdi> invited you. What you do here stands in the record under your
          name. The link works until {date(guest.expiresOn)}.
        </Trans>
      </p>
    </main>
  )
}

function CommitmentLine({ commitment }: { commitment: GuestCommitment }) {
  const { t } = useLingui()
  const term = useTerm()
  const { number, dateRange } = useFormat()
  const words = useLedgerWords()
  const { current, condition, clause, conditionWords, validFrom, validUntil } = commitment
  return (
    <li className="flex flex-wrap gap-x-4 gap-y-1 py-3">
      <div className="min-w-0 flex-1 basis-60 text-sm">
        <p className="font-medium">{words.kind(commitment.kind)}</p>
        <p>{words.promise(commitment, t`Some, at least one`)}</p>
        <FromTo from={commitment.promisor} to={commitment.beneficiary} />
        {[clause, condition === 'none' ? null : term(conditionTerms[condition]), conditionWords]
          .filter(Boolean)
          .map(text => (
            <p key={text} dir="auto" className="text-start text-xs text-muted">
              {text}
            </p>
          ))}
        {(validFrom || validUntil) && (
          <p className="text-xs text-muted">
            <Trans>Valid {dateRange(validFrom, validUntil)}</Trans>
          </p>
        )}
      </div>
      {current && (
        <p className="text-sm">
          <span className="tabular-nums">
            <Trans>
              {number(current.delivered)} of {number(current.promised)}
            </Trans>
          </span>
          <span className="block text-xs text-muted">{current.label}</span>
        </p>
      )}
    </li>
  )
}

function About({ record }: { record: GuestRecord }) {
  const { t } = useLingui()
  const term = useTerm()
  const { date } = useFormat()
  return (
    <Section title={t`About the agreement`}>
      <DescriptionList
        facts={[
          {
            label: t`Parties`,
            value: (
              <ul>
                {record.parties.map(party => (
                  <li key={`${party.name} ${party.unitName}`}>
                    <bdi>{[party.unitName, party.name].filter(Boolean).join(', ')}</bdi>
                    {party.signatoryName && (
                      <span className="block text-xs text-muted">
                        <bdi>{party.signatoryName}</bdi>
                        {party.signedOn && ` · ${date(party.signedOn)}`}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            ),
          },
          { label: t`Signed`, value: record.signedOn && date(record.signedOn) },
          { label: t`In force since`, value: record.inForceOn && date(record.inForceOn) },
          {
            label: t`Ends`,
            value: record.expiresOn ? date(record.expiresOn) : record.end === 'none' ? t`No end` : null,
          },
          ...(Object.keys(record.scope).length > 0
            ? [{ label: t`What it covers`, value: <LocalisedText texts={record.scope} /> }]
            : []),
          ...(record.contacts.length > 0
            ? [
                {
                  label: t`Contacts`,
                  value: (
                    <ul className="flex flex-col gap-1.5">
                      {record.contacts.map(contact => (
                        <li key={`${contact.name} ${contact.email}`}>
                          <bdi>{contact.name}</bdi>
                          <span className="block text-xs text-muted">
                            <bdi>{contact.organisationName}</bdi> · {term(contactRoleTerms[contact.role])}
                          </span>
                          {contact.email && (
                            <OutsideLink href={`mailto:${contact.email}`} className="text-xs">
                              <bdi>{contact.email}</bdi>
                            </OutsideLink>
                          )}
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}
