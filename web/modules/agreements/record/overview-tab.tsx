// What an agreement is: parties, dates as separate facts, fields, confidentiality, relations, and its pulse with reasons.
import { useLingui } from '@lingui/react/macro'
import type { AgreementView } from '#modules/agreements/agreement.contract.ts'
import { confidentialityTerms, partyRoleTerms } from '#modules/agreements/agreement.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { LocalisedText } from '../../../kit/bdi.tsx'
import { DescriptionList, type Fact } from '../../../kit/description-list.tsx'
import { Link, OutsideLink } from '../../../kit/link.tsx'
import { Tag } from '../../../kit/tag.tsx'
import { Links } from '../../collaboration/links.tsx'
import { OrganisationName, useKindWords } from '../agreement-words.tsx'
import { useDateFacts } from './date-facts.tsx'
import { PulseBlock } from './pulse-block.tsx'
import { Relations } from './relations.tsx'

export function Parties({ agreement }: { agreement: AgreementView }) {
  const term = useTerm()
  const { country, date } = useFormat()
  return (
    <ul className="divide-y divide-line border-y border-line text-sm">
      {agreement.parties.map(party => {
        const { organisation, unit } = party
        const place = [organisation.city, organisation.country && country(organisation.country)]
          .filter(Boolean)
          .join(', ')
        const signed = [party.signatoryName, party.signatoryTitle, party.signedOn && date(party.signedOn)].filter(
          Boolean,
        )
        return (
          <li key={party.id} className="flex flex-wrap gap-x-4 gap-y-0.5 py-2">
            <span className="w-32 shrink-0 text-muted">{term(partyRoleTerms[party.role])}</span>
            <span className="min-w-0 flex-1 basis-40">
              {party.side === 'partner' ? (
                <Link to="/partners/$organisationId" params={{ organisationId: organisation.id }}>
                  <bdi>{organisation.name}</bdi>
                </Link>
              ) : (
                <OrganisationName organisation={{ ...organisation, originalName: null }} />
              )}
              {organisation.originalName && (
                <span className="block text-xs text-muted">
                  <bdi>{organisation.originalName}</bdi>
                </span>
              )}
              {unit && (
                <span className="block text-xs">
                  <bdi>{unit.name}</bdi>
                </span>
              )}
              {place && <span className="block text-xs text-muted">{place}</span>}
              {signed.length > 0 && (
                <span className="block text-xs text-muted">
                  <bdi>{signed.join(' · ')}</bdi>
                </span>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** To the people whom a confidential agreement is confided to, and to who sees it and why. */
function ConfidentialityLinks({ agreement }: { agreement: AgreementView }) {
  const { t } = useLingui()
  const { id, abilities } = agreement
  return (
    <span className="flex flex-wrap gap-x-4">
      {agreement.confidentiality === 'confidential' && (
        <Link to="/agreements/$agreementId" params={{ agreementId: id }} search={{ tab: 'people' }}>
          {t`Readers`}
        </Link>
      )}
      {(abilities.edit === true || abilities.name_readers === true) && (
        <Link to="/agreements/$recordId/access" params={{ recordId: id }}>
          {t`Who may see this, and why?`}
        </Link>
      )}
    </span>
  )
}

export function useContentFacts(agreement: AgreementView): Fact[] {
  const { t } = useLingui()
  const term = useTerm()
  const { languageName, list } = useFormat()
  const kindWords = useKindWords()
  const { fields, languages, links, scope, remarks } = agreement
  return [
    { label: t`Kind`, value: kindWords(agreement.kinds) },
    {
      label: t`Fields of science`,
      value: fields.length > 0 && (
        <span className="flex flex-wrap gap-1.5">
          {fields.map(field => (
            <Tag key={field.code}>{field.label}</Tag>
          ))}
        </span>
      ),
    },
    { label: t`Languages`, value: languages.length > 0 ? list(languages.map(languageName)) : null },
    {
      label: t`Confidentiality`,
      value: term(confidentialityTerms[agreement.confidentiality]),
      note: <ConfidentialityLinks agreement={agreement} />,
    },
    { label: t`Owner`, value: agreement.owner && <bdi>{agreement.owner.name}</bdi> },
    { label: t`Our unit`, value: agreement.unit && <OrganisationName organisation={agreement.unit} /> },
    ...(Object.keys(scope).length > 0
      ? [{ label: t`Scope`, value: <LocalisedText texts={scope} className="whitespace-pre-line" /> }]
      : []),
    ...(remarks ? [{ label: t`Remarks`, value: <bdi className="whitespace-pre-line">{remarks}</bdi> }] : []),
    ...(links.length > 0
      ? [
          {
            label: t`Links`,
            value: links.map(link => (
              <OutsideLink key={link.id} href={link.url} className="block break-all">
                <bdi>{link.label ?? link.url}</bdi>
              </OutsideLink>
            )),
          },
        ]
      : []),
  ].map(fact => ({ ...fact, value: fact.value === false ? null : fact.value }))
}

export function OverviewTab({ agreement }: { agreement: AgreementView }) {
  const { t } = useLingui()
  const dates = useDateFacts(agreement)
  const content = useContentFacts(agreement)
  const heading = 'mb-2 text-base font-semibold'
  return (
    <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-6">
        <section>
          <h2 className={heading}>{t`Parties`}</h2>
          <Parties agreement={agreement} />
        </section>
        <section>
          <h2 className={heading}>{t`Content`}</h2>
          <DescriptionList facts={content} />
          <Relations agreement={agreement} />
          <Links record={{ subject: 'agreement', id: agreement.id }} />
        </section>
      </div>
      <div className="flex flex-col gap-6 max-lg:order-first">
        {agreement.pulse && <PulseBlock pulse={agreement.pulse} />}
        <section>
          <h2 className={heading}>{t`Dates`}</h2>
          <DescriptionList facts={dates} />
        </section>
      </div>
    </div>
  )
}
