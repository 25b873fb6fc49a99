// What happened, and the question whether it did: yes in one press, no with the reason.
import { Trans, useLingui } from '@lingui/react/macro'
import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { answerEntry, type GuestEntry, type GuestRecord, readGuestRecord } from '#modules/guests/visit.contract.ts'
import { entryStateTerms } from '#modules/ledger/ledger.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Form } from '../../../kit/form.tsx'
import { Section } from '../../../kit/page.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { useLedgerWords } from '../../ledger/ledger-words.ts'
import { FromTo } from './from-to.tsx'

export function GuestEntries({ guestId, record }: { guestId: string; record: GuestRecord }) {
  const { t } = useLingui()
  if (record.entries.length === 0) return null
  const isAsked = record.entries.some(entry => entry.isAsked)
  return (
    <Section title={t({ message: 'What happened', context: 'deeds of an agreement' })}>
      {isAsked && (
        <p className="-mt-2 mb-3 max-w-prose text-sm text-muted">
          <Trans>Please say whether it happened as it stands here. Your yes proves it; your no is looked into.</Trans>
        </p>
      )}
      <ul className="divide-y divide-line border-y border-line">
        {record.entries.map(entry => (
          <EntryLine key={entry.id} guestId={guestId} entry={entry} />
        ))}
      </ul>
    </Section>
  )
}

function EntryLine({ guestId, entry }: { guestId: string; entry: GuestEntry }) {
  const term = useTerm()
  const { date, dateRange } = useFormat()
  const words = useLedgerWords()
  const isSpan = entry.endsOn !== null && entry.endsOn.on !== entry.startsOn.on
  return (
    <li className="py-3">
      <p className="text-sm font-medium">
        {words.quantity(entry.quantity, entry.unit, entry.currency)} ·{' '}
        {entry.title ? <bdi>{entry.title}</bdi> : words.kind(entry.kind)}
      </p>
      <FromTo from={entry.from} to={entry.to} />
      <p className="flex flex-wrap gap-x-3 text-xs text-muted">
        <span>{isSpan ? dateRange(entry.startsOn, entry.endsOn) : date(entry.startsOn)}</span>
        {entry.status === 'planned' && <StatusDot tone="info">{term(entryStateTerms.planned)}</StatusDot>}
      </p>
      {entry.answer && <AnswerLine answer={entry.answer} />}
      {entry.isAsked && <Question guestId={guestId} entry={entry} />}
    </li>
  )
}

function AnswerLine({ answer }: { answer: NonNullable<GuestEntry['answer']> }) {
  const { instant } = useFormat()
  return (
    <div className="mt-1.5 text-xs">
      <StatusDot tone={answer.happened ? 'ok' : 'warn'}>
        {answer.happened ? (
          <Trans>You confirmed this on {instant(answer.answeredAt)}</Trans>
        ) : (
          <Trans>You said on {instant(answer.answeredAt)} that this is not right</Trans>
        )}
      </StatusDot>
      {answer.reason && (
        <p dir="auto" className="text-start text-muted">
          {answer.reason}
        </p>
      )}
    </div>
  )
}

function Question({ guestId, entry }: { guestId: string; entry: GuestEntry }) {
  const { t } = useLingui()
  const [isDoubting, setDoubting] = useState(false)
  const answer = useWrite(answerEntry, { refreshes: [readGuestRecord] })
  const params = { id: guestId, entryId: entry.id }
  if (isDoubting)
    return (
      <Doubt
        draftKey={`guest.${guestId}.${entry.id}`}
        onCancel={() => setDoubting(false)}
        onSend={async reason => {
          await answer.mutateAsync({ params, body: { happened: false, reason } })
          setDoubting(false)
          toast({ text: t`Thank you. The office looks into it.` })
        }}
      />
    )
  const confirm = async () => {
    await answer.mutateAsync({ params, body: { happened: true } })
    toast({ text: t`Thank you. Your confirmation is recorded.` })
  }
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      <Button
        size="small"
        icon={<Check aria-hidden className="size-4" />}
        isPending={answer.isPending}
        onPress={() => void confirm().catch(() => undefined)}
      >{t`Yes, this happened`}</Button>
      <Button
        size="small"
        variant="quiet"
        icon={<X aria-hidden className="size-4" />}
        onPress={() => setDoubting(true)}
      >{t`No, not like this …`}</Button>
      {answer.error && (
        <Banner tone="bad" className="w-full">
          {sentenceFor(answer.error)}
        </Banner>
      )}
    </div>
  )
}

interface DoubtProps {
  draftKey: string
  onCancel: () => void
  onSend: (reason: string) => Promise<void>
}

function Doubt({ draftKey, onCancel, onSend }: DoubtProps) {
  const { t } = useLingui()
  const form = useForm({
    initial: { reason: '' },
    draftKey,
    check: ({ reason }) => ({ reason: reason.trim() === '' ? t`Write what is not right.` : undefined }),
    onSubmit: ({ reason }) => onSend(reason.trim()),
  })
  return (
    <div className="mt-2">
      <Form form={form} submitLabel={t`Send the answer`} onCancel={onCancel}>
        <TextArea label={t`What is not right?`} isRequired maxLength={2000} {...form.field('reason')} />
      </Form>
    </div>
  )
}
