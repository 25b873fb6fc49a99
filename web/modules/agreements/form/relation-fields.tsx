// What an agreement belongs to, amends or replaces, and pages elsewhere that tell about it.
import { useLingui } from '@lingui/react/macro'
import { useCallback } from 'react'
import { agreementKindTerms } from '#modules/agreements/agreement.terms.ts'
import { listPortfolio } from '#modules/agreements/portfolio.contract.ts'
import { call } from '../../../core/api.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import type { FindChoices } from '../../../kit/async-choices.ts'
import { AsyncComboBox } from '../../../kit/combo-box.tsx'
import { FormRow, FormSection } from '../../../kit/form.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import type { FormModel } from '../../../kit/use-form.ts'
import { isolate } from '../../registry/find-organisations.ts'
import { RowList } from '../../registry/form/row-list.tsx'
import type { AgreementChoice, AgreementValues, LinkValues } from './agreement-values.ts'
import { errorBelow } from './error-below.ts'

/** Agreements by title, number or partner; the record itself is not offered. */
function useFindAgreements(except: string | undefined): FindChoices<AgreementChoice> {
  const term = useTerm()
  const { date } = useFormat()
  return useCallback(
    async (text, signal) => {
      const query = { ...(text && { text }), limit: 20 }
      const { items } = await call(listPortfolio, { query, signal })
      return items
        .filter(item => item.id !== except)
        .map(item => ({
          id: item.id,
          label: item.title,
          detail: [
            ...item.kinds.slice(0, 1).map(kind => term(agreementKindTerms[kind])),
            ...(item.number ? [isolate(item.number)] : []),
            ...item.partners.slice(0, 1).map(partner => isolate(partner.name)),
            ...(item.signedOn ? [date(item.signedOn)] : []),
          ].join(' · '),
        }))
    },
    [except, term, date],
  )
}

const blankLink: LinkValues = { url: '', label: '' }

export function RelationFields({ form, id }: { form: FormModel<AgreementValues>; id?: string | undefined }) {
  const { t } = useLingui()
  const find = useFindAgreements(id)
  const links = form.field('links')
  const relation = (name: 'parent' | 'amends' | 'supersedes') => ({
    ...form.field(name),
    error: errorBelow(form, `${name}Id`),
    find,
    placeholder: t`Title, number or partner`,
  })
  return (
    <FormSection title={t`Relations and links`}>
      <AsyncComboBox
        label={t`Belongs to`}
        help={t`The agreement under which this one stands: the memorandum of an annex.`}
        {...relation('parent')}
      />
      <AsyncComboBox label={t`Amends`} {...relation('amends')} />
      <AsyncComboBox
        label={t`Replaces`}
        help={t`The agreement that no longer holds because of this one.`}
        {...relation('supersedes')}
      />
      <RowList
        name="links"
        rows={links.value}
        onChange={links.onChange}
        blank={blankLink}
        addLabel={t`Add a link`}
        rowLabel={row => row.label || row.url || t`this link`}
      >
        {(row, change, path) => (
          <FormRow>
            <TextField
              label={t`Web address`}
              isCode
              value={row.url}
              onChange={url => change({ url })}
              name={`${path}.url`}
              error={form.errors[`${path}.url`]}
            />
            <TextField
              label={t`What it is`}
              value={row.label}
              onChange={label => change({ label })}
              name={`${path}.label`}
              error={form.errors[`${path}.label`]}
            />
          </FormRow>
        )}
      </RowList>
    </FormSection>
  )
}
