// Invites a person: who, which role and where; answers the link that is to be passed on.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { invitePerson, listAccounts } from '#core/identity/identity.contract.ts'
import { useWrite } from '../../core/query.ts'
import { type Language, languageCodes, languages, useReader } from '../../core/reader.ts'
import { Button } from '../../kit/button.tsx'
import { CopyLine } from '../../kit/copy.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Form, FormRow } from '../../kit/form.tsx'
import { Select } from '../../kit/select.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useForm } from '../../kit/use-form.ts'
import { firstGrant, GrantFields, type GrantValue } from './grant-fields.tsx'

interface Made {
  name: string
  link: string
}

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const [made, setMade] = useState<Made | null>(null)
  if (made)
    return (
      <LinkDialog title={t`${made.name} is invited`} link={made.link} onClose={onClose}>
        <Trans>
          Send this link to <bdi>{made.name}</bdi>. It opens a page for choosing a password, once, within 14 days. It is
          shown only now.
        </Trans>
      </LinkDialog>
    )
  return (
    <Dialog isOpen onClose={onClose} title={t`Invite a person`}>
      <InviteForm onMade={setMade} onClose={onClose} />
    </Dialog>
  )
}

function InviteForm({ onMade, onClose }: { onMade: (made: Made) => void; onClose: () => void }) {
  const { t } = useLingui()
  const { language } = useReader()
  const invite = useWrite(invitePerson, { refreshes: [listAccounts] })
  const initial: { name: string; email: string; language: Language; grants: GrantValue[] } = {
    name: '',
    email: '',
    language,
    grants: [firstGrant],
  }
  const form = useForm({
    initial,
    draftKey: 'account.new',
    check: values => ({
      name: values.name.trim() === '' ? t`Write the name.` : undefined,
      email: values.email.trim() === '' ? t`Write the e-mail address.` : undefined,
      grants: values.grants.length === 0 ? t`Choose at least one role.` : undefined,
    }),
    onSubmit: async values => {
      const body = { ...values, name: values.name.trim(), email: values.email.trim() }
      const { account, link } = await invite.mutateAsync({ body })
      onMade({ name: account.name, link })
    },
  })
  return (
    <Form form={form} submitLabel={t`Make the invitation`} onCancel={onClose}>
      <TextField label={t({ message: 'Name', context: 'of a person' })} isRequired {...form.field('name')} />
      <FormRow>
        <TextField label={t`E-mail address`} type="email" isRequired {...form.field('email')} />
        <Select<Language>
          label={t`Language`}
          choices={languageCodes.map(code => ({ id: code, label: languages[code].name }))}
          {...form.field('language')}
        />
      </FormRow>
      <GrantFields {...form.field('grants')} />
    </Form>
  )
}

export interface LinkDialogProps {
  title: string
  link: string
  onClose: () => void
  /** What to do with the link. */
  children: React.ReactNode
}

/** Shows a link once, to be passed on. */
export function LinkDialog({ title, link, onClose, children }: LinkDialogProps) {
  const { t } = useLingui()
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      actions={<Button variant="primary" onPress={onClose}>{t`Done`}</Button>}
    >
      <div className="flex flex-col gap-4 text-sm">
        <p>{children}</p>
        <CopyLine text={link} label={t`Copy the link`} />
      </div>
    </Dialog>
  )
}
