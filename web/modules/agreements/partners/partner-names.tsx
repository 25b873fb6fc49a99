// What a partner is called in all languages and scripts, its identifiers and where it is.
import { useLingui } from '@lingui/react/macro'
import type { PartnerView } from '#modules/agreements/portfolio.contract.ts'
import { identifierSchemes, nameKinds } from '#modules/registry/registry.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { type Term, useTerm } from '../../../core/i18n.ts'
import { Bdi } from '../../../kit/bdi.tsx'
import { DescriptionList } from '../../../kit/description-list.tsx'
import { Link, OutsideLink } from '../../../kit/link.tsx'
import { Section } from '../../../kit/page.tsx'

/** The word of a list that may be newer than this page; what it does not know stays as it is. */
const wordIn = (terms: Readonly<Record<string, Term>>, name: string): Term => terms[name] ?? { id: name, message: name }

export function PartnerPlace({ partner }: { partner: PartnerView }) {
  const { t } = useLingui()
  const { country, number } = useFormat()
  const { organisation, website, latitude, longitude } = partner
  const isPlaced = latitude !== null && longitude !== null
  const degrees = (value: number) => number(value, { maximumFractionDigits: 4 })
  return (
    <DescriptionList
      facts={[
        {
          label: t`Country`,
          value: organisation.country && (
            <Link to="/countries/$code" params={{ code: organisation.country }}>
              {country(organisation.country)}
            </Link>
          ),
        },
        { label: t`City`, value: organisation.city && <bdi>{organisation.city}</bdi> },
        {
          label: t`Place`,
          value: isPlaced && (
            <>
              <bdi dir="ltr" className="me-3 tabular-nums">
                {degrees(latitude)}, {degrees(longitude)}
              </bdi>
              <Link to="/portfolio" search={{ view: 'map', partner: organisation.id }}>{t`Show on the map`}</Link>
            </>
          ),
        },
        {
          label: t`Website`,
          value:
            website && /^https?:/.test(website) ? (
              <OutsideLink href={website}>
                <bdi dir="ltr">{website}</bdi>
              </OutsideLink>
            ) : (
              website && <bdi dir="ltr">{website}</bdi>
            ),
        },
      ].map(fact => ({ ...fact, value: fact.value || null }))}
    />
  )
}

export function PartnerNames({ partner }: { partner: PartnerView }) {
  const { t } = useLingui()
  const term = useTerm()
  const { languageName, compare } = useFormat()
  const names = partner.names.toSorted((one, other) => compare(one.language ?? 'zz', other.language ?? 'zz'))
  return (
    <>
      <Section title={t`Names`}>
        <ul className="divide-y divide-line border-y border-line text-sm">
          {names.map(name => (
            <li key={`${name.kind} ${name.language} ${name.text}`} className="flex flex-wrap gap-x-4 gap-y-0.5 py-2">
              <span className="min-w-0 flex-1 basis-60">
                <Bdi language={name.language}>{name.text}</Bdi>
              </span>
              <span className="text-xs text-muted">
                {[name.language && languageName(name.language), term(wordIn(nameKinds, name.kind))]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t`Place`}>
        <PartnerPlace partner={partner} />
      </Section>
      {partner.identifiers.length > 0 && (
        <Section title={t`Identifiers`}>
          <DescriptionList
            facts={[...Map.groupBy(partner.identifiers, each => each.scheme)].map(([scheme, found]) => ({
              label: term(wordIn(identifierSchemes, scheme)),
              value: found.map(each => (
                <bdi key={each.value} dir="ltr" className="block w-fit break-all">
                  {each.value}
                </bdi>
              )),
            }))}
          />
        </Section>
      )}
    </>
  )
}
