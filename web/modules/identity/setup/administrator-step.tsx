// The first administrator, with the one-time link that the terminal printed.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { createFirstAdministrator } from '#core/identity/identity.contract.ts'
import { useWrite } from '../../../core/query.ts'
import { chooseReader, isLanguage, type Language, languageCodes, languages, useReader } from '../../../core/reader.ts'
import { adoptSession } from '../../../core/session.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Form, FormRow } from '../../../kit/form.tsx'
import { Select } from '../../../kit/select.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { NewPasswordField } from '../password-field.tsx'
import { shortestPassword } from '../password-strength.ts'
import { StepFrame } from './step-frame.tsx'

interface StepProps {
  token: string | undefined
  onDone: () => void
}

export function AdministratorStep({ token, onDone }: StepProps) {
  const { t } = useLingui()
  return (
    <StepFrame
      title={t`Your own account`}
      text={<Trans>You become the first administrator. You can invite others later, administrators among them.</Trans>}
    >
      {token ? (
        <AdministratorForm token={token} onDone={onDone} />
      ) : (
        <Banner tone="info" title={t`Open the link from the terminal`}>
          <Trans>
            When Concord starts and nobody administers it yet, the terminal prints a link that works once. Open that
            link; start Concord again if it is too old.
          </Trans>
        </Banner>
      )}
    </StepFrame>
  )
}

/** The password stays out of the draft that the browser keeps. */
function AdministratorForm({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useLingui()
  const { language } = useReader()
  const [password, setPassword] = useState('')
  const create = useWrite(createFirstAdministrator)
  const form = useForm({
    initial: { name: '', email: '', installationName: '' },
    draftKey: 'setup.administrator',
    check: values => ({
      name: values.name.trim() === '' ? t`Write your name.` : undefined,
      email: values.email.trim() === '' ? t`Write your e-mail address.` : undefined,
      password: [...password].length < shortestPassword ? t`The password is too short.` : undefined,
    }),
    onSubmit: async values => {
      const installationName = values.installationName.trim()
      const person = { name: values.name.trim(), email: values.email.trim(), password, language }
      const body = { token, ...person, ...(installationName && { installationName }) }
      const session = await create.mutateAsync({ body })
      adoptSession(session)
      onDone()
    },
  })
  return (
    <Form form={form} submitLabel={t`Create the account and go on`}>
      <FormRow>
        <TextField label={t`Your name`} autoComplete="name" isRequired autoFocus {...form.field('name')} />
        <Select<Language>
          label={t`Language`}
          choices={languageCodes.map(code => ({ id: code, label: languages[code].name }))}
          value={language}
          onChange={next => isLanguage(next) && chooseReader({ language: next })}
        />
      </FormRow>
      <TextField label={t`E-mail address`} type="email" autoComplete="username" isRequired {...form.field('email')} />
      <NewPasswordField
        label={t`Password`}
        isRequired
        name="password"
        value={password}
        onChange={setPassword}
        error={[...password].length < shortestPassword ? form.errors.password : undefined}
        known={[form.values.name, form.values.email]}
      />
      <TextField
        label={t`Name of this installation`}
        help={<Trans>Shown at the top of the menu, for example the name of your office. It can stay empty.</Trans>}
        {...form.field('installationName')}
      />
    </Form>
  )
}
