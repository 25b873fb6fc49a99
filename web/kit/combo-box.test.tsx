// Choosing by typing: local lists fold letters, server lists drop late answers.
import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { show } from '../testing/show.tsx'
import { AsyncComboBox, ComboBox, type FoundChoice } from './combo-box.tsx'
import { TagField } from './tag-field.tsx'

const places = [
  { id: 'kbl', label: 'دانشگاه کابل' },
  { id: 'bol', label: 'Université du Nord' },
  { id: 'hrt', label: 'دانشگاه هرات' },
]

const options = () => [...document.querySelectorAll<HTMLElement>('[role=option]')]

/** As assistive technology presses: the tester's own pointer and keys move the focus first, and the list closes. */
async function choose(label: string): Promise<void> {
  await expect.poll(() => options().map(option => option.textContent)).toContain(label)
  options()
    .find(option => option.textContent === label)
    ?.click()
}

let chosen: string | null = null

function Local() {
  const [value, setValue] = useState<string | null>(null)
  chosen = value
  return <ComboBox label="Place" choices={places} value={value} onChange={setValue} />
}

test('Arabic letter forms and missing accents find the Persian and the French name', async () => {
  await show(Local)
  const input = page.getByRole('combobox', { name: 'Place' })
  await input.fill('كابل')
  await expect.element(page.getByRole('option', { name: 'دانشگاه کابل' })).toBeVisible()
  await input.fill('universite')
  await choose('Université du Nord')
  await expect.poll(() => chosen).toBe('bol')
  await expect.element(input).toHaveValue('Université du Nord')
})

const answers: Record<string, FoundChoice[]> = {
  n: [{ id: 'late', label: 'Late answer', language: 'en' }],
  no: [{ id: 'north', label: 'North Coast University', language: 'en', detail: 'Port Aurel' }],
}
let found: FoundChoice | null = null

function FromServer() {
  const [value, setValue] = useState<FoundChoice | null>(null)
  found = value
  const find = async (text: string) => {
    await new Promise(done => setTimeout(done, text === 'n' ? 500 : 30))
    return answers[text] ?? []
  }
  return <AsyncComboBox label="Partner" find={find} value={value} onChange={setValue} />
}

test('the newest answer is shown, chosen, and can be cleared', async () => {
  await show(FromServer)
  const input = page.getByRole('combobox', { name: 'Partner' })
  await input.click()
  await userEvent.keyboard('n')
  await new Promise(done => setTimeout(done, 200))
  await userEvent.keyboard('o')
  await expect.element(page.getByRole('option', { name: /North Coast/ })).toBeVisible()
  await new Promise(done => setTimeout(done, 500))
  expect(page.getByRole('option', { name: /Late answer/ }).elements()).toEqual([])
  await choose('North Coast UniversityPort Aurel')
  await expect.poll(() => found?.id).toBe('north')
  await expect.element(input).toHaveValue('North Coast University')
  await input.fill('')
  await userEvent.tab()
  await expect.poll(() => found).toBe(null)
})

let tags: FoundChoice[] = []

function Several() {
  const [value, setValue] = useState<FoundChoice[]>([])
  tags = value
  return <TagField label="Places" choices={places} value={value} onChange={setValue} />
}

test('several are chosen one after the other and the last leaves by Backspace', async () => {
  await show(Several)
  const input = page.getByRole('combobox', { name: 'Places' })
  await input.click()
  await userEvent.keyboard('هرات')
  await choose('دانشگاه هرات')
  await expect.poll(() => tags.map(tag => tag.id)).toEqual(['hrt'])
  await input.fill('nord')
  await choose('Université du Nord')
  await expect.poll(() => tags.map(tag => tag.id)).toEqual(['hrt', 'bol'])
  await input.click()
  await userEvent.keyboard('{Backspace}')
  await expect.poll(() => tags.map(tag => tag.id)).toEqual(['hrt'])
})

let gathered: string[] = []

function Gathering() {
  const [ids, setIds] = useState<string[]>([])
  gathered = ids
  const find = async (text: string) => answers[text] ?? []
  return (
    <AsyncComboBox
      label="Another partner"
      find={find}
      value={null}
      onChange={choice => choice && setIds([...ids, choice.id])}
    />
  )
}

test('a field that gathers records is empty and closed after each choice', async () => {
  await show(Gathering)
  const input = page.getByRole('combobox', { name: 'Another partner' })
  await input.fill('no')
  await choose('North Coast UniversityPort Aurel')
  await expect.poll(() => gathered).toEqual(['north'])
  await expect.element(input).toHaveValue('')
  await expect.poll(() => document.querySelectorAll('[role=listbox]').length).toBe(0)
})
