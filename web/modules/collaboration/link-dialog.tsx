// Links a record with another one that is found by typing.
import { useLingui } from '@lingui/react/macro'
import { useCallback } from 'react'
import { agreementKindTerms } from '#modules/agreements/agreement.terms.ts'
import { listPortfolio } from '#modules/agreements/portfolio.contract.ts'
import { type LinkWord, linkWords, linkWordTerms } from '#modules/collaboration/link.terms.ts'
import { linkRecords, listLinks } from '#modules/collaboration/relation.contract.ts'
import { searchOrganisations } from '#modules/registry/organisation.contract.ts'
import { call } from '../../core/api.ts'
import { useFormat } from '../../core/format.ts'
import { useTerm } from '../../core/i18n.ts'
import { useWrite } from '../../core/query.ts'
import type { FindChoices } from '../../kit/async-choices.ts'
import { AsyncComboBox, type FoundChoice } from '../../kit/combo-box.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Form } from '../../kit/form.tsx'
import { Select } from '../../kit/select.tsx'
import { useForm } from '../../kit/use-form.ts'
import { type TalkedAbout, talkRefreshes } from './record-of.ts'

interface RecordChoice extends FoundChoice {
  record: TalkedAbout
}

/** So many of each kind. */
const limit = 6

/** Agreements by number, title or partner; organisations by any of their names. */
function useFindRecords(except: string): FindChoices<RecordChoice> {
  const term = useTerm()
  const { country } = useFormat()
  return useCallback(
    async (text, signal) => {
      if (text === '') return []
      const [agreements, organisations] = await Promise.all([
        call(listPortfolio, { query: { text, limit }, signal }),
        call(searchOrganisations, { query: { q: text, limit }, signal }),
      ])
      const found: RecordChoice[] = [
        ...agreements.items.map(({ id, title, number, kind, partners }) => ({
          ...{ id, label: title, record: { subject: 'agreement', id } },
          detail: [term(agreementKindTerms[kind]), number, partners[0]?.name].filter(Boolean).join(' · '),
        })),
        ...organisations.items.map(({ id, name, city, country: code }) => ({
          ...{ id, label: name, record: { subject: 'organisation', id } },
          detail: [city, code && country(code)].filter(Boolean).join(', '),
        })),
      ]
      return found.filter(choice => choice.id !== except)
    },
    [except, term, country],
  )
}

export function LinkDialog({ record, onClose }: { record: TalkedAbout; onClose: () => void }) {
  const { t } = useLingui()
  const term = useTerm()
  const find = useFindRecords(record.id)
  const link = useWrite(linkRecords, { refreshes: [listLinks, ...talkRefreshes] })
  const form = useForm({
    initial: { word: 'relates_to' as LinkWord | null, to: null as RecordChoice | null },
    check: ({ word, to }) => ({
      word: word === null ? t`Choose how they stand to each other.` : undefined,
      to: to === null ? t`Choose the other record.` : undefined,
    }),
    onSubmit: async ({ word, to }) => {
      await link.mutateAsync({ params: { ...record }, body: { word: word!, to: to!.record } })
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t`Link a record`}>
      <Form form={form} submitLabel={t`Link the records`} onCancel={onClose}>
        <Select
          label={t`This record`}
          isRequired
          choices={linkWords.map(word => ({ id: word, label: term(linkWordTerms[word]) }))}
          {...form.field('word')}
        />
        <AsyncComboBox
          label={t`The other record`}
          isRequired
          help={t`An agreement by number, title or partner; an organisation by any of its names.`}
          find={find}
          {...form.field('to')}
        />
      </Form>
    </Dialog>
  )
}
