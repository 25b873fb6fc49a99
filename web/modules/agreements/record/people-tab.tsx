// Contacts and signatories of an agreement, by side.
import { Trans, useLingui } from '@lingui/react/macro'
import { Users } from 'lucide-react'
import type { AgreementView } from '#modules/agreements/agreement.contract.ts'
import { contactRoleTerms, type PartySide, partySideTerms } from '#modules/agreements/agreement.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { LinkButton, OutsideLink } from '../../../kit/link.tsx'
import { GuestsSection } from '../../guests/office/guests-section.tsx'
import { ReadersSection } from './readers-section.tsx'
import { partnersOf, reasonAgainst } from './record-parts.ts'

type Contact = AgreementView['contacts'][number]

export function ContactLine({ contact }: { contact: Contact }) {
  const term = useTerm()
  return (
    <>
      <span className="block font-medium">
        <bdi>{contact.name}</bdi>
      </span>
      <span className="block text-xs text-muted">
        {term(contactRoleTerms[contact.role])}
        {contact.organisationName && (
          <>
            {' · '}
            <bdi>{contact.organisationName}</bdi>
          </>
        )}
      </span>
      {(contact.email || contact.phone) && (
        <span className="flex flex-wrap gap-x-3 text-xs">
          {contact.email && (
            <OutsideLink href={`mailto:${contact.email}`}>
              <bdi>{contact.email}</bdi>
            </OutsideLink>
          )}
          {contact.phone && <bdi dir="ltr">{contact.phone}</bdi>}
        </span>
      )}
    </>
  )
}

export function PeopleTab({ agreement }: { agreement: AgreementView }) {
  const partners = partnersOf(agreement).map(({ organisation: { id, name } }) => ({ id, name }))
  const contacts = agreement.contacts.filter(contact => contact.side === 'partner')
  return (
    <>
      {agreement.confidentiality === 'confidential' && (
        <div className="mb-4 [&>section]:border-t-0 [&>section]:pt-0">
          <ReadersSection agreementId={agreement.id} />
        </div>
      )}
      <NamedPeople agreement={agreement} />
      <div className="mt-8">
        <GuestsSection agreementId={agreement.id} partners={partners} contacts={contacts} />
      </div>
    </>
  )
}

export function NamedPeople({ agreement }: { agreement: AgreementView }) {
  const { t } = useLingui()
  const term = useTerm()
  const { date } = useFormat()
  const signatories = agreement.parties.filter(party => party.signatoryName)
  const isEmpty = agreement.contacts.length === 0 && signatories.length === 0
  if (isEmpty)
    return (
      <EmptyState
        icon={<Users />}
        title={t`Nobody is named yet`}
        {...(!reasonAgainst(agreement, 'edit') && {
          actions: (
            <LinkButton
              to="/agreements/$agreementId/edit"
              params={{ agreementId: agreement.id }}
            >{t`Add contacts`}</LinkButton>
          ),
        })}
      >
        <Trans>Write down who looks after it on each side, so that the next step does not begin with a search.</Trans>
      </EmptyState>
    )
  const sides: PartySide[] = ['home', 'partner']
  return (
    <div className="grid gap-x-8 gap-y-6 md:grid-cols-2">
      {sides.map(side => {
        const contacts = agreement.contacts.filter(contact => contact.side === side)
        const signed = signatories.filter(party => party.side === side)
        if (contacts.length === 0 && signed.length === 0) return null
        return (
          <section key={side}>
            <h2 className="mb-2 text-base font-semibold">{term(partySideTerms[side])}</h2>
            <ul className="divide-y divide-line border-y border-line text-sm">
              {contacts.map(contact => (
                <li key={contact.id} className="py-2">
                  <ContactLine contact={contact} />
                </li>
              ))}
              {signed.map(party => (
                <li key={party.id} className="py-2">
                  <span className="block font-medium">
                    <bdi>{party.signatoryName}</bdi>
                  </span>
                  <span className="block text-xs text-muted">
                    {[t`Signed`, party.signatoryTitle, party.signedOn && date(party.signedOn)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
