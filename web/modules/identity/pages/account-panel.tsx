// One account beside the list: roles can be changed, the account closed or opened, a new password link made.
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate, useParams } from '@tanstack/react-router'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { changeAccount, listAccounts, newPasswordLink, type PersonAccount } from '#core/identity/identity.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { useSession } from '../../../core/session.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { DescriptionList } from '../../../kit/description-list.tsx'
import { ConfirmDialog } from '../../../kit/dialog.tsx'
import { Form } from '../../../kit/form.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { AccountStatus } from '../account-words.tsx'
import { GrantFields, type GrantValue } from '../grant-fields.tsx'
import { GrantLines } from '../grant-lines.tsx'
import { LinkDialog } from '../invite-dialog.tsx'
import { EraseAccount } from '../people/erase-account.tsx'
import { AccountSessions } from '../security/account-sessions.tsx'

export function AccountPanel() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { accountId } = useParams({ strict: false }) as { accountId: string }
  const { data, error } = useCall(listAccounts)
  const account = data?.items.find(each => each.id === accountId)
  const close = () => void navigate({ to: '/people' as never, search: true as never })
  return (
    <Panel
      key={accountId}
      title={account ? <bdi>{account.name}</bdi> : t`Person`}
      subtitle={account && <bdi>{account.email}</bdi>}
      onClose={close}
    >
      {error && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!data && !error && <SkeletonText lines={6} />}
      {data && !account && (
        <Banner tone="warn">
          <Trans>There is no such account.</Trans>
        </Banner>
      )}
      {account && <AccountDetail account={account} />}
    </Panel>
  )
}

function AccountDetail({ account }: { account: PersonAccount }) {
  const { t } = useLingui()
  const { instant } = useFormat()
  const [isEditing, setEditing] = useState(false)
  return (
    <>
      <DescriptionList
        facts={[
          { label: t`Account`, value: <AccountStatus account={account} /> },
          { label: t`Since`, value: instant(account.createdAt) },
          { label: t`Last here`, value: account.lastSeenAt && instant(account.lastSeenAt) },
          ...(isEditing ? [] : [{ label: t`May do`, value: <GrantLines grants={account.grants} /> }]),
        ]}
      />
      {isEditing ? (
        <GrantForm account={account} onDone={() => setEditing(false)} />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button onPress={() => setEditing(true)}>{t`Change roles`}</Button>
          {!account.disabled && <PasswordLink account={account} />}
          <LinkButton to="/people/$accountId/powers" params={{ accountId: account.id }}>{t`What, and why?`}</LinkButton>
          <LinkButton to="/people/$accountId/hand-over" params={{ accountId: account.id }}>{t`Hand over`}</LinkButton>
          <OpenOrClose account={account} />
          <EraseAccount account={account} />
        </div>
      )}
      {!isEditing && <AccountSessions account={account} />}
    </>
  )
}

/** Roles that administrators give; those from groups of single sign-on follow the groups. */
const ownGrants = (account: PersonAccount) => account.grants.filter(grant => grant.source === null)

function GrantForm({ account, onDone }: { account: PersonAccount; onDone: () => void }) {
  const { t } = useLingui()
  const save = useWrite(changeAccount, { refreshes: [listAccounts] })
  const form = useForm({
    initial: {
      grants: ownGrants(account).map(
        ({ role, scopeId, validFrom, validUntil }): GrantValue => ({ role, scopeId, validFrom, validUntil }),
      ),
    },
    onSubmit: async ({ grants }) => {
      await save.mutateAsync({ params: { id: account.id }, body: { grants, disabled: account.disabled } })
      toast({ text: t`The roles were changed. They hold from the next click on.` })
      onDone()
    },
  })
  return (
    <Form form={form} submitLabel={t`Save roles`} onCancel={onDone}>
      <GrantFields {...form.field('grants')} />
    </Form>
  )
}

function PasswordLink({ account }: { account: PersonAccount }) {
  const { t } = useLingui()
  const [link, setLink] = useState<string | null>(null)
  const make = useWrite(newPasswordLink, { onDone: answer => setLink(answer.link) })
  return (
    <>
      <Button
        icon={<KeyRound aria-hidden className="size-4" />}
        isPending={make.isPending}
        onPress={() => make.mutate({ params: { id: account.id } })}
      >
        {account.invited ? t`New invitation link` : t`New password link`}
      </Button>
      {make.error && <Banner tone="bad">{sentenceFor(make.error)}</Banner>}
      {link && (
        <LinkDialog title={t`Link for a new password`} link={link} onClose={() => setLink(null)}>
          <Trans>
            Send this link to <bdi>{account.name}</bdi>. It works once, within 14 days; earlier links work no more. It
            is shown only now.
          </Trans>
        </LinkDialog>
      )}
    </>
  )
}

function OpenOrClose({ account }: { account: PersonAccount }) {
  const { t } = useLingui()
  const own = useSession()?.person?.id === account.id
  const [isAsking, setAsking] = useState(false)
  const save = useWrite(changeAccount, { refreshes: [listAccounts] })
  const grants = ownGrants(account).map(({ role, scopeId, validFrom, validUntil }) => ({
    role,
    scopeId,
    validFrom,
    validUntil,
  }))
  const setDisabled = async (disabled: boolean) => {
    await save.mutateAsync({ params: { id: account.id }, body: { grants, disabled } })
    toast({ text: disabled ? t`The account is closed.` : t`The account is open again.` })
  }
  if (account.disabled)
    return (
      <Button
        isPending={save.isPending}
        onPress={() => setDisabled(false).catch(error => toast({ tone: 'bad', text: sentenceFor(error) }))}
      >{t`Open the account again`}</Button>
    )
  if (own) return null
  return (
    <>
      <Button variant="quiet" onPress={() => setAsking(true)}>{t`Close the account`}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t`Close the account of ${account.name}?`}
        consequence={t`This person is signed out at once and can no longer sign in. What was recorded stays, with the name. The account can be opened again.`}
        action={t`Close the account`}
        isDangerous
        onConfirm={() => setDisabled(true)}
      />
    </>
  )
}
