// Matches with every reason and what the list says; a person says who is meant.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { type CheckView, decideCheckMatch, type MatchView } from '#modules/screening/check.contract.ts'
import { entryKindTerms } from '#modules/screening/list.terms.ts'
import { type Verdict, verdicts, verdictTerms } from '#modules/screening/screening.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { useWrite } from '../../../core/query.ts'
import { Button } from '../../../kit/button.tsx'
import { DateField } from '../../../kit/date-field.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Form } from '../../../kit/form.tsx'
import { Section } from '../../../kit/page.tsx'
import { RadioGroup } from '../../../kit/radio-group.tsx'
import { StatusDot, type Tone } from '../../../kit/status-dot.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { checkRefreshes } from '../check-words.tsx'

const tones: Record<Verdict, Tone> = { false_positive: 'ok', true_match: 'bad', escalated: 'warn' }

export function Matches({ check }: { check: CheckView }) {
  const { t } = useLingui()
  const [decided, setDecided] = useState<MatchView | null>(null)
  const there = check.matches.filter(match => !match.hasGone)
  return (
    <Section title={t`Matches`}>
      {there.length === 0 ? (
        <p className="border-y border-line py-3 text-sm text-muted">
          <Trans>No entry of the lists is alike enough.</Trans>
        </p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {there.map(match => (
            <Match key={match.id} match={match} check={check} onDecide={() => setDecided(match)} />
          ))}
        </ul>
      )}
      {decided && <VerdictDialog match={decided} onClose={() => setDecided(null)} />}
    </Section>
  )
}

function Match({ match, check, onDecide }: { match: MatchView; check: CheckView; onDecide: () => void }) {
  const { t } = useLingui()
  const term = useTerm()
  const { date, percent, country } = useFormat()
  const party = check.parties.find(one => one.id === match.partyId)
  const { entry, verdict } = match
  const may = check.abilities.decide
  const countries = entry.countries.map(one => (/^[A-Z]{2}$/.test(one) ? country(one) : one))
  const facts = [...entry.birthDates, ...countries, ...entry.identifiers, ...entry.programmes]
  return (
    <li className="grid gap-x-6 gap-y-2 py-4 text-sm md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
      <div className="flex flex-col gap-1">
        <span className="font-medium">
          <bdi>{party?.name}</bdi>
        </span>
        <span className="text-muted">
          <Trans>
            {percent(match.score)} alike · <bdi>{match.list}</bdi>
          </Trans>
        </span>
        <ul className="list-disc ps-4 text-muted">
          {match.evidence.map(one => (
            <li key={one}>
              <bdi>{one}</bdi>
            </li>
          ))}
        </ul>
      </div>
      <div className="flex flex-col gap-1">
        <span className="font-medium">
          <bdi>{entry.names[0]}</bdi>
        </span>
        <span className="text-muted">
          {term(entryKindTerms[entry.kind])} · <bdi>{entry.number}</bdi>
        </span>
        {entry.names.length > 1 && (
          <span className="text-muted">
            {entry.names.slice(1, 12).map((name, at) => (
              <span key={name}>
                {at > 0 && ' · '}
                <bdi>{name}</bdi>
              </span>
            ))}
          </span>
        )}
        {facts.length > 0 && <bdi className="text-muted">{facts.join(' · ')}</bdi>}
        {entry.remarks && <bdi className="max-w-prose text-muted">{entry.remarks}</bdi>}
      </div>
      <div className="flex flex-col items-start gap-1.5 md:w-52">
        {verdict && !verdict.hasExpired && (
          <>
            <StatusDot tone={tones[verdict.verdict]}>{term(verdictTerms[verdict.verdict])}</StatusDot>
            <bdi className="text-muted">{verdict.reason}</bdi>
            {verdict.mitigations && <bdi className="text-muted">{verdict.mitigations}</bdi>}
            <span className="text-xs text-muted">
              <Trans>
                <bdi>{verdict.by ?? '–'}</bdi>, holds until {date(verdict.expiresOn)}
              </Trans>
            </span>
          </>
        )}
        {verdict?.hasExpired && <StatusDot tone="warn">{t`The decision has run out`}</StatusDot>}
        {match.changes.length > 0 && <Changes match={match} />}
        <Button
          size="small"
          variant={match.isOpen ? 'primary' : 'plain'}
          isDisabled={may !== true}
          {...(may !== true && may && { title: may.reason })}
          onPress={onDecide}
        >
          {match.isOpen ? t`Decide` : t`Decide anew`}
        </Button>
      </div>
    </li>
  )
}

function Changes({ match }: { match: MatchView }) {
  const { t } = useLingui()
  const fields: Record<string, string> = {
    ...{ names: t`names`, birthDates: t`dates of birth`, countries: t`countries`, identifiers: t`numbers of papers` },
    ...{ programmes: t`programmes`, remarks: t`remarks`, kind: t`kind` },
  }
  return (
    <div className="text-xs">
      <span className="text-warn">{t`Changed since it was decided:`}</span>
      <ul className="list-disc ps-4 text-muted">
        {match.changes.map(({ of, field, from, to }) => (
          <li key={`${of} ${field}`}>
            {fields[field] ?? field}: <bdi>{from || '–'}</bdi> → <bdi>{to || '–'}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface Values {
  verdict: Verdict | null
  reason: string
  mitigations: string
  expiresOn: string | null
}

function VerdictDialog({ match, onClose }: { match: MatchView; onClose: () => void }) {
  const { t } = useLingui()
  const term = useTerm()
  const decide = useWrite(decideCheckMatch, { refreshes: checkRefreshes })
  const initial: Values = { verdict: null, reason: '', mitigations: '', expiresOn: null }
  const form = useForm({
    initial,
    draftKey: `verdict.${match.id}`,
    check: values => ({
      verdict: values.verdict ? undefined : t`Choose one.`,
      reason: values.reason.trim() === '' ? t`Say why: it is kept with the decision.` : undefined,
    }),
    onSubmit: async ({ verdict, reason, mitigations, expiresOn }) => {
      const body = { verdict: verdict!, reason: reason.trim(), mitigations: mitigations.trim() || null }
      await decide.mutateAsync({ params: { id: match.id }, body: { ...body, expiresOn, entryHash: match.entryHash } })
      toast({ text: t`Decided. It holds for every record of the same partner.` })
      onClose()
    },
  })
  const sentences: Record<Verdict, string> = {
    false_positive: t`Another person or organisation of a like name.`,
    true_match: t`The list means this very one.`,
    escalated: t`You are not sure, or it is not for you to say.`,
  }
  return (
    <Dialog isOpen onClose={onClose} title={t`Is it the same as on the list?`}>
      <Form form={form} submitLabel={t`Decide`} onCancel={onClose}>
        <p className="text-sm">
          <bdi>{match.entry.names[0]}</bdi> — <bdi>{match.list}</bdi>
        </p>
        <RadioGroup<Verdict>
          label={t`Decision`}
          isRequired
          choices={verdicts.map(one => ({ id: one, label: term(verdictTerms[one]), detail: sentences[one] }))}
          {...form.field('verdict')}
        />
        <TextArea label={t`Reason`} isRequired maxLength={4000} {...form.field('reason')} />
        {form.values.verdict === 'true_match' && (
          <TextArea
            label={t`What makes it bearable`}
            help={t`For example: no access to certain rooms, no transfer of goods.`}
            maxLength={4000}
            {...form.field('mitigations')}
          />
        )}
        <DateField
          label={t`Holds until`}
          help={t`Left empty, as long as the settings say.`}
          {...form.field('expiresOn')}
        />
      </Form>
    </Dialog>
  )
}
