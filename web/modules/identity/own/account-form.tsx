// One's own name and the language of mails.
import { useLingui } from '@lingui/react/macro'
import type { ResponseOf } from '#core/contract.ts'
import { listAccounts, listColleagues } from '#core/identity/identity.contract.ts'
import { changeOwnAccount, getOwnAccount } from '#core/identity/own-account.contract.ts'
import { useWrite } from '../../../core/query.ts'
import { isLanguage, type Language, languageCodes, languages } from '../../../core/reader.ts'
import { adoptSession } from '../../../core/session.ts'
import { Form } from '../../../kit/form.tsx'
import { Select } from '../../../kit/select.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'

export function AccountForm({ account }: { account: ResponseOf<typeof getOwnAccount> }) {
  const { t } = useLingui()
  const save = useWrite(changeOwnAccount, { refreshes: [getOwnAccount, listAccounts, listColleagues] })
  const form = useForm({
    initial: { name: account.name, language: isLanguage(account.language) ? account.language : ('en' as Language) },
    draftKey: 'account.own',
    check: ({ name }) => ({ name: name.trim() === '' ? t`Write your name.` : undefined }),
    onSubmit: async values => {
      adoptSession(await save.mutateAsync({ body: values }))
      toast({ text: t`Your account was saved.` })
    },
  })
  return (
    <Form form={form} submitLabel={t`Save`}>
      <TextField
        label={t({ message: 'Name', context: 'of a person' })}
        isRequired
        maxLength={200}
        autoComplete="name"
        {...form.field('name')}
      />
      <Select<Language>
        label={t`Language of e-mails to me`}
        choices={languageCodes.map(id => ({ id, label: languages[id].name }))}
        {...form.field('language')}
      />
    </Form>
  )
}
