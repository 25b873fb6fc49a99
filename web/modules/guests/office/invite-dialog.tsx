// Invites a guest: a contact or a new name, what the link allows and until when; answers the link.
import { Trans, useLingui } from '@lingui/react/macro'
import { type GuestView, inviteGuest } from '#modules/guests/guest.contract.ts'
import { type GuestRight, guestRights, guestRightTerms } from '#modules/guests/guest.terms.ts'
import { useTerm } from '../../../core/i18n.ts'
import { useWrite } from '../../../core/query.ts'
import { type Language, languageCodes, languages, useReader } from '../../../core/reader.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Checkbox, CheckboxGroup } from '../../../kit/checkbox.tsx'
import { CopyLine } from '../../../kit/copy.tsx'
import { DateField } from '../../../kit/date-field.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Form, FormRow } from '../../../kit/form.tsx'
import { Select } from '../../../kit/select.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { guestRefreshes } from './guest-refreshes.ts'

export interface InviteFor {
  agreementId: string
  partners: readonly { id: string; name: string }[]
  /** Contacts on the partners' side. */
  contacts: readonly { id: string; name: string; email: string | null; organisationId: string | null }[]
}

export interface MadeLink {
  guest: GuestView
  link: string
  mailed: boolean
}

interface InviteDialogProps extends InviteFor {
  sendsMail: boolean
  onMade: (made: MadeLink) => void
  onClose: () => void
}

const somebodyElse = 'else'
type ExtraRight = Exclude<GuestRight, 'read'>
const extraRights = guestRights.filter((right): right is ExtraRight => right !== 'read')

interface Values {
  contact: string
  name: string
  email: string
  organisationId: string
  language: Language
  rights: ExtraRight[]
  expiresOn: string | null
  message: string
  emailProof: boolean
}

export function InviteDialog(props: InviteDialogProps) {
  const { t } = useLingui()
  return (
    <Dialog isOpen onClose={props.onClose} title={t`Invite a guest`}>
      <InviteForm {...props} />
    </Dialog>
  )
}

function useInviteForm({ agreementId, partners, contacts, sendsMail, onMade }: InviteDialogProps) {
  const { t } = useLingui()
  const { language } = useReader()
  const invite = useWrite(inviteGuest, { refreshes: guestRefreshes })
  const first = contacts[0]
  const initial: Values = {
    ...{ contact: first?.id ?? somebodyElse, name: first?.name ?? '', email: first?.email ?? '' },
    organisationId: first?.organisationId ?? partners[0]?.id ?? '',
    ...{ language, rights: [...extraRights], message: '', emailProof: sendsMail },
    expiresOn: Temporal.Now.plainDateISO().add({ days: 30 }).toString(),
  }
  return useForm({
    initial,
    draftKey: `guest.new.${agreementId}`,
    check: values => ({
      name: values.name.trim() === '' ? t`Write the name.` : undefined,
      email: sendsMail && values.email.trim() === '' ? t`Write the e-mail address.` : undefined,
      expiresOn: values.expiresOn ? undefined : t`Choose the last day.`,
    }),
    onSubmit: async ({ contact: _, name, email, message, expiresOn, emailProof, ...rest }) => {
      const proof = emailProof && sendsMail
      const body = { ...rest, name: name.trim(), email: email.trim() || null, message: message.trim() || null }
      onMade(
        await invite.mutateAsync({
          params: { id: agreementId },
          body: { ...body, expiresOn: expiresOn!, emailProof: proof },
        }),
      )
    },
  })
}

function InviteForm(props: InviteDialogProps) {
  const { partners, contacts, sendsMail, onClose } = props
  const { t } = useLingui()
  const term = useTerm()
  const form = useInviteForm(props)
  const chooseContact = (id: string) => {
    const contact = contacts.find(one => one.id === id)
    form.set({
      contact: id,
      ...{ name: contact?.name ?? '', email: contact?.email ?? '' },
      ...(contact?.organisationId && { organisationId: contact.organisationId }),
    })
  }
  return (
    <Form form={form} submitLabel={sendsMail ? t`Send the invitation` : t`Make the link`} onCancel={onClose}>
      {!sendsMail && (
        <Banner tone="info">
          <Trans>This installation sends no mail. You get the link here and pass it on yourself.</Trans>
        </Banner>
      )}
      {contacts.length > 0 && (
        <Select<string>
          label={t`Who`}
          choices={[
            ...contacts.map(one => ({ id: one.id, label: one.name })),
            { id: somebodyElse, label: t`Somebody else` },
          ]}
          value={form.values.contact}
          onChange={chooseContact}
        />
      )}
      <FormRow>
        <TextField label={t({ message: 'Name', context: 'of a person' })} isRequired {...form.field('name')} />
        <TextField label={t`E-mail address`} type="email" isRequired={sendsMail} {...form.field('email')} />
      </FormRow>
      <FormRow>
        <Select<string>
          label={t`Partner`}
          choices={partners.map(one => ({ id: one.id, label: one.name }))}
          {...form.field('organisationId')}
        />
        <Select<Language>
          label={t`Language`}
          choices={languageCodes.map(code => ({ id: code, label: languages[code].name }))}
          {...form.field('language')}
        />
      </FormRow>
      <CheckboxGroup<ExtraRight>
        label={t`Besides reading, the guest may`}
        choices={extraRights.map(right => ({ id: right, label: term(guestRightTerms[right]) }))}
        {...form.field('rights')}
      />
      <DateField
        label={t`Last day`}
        isRequired
        help={<Trans>At most a year from now.</Trans>}
        {...form.field('expiresOn')}
      />
      <TextArea label={t`A few words to the guest`} maxLength={4000} {...form.field('message')} />
      {sendsMail && (
        <Checkbox
          isSelected={form.values.emailProof}
          onChange={emailProof => form.set({ emailProof })}
          help={<Trans>A link that is passed on then opens nothing.</Trans>}
        >{t`Ask for a code by e-mail`}</Checkbox>
      )}
    </Form>
  )
}

export function GuestLinkDialog({ made, onClose }: { made: MadeLink; onClose: () => void }) {
  const { t } = useLingui()
  const { guest, link, mailed } = made
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`The link of ${guest.name}`}
      actions={<Button variant="primary" onPress={onClose}>{t`Done`}</Button>}
    >
      <div className="flex flex-col gap-4 text-sm">
        <p>
          {mailed ? (
            <Trans>
              The link is on its way to <bdi dir="ltr">{guest.email}</bdi>. It is shown only now, in case the message
              does not arrive.
            </Trans>
          ) : (
            <Trans>
              Send this link to <bdi>{guest.name}</bdi>. It is for this person alone, and it is shown only now.
            </Trans>
          )}
        </p>
        <CopyLine text={link} label={t`Copy the link`} />
      </div>
    </Dialog>
  )
}
