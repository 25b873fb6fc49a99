// Fields of the kit: empty, filled, wrong, disabled.
import { Mail } from 'lucide-react'
import { useState } from 'react'
import type { KnownDate } from '../../core/format.ts'
import { useFormat } from '../../core/format.ts'
import { useReader } from '../../core/reader.ts'
import { Checkbox, CheckboxGroup } from '../../kit/checkbox.tsx'
import { AsyncComboBox, ComboBox, type FoundChoice } from '../../kit/combo-box.tsx'
import { DateField } from '../../kit/date-field.tsx'
import { FileDrop } from '../../kit/file-drop.tsx'
import { Form, FormRow } from '../../kit/form.tsx'
import { MultiSelect } from '../../kit/multi-select.tsx'
import { NumberField } from '../../kit/number-field.tsx'
import { PartialDateField } from '../../kit/partial-date-field.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { Select } from '../../kit/select.tsx'
import { Switch } from '../../kit/switch.tsx'
import { TagField } from '../../kit/tag-field.tsx'
import { TextArea } from '../../kit/text-area.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useForm } from '../../kit/use-form.ts'
import { galleryWords } from './gallery-words.ts'

const countryCodes = ['IR', 'RU', 'KZ', 'AM', 'CN', 'IN', 'BR', 'ZA', 'EG', 'ET', 'IT', 'FR', 'DE', 'MX', 'IQ', 'OM']

function useChoices() {
  const words = galleryWords[useReader().language]
  const { country, compare } = useFormat()
  const countries = countryCodes.map(id => ({ id, label: country(id) })).sort((a, b) => compare(a.label, b.label))
  const states = [
    { id: 'active', label: words.active, tone: 'ok' as const },
    { id: 'expiring', label: words.expiring, tone: 'warn' as const },
    { id: 'expired', label: words.expired, tone: 'bad' as const },
    { id: 'draft', label: words.draft, tone: 'quiet' as const },
  ]
  return { words, countries, states }
}

/** Finds in all three languages, as the server does. */
async function findPartner(text: string): Promise<FoundChoice[]> {
  await new Promise(done => setTimeout(done, 250))
  const all = (['en', 'fa', 'ru'] as const).flatMap(language =>
    galleryWords[language].partners.map((label, index) => ({
      id: `${language}-${index}`,
      label,
      language,
      detail: galleryWords.en.partners[index],
    })),
  )
  return all.filter(choice => choice.label.toLowerCase().includes(text.toLowerCase())).slice(0, 8)
}

interface Values {
  title: string
  mail: string
  scope: string
  places: number | null
  state: string | null
  country: string | null
  partner: FoundChoice | null
  others: FoundChoice[]
  signed: string | null
  expires: KnownDate | null
}

const initial: Values = {
  title: '',
  mail: 'office@example.org',
  scope: '',
  places: 1250,
  state: 'active',
  country: 'AM',
  partner: null,
  others: [{ id: 'en-1', label: 'Institute of Polar Physics', language: 'en' }],
  signed: '2025-03-01',
  expires: { on: '2030-12-31', precision: 'year', calendar: 'gregorian' },
}

export function GalleryForm() {
  const { words, countries, states } = useChoices()
  const form = useForm<Values>({
    initial,
    draftKey: 'gallery',
    check: values => ({
      title: values.title === '' ? words.error : undefined,
      partner: values.partner ? undefined : words.error,
    }),
    onSubmit: async () => {
      await new Promise(done => setTimeout(done, 800))
    },
  })
  return (
    <Form form={form} submitLabel={words.save} onCancel={() => form.reset(initial)}>
      <TextField label={words.name} help={words.help} isRequired {...form.field('title')} />
      <AsyncComboBox label={words.partner} isRequired find={findPartner} {...form.field('partner')} />
      <TagField label={words.partner} find={findPartner} {...form.field('others')} />
      <FormRow>
        <Select label={words.status} choices={states} {...form.field('state')} />
        <ComboBox label={words.country} choices={countries} {...form.field('country')} />
      </FormRow>
      <FormRow>
        <DateField label={words.active} {...form.field('signed')} />
        <NumberField label={words.people} unit={words.person} min={0} {...form.field('places')} />
      </FormRow>
      <PartialDateField label={words.expires} edge="last" help={words.help} {...form.field('expires')} />
      <TextArea label={words.agreement} {...form.field('scope')} />
      <TextField label="E-mail" type="email" before={<Mail className="size-4" />} {...form.field('mail')} />
    </Form>
  )
}

export function GalleryFields() {
  const { words, countries, states } = useChoices()
  const [chosen, setChosen] = useState<string[]>(['active', 'expired'])
  const [one, setOne] = useState<string | null>('active')
  const [isOn, setOn] = useState(true)
  const [date, setDate] = useState<string | null>(null)
  const [text, setText] = useState(words.long)
  return (
    <div className="flex max-w-xl flex-col gap-5">
      <TextField label={words.name} value="" onChange={() => {}} error={words.error} />
      <TextField label={words.name} value={words.disabled} onChange={() => {}} isDisabled />
      <TextArea label={words.agreement} value={text} onChange={setText} error={words.error} />
      <Select label={words.status} choices={states} value={null} onChange={() => {}} error={words.error} />
      <Select label={words.status} choices={states} value="draft" onChange={() => {}} isDisabled />
      <MultiSelect label={words.status} choices={states} value={chosen} onChange={setChosen} />
      <ComboBox label={words.country} choices={countries} value={null} onChange={() => {}} isDisabled />
      <DateField label={words.expires} value={date} onChange={setDate} error={words.error} />
      <DateField label={words.expires} value="2026-11-23" onChange={() => {}} isDisabled />
      <NumberField label={words.people} value={null} onChange={() => {}} isDisabled />
      <RadioGroup
        label={words.kind}
        choices={words.topics.map((label, index) => ({
          id: String(index),
          label,
          ...(index === 1 && { detail: words.help }),
        }))}
        value={one === 'active' ? '1' : one}
        onChange={setOne}
      />
      <CheckboxGroup label={words.status} choices={states} value={chosen} onChange={setChosen} help={words.help} />
      <Checkbox isSelected={false} onChange={() => {}} error={words.error}>
        {words.required}
      </Checkbox>
      <Switch isSelected={isOn} onChange={setOn}>
        {words.active}
      </Switch>
      <Switch isSelected={false} onChange={() => {}} isDisabled>
        {words.disabled}
      </Switch>
      <FileDrop
        label={words.import}
        help={<bdi dir="ltr">.xlsx, .csv</bdi>}
        accept={['.xlsx', '.csv', '.tsv']}
        maxBytes={20_000_000}
        onFiles={() => {}}
        pastedTextName="pasted.tsv"
      />
    </div>
  )
}
