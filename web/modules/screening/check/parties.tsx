// Who was checked, and what people know of them besides the registry.
import { useLingui } from '@lingui/react/macro'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { type CheckView, describeCheckParty, type PartyView } from '#modules/screening/check.contract.ts'
import { partyRoleTerms } from '#modules/screening/screening.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { useWrite } from '../../../core/query.ts'
import { IconButton } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Form } from '../../../kit/form.tsx'
import { Section } from '../../../kit/page.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { checkRefreshes } from '../check-words.tsx'

export function Parties({ check }: { check: CheckView }) {
  const { t } = useLingui()
  const term = useTerm()
  const { country, list } = useFormat()
  const [described, setDescribed] = useState<PartyView | null>(null)
  return (
    <Section title={t`Who was checked`}>
      <ul className="divide-y divide-line border-y border-line text-sm">
        {check.parties.map(party => {
          const countries = party.countries.map(one => (/^[A-Z]{2}$/.test(one) ? country(one) : one))
          const facts = [...party.birthDates, ...countries, ...party.identifiers]
          const others = party.names.filter(name => name !== party.name)
          return (
            <li key={party.id} className="flex items-start justify-between gap-4 py-2">
              <div className="min-w-0">
                <bdi className="font-medium">{party.name}</bdi>
                <span className="block text-muted">
                  {term(partyRoleTerms[party.role])}
                  {party.hasLeft && ` · ${t`no longer takes part`}`}
                  {facts.length > 0 && (
                    <>
                      {' · '}
                      <bdi>{facts.join(' · ')}</bdi>
                    </>
                  )}
                </span>
                {others.length > 0 && <bdi className="block text-xs text-muted">{list(others.slice(0, 12))}</bdi>}
              </div>
              {check.abilities.check === true && !party.hasLeft && (
                <IconButton label={t`What is known of ${party.name}`} onPress={() => setDescribed(party)}>
                  <Pencil className="size-4" />
                </IconButton>
              )}
            </li>
          )
        })}
      </ul>
      {described && <FactsDialog party={described} onClose={() => setDescribed(null)} />}
    </Section>
  )
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)

function FactsDialog({ party, onClose }: { party: PartyView; onClose: () => void }) {
  const { t } = useLingui()
  const describe = useWrite(describeCheckParty, { refreshes: checkRefreshes })
  const form = useForm({
    initial: {
      names: '',
      birthDates: party.birthDates.join('\n'),
      countries: party.countries.join('\n'),
      identifiers: party.identifiers.join('\n'),
    },
    onSubmit: async values => {
      const body = {
        ...{ names: lines(values.names), birthDates: lines(values.birthDates) },
        countries: lines(values.countries).map(code => code.toUpperCase()),
        identifiers: lines(values.identifiers),
      }
      await describe.mutateAsync({ params: { id: party.id }, body })
      toast({ text: t`Saved and compared again.` })
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t`What is known of ${party.name}`}>
      <Form form={form} submitLabel={t`Save and compare`} onCancel={onClose}>
        <TextArea label={t`Other names`} help={t`One on each line, in any script.`} {...form.field('names')} />
        {party.kind === 'person' && (
          <TextArea
            label={t`Date of birth`}
            help={t`As far as it is known: 1970-05-01, or only 1970.`}
            {...form.field('birthDates')}
          />
        )}
        <TextArea label={t`Countries`} help={t`Codes of two letters, one on each line.`} {...form.field('countries')} />
        <TextArea
          label={t`Numbers of papers`}
          help={t`Passport, registration: one on each line.`}
          {...form.field('identifiers')}
        />
      </Form>
    </Dialog>
  )
}
