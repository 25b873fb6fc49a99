// What may this person do, and why: every power with the roles that give it, and roles that rest.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { ShieldQuestion } from 'lucide-react'
import { explainPerson } from '#core/identity/people/people.contract.ts'
import { powerTerms } from '#core/identity/roles.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { may, useSession } from '../../../core/session.ts'
import { Banner } from '../../../kit/banner.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { ReasonLines } from '../people/reason-words.tsx'
import { useRoleWords } from '../role-words.ts'

export function PersonPowersPage() {
  const { t } = useLingui()
  const term = useTerm()
  const session = useSession()
  const { accountId } = useParams({ strict: false }) as { accountId?: string }
  const id = accountId ?? session?.person?.id ?? ''
  const { data, error } = useCall(explainPerson, { params: { id } })
  const isOwn = session?.person?.id === id
  const back = isOwn
    ? { label: t`My account`, to: '/account' }
    : may(session, 'administer')
      ? { label: t`People and access`, to: '/people/$accountId', params: { accountId: id } }
      : { label: t`Log of sign-ins`, to: '/access-log' }
  return (
    <Page width="reading">
      <PageHeader
        crumbs={[back]}
        title={isOwn ? t`What may I do, and why?` : t`What may this person do, and why?`}
        subtitle={data && <bdi>{data.person.name}</bdi>}
      />
      {error && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!data && !error && <SkeletonText lines={10} />}
      {data?.closed && (
        <Banner tone="warn">
          <Trans>The account is closed: nobody can sign in with it.</Trans>
        </Banner>
      )}
      {data && data.powers.length === 0 && (
        <EmptyState icon={<ShieldQuestion />} title={t`Nothing at present`}>
          <Trans>No role holds today. With a role, this page tells what it is for and where it holds.</Trans>
        </EmptyState>
      )}
      {data && data.powers.length > 0 && (
        <dl className="divide-y divide-line border-y border-line text-sm">
          {data.powers.map(({ power, reasons }) => (
            <div key={power} className="grid gap-x-6 gap-y-1 py-3 md:grid-cols-2">
              <dt>{term(powerTerms[power])}</dt>
              <dd className="text-muted">
                <ReasonLines reasons={reasons} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {data && data.confided > 0 && (
        <p className="mt-4 text-sm">
          <Plural
            value={data.confided}
            one="# confidential record is confided to this person, as its owner or a named reader, also by standing in for somebody."
            other="# confidential records are confided to this person, as their owner or a named reader, also by standing in for somebody."
          />
        </p>
      )}
      {data && data.resting.length > 0 && <Resting resting={data.resting} />}
    </Page>
  )
}

interface RestingRole {
  role: Parameters<ReturnType<typeof useRoleWords>['name']>[0]
  scopeName: string | null
  validFrom: string | null
  validUntil: string | null
}

function Resting({ resting }: { resting: readonly RestingRole[] }) {
  const { t } = useLingui()
  const { dateRange } = useFormat()
  const words = useRoleWords()
  return (
    <div className="mt-8">
      <Section title={t`Roles that do not hold today`}>
        <ul className="flex flex-col gap-1 text-sm">
          {resting.map(one => (
            <li key={`${one.role} ${one.scopeName} ${one.validFrom} ${one.validUntil}`}>
              <span className="font-medium">{words.name(one.role)}</span>
              {one.scopeName && (
                <>
                  {' · '}
                  <bdi>{one.scopeName}</bdi>
                </>
              )}
              <span className="text-muted"> · {dateRange(one.validFrom, one.validUntil)}</span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
