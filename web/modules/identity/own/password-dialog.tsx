// Changes one's own password; the present one is asked, and one is signed out everywhere else.
import { Plural, useLingui } from '@lingui/react/macro'
import { changeOwnPassword } from '#core/identity/own-account.contract.ts'
import { useWrite } from '../../../core/query.ts'
import { useSession } from '../../../core/session.ts'
import { Dialog } from '../../../kit/dialog.tsx'
import { Form } from '../../../kit/form.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { NewPasswordField, PasswordField } from '../password-field.tsx'
import { shortestPassword } from '../password-strength.ts'

export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const person = useSession()?.person
  const save = useWrite(changeOwnPassword)
  const form = useForm({
    initial: { current: '', password: '' },
    check: ({ current, password }) => ({
      current: current === '' ? t`Write your present password.` : undefined,
      password: [...password].length < shortestPassword ? t`The password is too short.` : undefined,
    }),
    onSubmit: async body => {
      const { sessionsEnded } = await save.mutateAsync({ body })
      toast({
        text:
          sessionsEnded === 0 ? (
            t`The password was changed.`
          ) : (
            <Plural
              value={sessionsEnded}
              one="The password was changed. You were signed out on one other device."
              other="The password was changed. You were signed out on # other devices."
            />
          ),
      })
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t`Change the password`} width="narrow">
      <Form form={form} submitLabel={t`Change the password`} onCancel={onClose}>
        <input type="text" autoComplete="username" value={person?.email ?? ''} readOnly hidden />
        <PasswordField
          label={t`Present password`}
          isRequired
          autoFocus
          autoComplete="current-password"
          {...form.field('current')}
        />
        <NewPasswordField
          label={t`New password`}
          isRequired
          known={person ? [person.name, person.email] : []}
          {...form.field('password')}
        />
      </Form>
    </Dialog>
  )
}
