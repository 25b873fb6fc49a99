// A list is added or changed: its name, its format, and where fields stand in formats of its own.
import { useLingui } from '@lingui/react/macro'
import {
  addScreeningList,
  changeScreeningList,
  type ListView,
  listScreeningLists,
} from '#modules/screening/list.contract.ts'
import { type ListFormat, listFormats, listFormatTerms, mappedFormats } from '#modules/screening/list.terms.ts'
import { useTerm } from '../../../core/i18n.ts'
import { useWrite } from '../../../core/query.ts'
import { Dialog } from '../../../kit/dialog.tsx'
import { Form, FormRow } from '../../../kit/form.tsx'
import { Select } from '../../../kit/select.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { useForm } from '../../../kit/use-form.ts'

const paths = [
  ...(['record', 'number', 'name', 'otherNames', 'kind', 'birthDates', 'countries', 'identifiers'] as const),
  ...(['programmes', 'remarks', 'separator'] as const),
]
type MappingPath = (typeof paths)[number]
type Values = { name: string; publisher: string; format: ListFormat } & Record<MappingPath, string>

export function ListDialog({ list, onClose }: { list: ListView | null; onClose: () => void }) {
  const { t } = useLingui()
  const term = useTerm()
  const add = useWrite(addScreeningList, { refreshes: [listScreeningLists] })
  const change = useWrite(changeScreeningList, { refreshes: [listScreeningLists] })
  const initial = {
    ...{ name: list?.name ?? '', publisher: list?.publisher ?? '', format: list?.format ?? 'un_xml' },
    ...Object.fromEntries(paths.map(path => [path, list?.mapping?.[path] ?? ''])),
  } as Values
  const form = useForm({
    initial,
    check: values => ({
      name: values.name.trim() === '' ? t`Write the name.` : undefined,
      ...(mappedFormats.has(values.format) && {
        number: values.number.trim() === '' ? t`Say where the number stands.` : undefined,
      }),
    }),
    onSubmit: async values => {
      const given = Object.fromEntries(
        paths.flatMap(path => (values[path].trim() === '' ? [] : [[path, values[path].trim()]])),
      )
      const mapping = mappedFormats.has(values.format) ? (given as never) : null
      const body = {
        name: values.name.trim(),
        publisher: values.publisher.trim() || null,
        format: values.format,
        mapping,
      }
      if (list)
        await change.mutateAsync({
          params: { id: list.id },
          body: { ...body, active: list.active, version: list.version },
        })
      else await add.mutateAsync({ body })
      onClose()
    },
  })
  const labels: Record<MappingPath, string> = {
    ...{
      record: t`Element of one entry`,
      number: t`Number of the entry`,
      name: t`Main name`,
      otherNames: t`Other names`,
    },
    ...{ kind: t`Kind`, birthDates: t`Date of birth`, countries: t`Countries`, identifiers: t`Numbers of papers` },
    ...{ programmes: t`Programme`, remarks: t`Remarks`, separator: t`Between several values` },
  }
  const shown = mappedFormats.has(form.values.format)
    ? paths.filter(path => path !== 'record' || form.values.format === 'xml')
    : []
  return (
    <Dialog isOpen onClose={onClose} title={list ? t`Change the list` : t`Add a list`} width="wide">
      <Form form={form} submitLabel={t`Save the list`} onCancel={onClose}>
        <FormRow>
          <TextField label={t`Name of the list`} isRequired {...form.field('name')} />
          <TextField label={t`Publisher`} {...form.field('publisher')} />
        </FormRow>
        <Select<ListFormat>
          label={t`Format`}
          choices={listFormats.map(format => ({ id: format, label: term(listFormatTerms[format]) }))}
          {...form.field('format')}
        />
        {shown.length > 0 && (
          <p className="text-sm text-muted">
            {t`Say in which column or field each fact stands; a dot leads inside, as in names.full, and @ to an attribute.`}
          </p>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          {shown.map(path => (
            <TextField
              key={path}
              label={labels[path]}
              isRequired={path === 'number' || path === 'name'}
              {...form.field(path)}
            />
          ))}
        </div>
      </Form>
    </Dialog>
  )
}
