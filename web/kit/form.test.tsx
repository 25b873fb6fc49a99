// Forms: what is typed comes back, errors are summed up and lead to their fields.
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup } from 'vitest-browser-react'
import { ProblemError } from '../core/problem.ts'
import { show } from '../testing/show.tsx'
import { Form } from './form.tsx'
import { TextField } from './text-field.tsx'
import { useForm } from './use-form.ts'

interface Values {
  title: string
  place: string
}

let sent: Values | null = null
let refusal: ProblemError | null = null

function Sample() {
  const form = useForm<Values>({
    initial: { title: '', place: 'Port Aurel' },
    draftKey: 'sample',
    version: 1,
    check: values => ({ title: values.title === '' ? 'Enter a title.' : undefined }),
    onSubmit: async values => {
      if (refusal) throw refusal
      sent = values
    },
  })
  return (
    <Form form={form} submitLabel="Save sample">
      <TextField label="Title" isRequired {...form.field('title')} />
      <TextField label="Place" {...form.field('place')} />
    </Form>
  )
}

const drafts = () => Object.keys(localStorage).filter(key => key.startsWith('concord.draft:'))

afterEach(async () => {
  // Leaving the page writes the draft, so it goes first.
  await cleanup()
  sent = null
  refusal = null
  for (const key of drafts()) localStorage.removeItem(key)
})

test('typed text survives leaving the page and is gone after saving', async () => {
  const first = await show(Sample)
  await page.getByRole('textbox', { name: 'Title' }).fill('Joint laboratory')
  await first.unmount()
  await show(Sample)
  await expect.element(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Joint laboratory')
  await expect.element(page.getByText(/was restored/)).toBeVisible()
  await page.getByRole('button', { name: 'Save sample' }).click()
  await expect.poll(() => sent).toEqual({ title: 'Joint laboratory', place: 'Port Aurel' })
  await expect.poll(drafts).toEqual([])
})

test('restored text can be discarded', async () => {
  const first = await show(Sample)
  await page.getByRole('textbox', { name: 'Place' }).fill('Elsewhere')
  await first.unmount()
  await show(Sample)
  await page.getByRole('button', { name: 'Discard my changes' }).click()
  await expect.element(page.getByRole('textbox', { name: 'Place' })).toHaveValue('Port Aurel')
  expect(drafts()).toEqual([])
})

test('the text of a closed tab is offered, not forced', async () => {
  localStorage.setItem(
    'concord.draft:nobody:sample:12345',
    JSON.stringify({ savedAt: Date.now(), values: { title: 'From another tab' }, version: 1 }),
  )
  await show(Sample)
  await expect.element(page.getByRole('textbox', { name: 'Title' })).toHaveValue('')
  await page.getByRole('button', { name: 'Go on with it' }).click()
  await expect.element(page.getByRole('textbox', { name: 'Title' })).toHaveValue('From another tab')
})

test('errors of this side and of the server are summed up and lead to the field', async () => {
  await show(Sample)
  await page.getByRole('button', { name: 'Save sample' }).click()
  const link = page.getByRole('button', { name: 'Title: Enter a title.' })
  await link.click()
  await expect.element(page.getByRole('textbox', { name: 'Title' })).toHaveFocus()
  await userEvent.keyboard('x')
  refusal = new ProblemError({
    status: 422,
    code: 'sample.refused',
    title: 'The place is not known.',
    fields: [{ path: '/place', message: 'Choose a known place.' }],
    requestId: 'r1',
  })
  await page.getByRole('button', { name: 'Save sample' }).click()
  await expect.element(page.getByText('The place is not known.')).toBeVisible()
  await page.getByRole('button', { name: 'Place: Choose a known place.' }).click()
  await expect.element(page.getByRole('textbox', { name: 'Place' })).toHaveFocus()
  expect(sent).toBe(null)
})
