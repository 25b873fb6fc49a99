// Who is named for a partner in its agreements; the same person of several agreements stands once.
import { Trans, useLingui } from '@lingui/react/macro'
import { Users } from 'lucide-react'
import type { PartnerView } from '#modules/agreements/portfolio.contract.ts'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Link } from '../../../kit/link.tsx'
import { ContactLine } from '../record/people-tab.tsx'

type Found = PartnerView['contacts'][number]

const personOf = ({ contact }: Found): string =>
  [contact.side, contact.role, contact.name, contact.email, contact.phone].join('\n')

export function PartnerContacts({ partner }: { partner: PartnerView }) {
  const { t } = useLingui()
  const people = [...Map.groupBy(partner.contacts, personOf)]
  if (people.length === 0)
    return (
      <EmptyState icon={<Users />} title={t`No contacts are named`}>
        <Trans>Contacts are written down in the agreements with this partner.</Trans>
      </EmptyState>
    )
  return (
    <ul className="divide-y divide-line border-y border-line text-sm">
      {people.map(([key, found]) => (
        <li key={key} className="grid gap-x-8 gap-y-1 py-3 sm:grid-cols-2">
          <div className="min-w-0">{found[0] && <ContactLine contact={found[0].contact} />}</div>
          <ul className="flex min-w-0 flex-col gap-1 text-xs">
            {found.map(({ contact, agreement }) => (
              <li key={contact.id}>
                <Link to="/agreements/$agreementId" params={{ agreementId: agreement.id }}>
                  <bdi>{agreement.title}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
