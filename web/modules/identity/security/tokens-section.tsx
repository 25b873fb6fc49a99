// API tokens of one's own: made for a time and for some powers, shown once, revoked.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { explainPerson } from '#core/identity/people/people.contract.ts'
import { powers, powerTerms } from '#core/identity/roles.terms.ts'
import { type ApiToken, listOwnTokens, makeToken, revokeToken } from '#core/identity/tokens/token.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { useSession } from '../../../core/session.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { CheckboxGroup } from '../../../kit/checkbox.tsx'
import { CopyLine } from '../../../kit/copy.tsx'
import { DateField } from '../../../kit/date-field.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Form } from '../../../kit/form.tsx'
import { Link } from '../../../kit/link.tsx'
import { Section } from '../../../kit/page.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'

type Power = (typeof powers)[number]

export function TokensSection() {
  const { t } = useLingui()
  const { data, error } = useCall(listOwnTokens)
  const [isMaking, setMaking] = useState(false)
  const revoke = useWrite(revokeToken, {
    refreshes: [listOwnTokens],
    onDone: () => toast({ text: t`The token no longer works.` }),
  })
  const problem = error ?? revoke.error
  return (
    <Section
      title={t`Tokens for programs`}
      actions={<Button onPress={() => setMaking(true)}>{t`Make a token`}</Button>}
    >
      <p className="-mt-2 mb-2 text-sm text-muted">
        <Trans>
          With a token a program of yours acts in your name, with less power and for a time. What it can ask for stands
          in the <Link to="/api-reference">description of the API</Link>.
        </Trans>
      </p>
      {problem && <Banner tone="bad">{sentenceFor(problem)}</Banner>}
      <ul className="divide-y divide-line">
        {data?.items.map(token => (
          <TokenLine
            key={token.id}
            token={token}
            isPending={revoke.isPending}
            onRevoke={() => revoke.mutate({ params: { id: token.id } })}
          />
        ))}
      </ul>
      {isMaking && <MakeTokenDialog onClose={() => setMaking(false)} />}
    </Section>
  )
}

function TokenLine({ token, onRevoke, isPending }: { token: ApiToken; onRevoke: () => void; isPending: boolean }) {
  const { t } = useLingui()
  const { date, relativeInstant, list } = useFormat()
  const term = useTerm()
  return (
    <li className="flex items-start gap-3 py-3">
      <div className="min-w-0 flex-1">
        <bdi className="font-medium">{token.name}</bdi>
        <span className="block text-xs text-muted">{list(token.scopes.map(scope => term(powerTerms[scope])))}</span>
        <span className="block text-xs text-muted">
          <Trans>Works until {date(token.expiresOn)}</Trans>
          {' · '}
          {token.lastUsedAt ? (
            <Trans>Last used {relativeInstant(token.lastUsedAt)}</Trans>
          ) : (
            <Trans>Not used yet</Trans>
          )}
        </span>
      </div>
      <Button size="small" isDisabled={isPending} onPress={onRevoke}>{t`Revoke`}</Button>
    </li>
  )
}

function MakeTokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const [made, setMade] = useState<string | null>(null)
  return (
    <Dialog isOpen onClose={onClose} title={made ? t`Your token` : t`Make a token`}>
      {made ? (
        <div className="flex flex-col gap-4">
          <p className="text-sm">
            <Trans>
              Keep it like a password; it is shown only now. A program sends it with every call, in the header shown
              below.
            </Trans>
          </p>
          <CopyLine text={made} label={t`Copy the token`} />
          <code dir="ltr" className="rounded-md border border-line bg-raised px-3 py-2 text-xs break-all">
            Authorization: Bearer {made}
          </code>
          <Button variant="primary" className="self-start" onPress={onClose}>{t`I have kept it`}</Button>
        </div>
      ) : (
        <TokenForm onMade={setMade} onClose={onClose} />
      )}
    </Dialog>
  )
}

function TokenForm({ onMade, onClose }: { onMade: (token: string) => void; onClose: () => void }) {
  const { t } = useLingui()
  const term = useTerm()
  const id = useSession()?.person?.id ?? ''
  const own = useCall(explainPerson, { params: { id } }).data?.powers.map(one => one.power) ?? ['read' as Power]
  const make = useWrite(makeToken, { refreshes: [listOwnTokens] })
  const initial: { name: string; scopes: Power[]; expiresOn: string | null } = {
    ...{ name: '', scopes: ['read'], expiresOn: null },
  }
  const form = useForm({
    initial,
    check: values => ({
      name: values.name.trim() === '' ? t`Say what the token is for.` : undefined,
      scopes: values.scopes.length === 0 ? t`Choose what it may do.` : undefined,
      expiresOn: values.expiresOn ? undefined : t`Choose the last day.`,
    }),
    onSubmit: async ({ name, scopes, expiresOn }) => {
      const answer = await make.mutateAsync({ body: { name: name.trim(), scopes, expiresOn: expiresOn! } })
      onMade(answer.token)
    },
  })
  return (
    <Form form={form} submitLabel={t`Make the token`} onCancel={onClose}>
      <TextField
        label={t`What it is for`}
        isRequired
        help={<Trans>For example: nightly export to the library.</Trans>}
        {...form.field('name')}
      />
      <CheckboxGroup<Power>
        label={t`What it may do`}
        choices={powers
          .filter(power => own.includes(power))
          .map(power => ({ id: power, label: term(powerTerms[power]) }))}
        {...form.field('scopes')}
      />
      <DateField
        label={t`Last day`}
        isRequired
        help={<Trans>At most a year from now.</Trans>}
        {...form.field('expiresOn')}
      />
    </Form>
  )
}
