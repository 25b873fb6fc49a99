// The short form of an organisation, beside the list.
import { Trans, useLingui } from '@lingui/react/macro'
import { getOrganisation, type Organisation } from '#modules/registry/organisation.contract.ts'
import { identifierSchemes } from '#modules/registry/registry.terms.ts'
import { useTerm } from '../../core/i18n.ts'
import { sentenceFor } from '../../core/problem.ts'
import { useCall } from '../../core/query.ts'
import { Banner } from '../../kit/banner.tsx'
import { Bdi } from '../../kit/bdi.tsx'
import { CopyButton } from '../../kit/copy.tsx'
import { DescriptionList } from '../../kit/description-list.tsx'
import { Link, LinkButton } from '../../kit/link.tsx'
import { Panel } from '../../kit/panel.tsx'
import { SkeletonText } from '../../kit/skeleton.tsx'
import { inSchemeOrder, OrganisationStatusDot, usePlaceWords, useTypeWords } from './organisation-words.tsx'

export function OrganisationPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui()
  const { data, error } = useCall(getOrganisation, { params: { id } })
  const isOther = data && data.original !== data.name
  return (
    <Panel
      key={id}
      overline={
        data?.unitOf && (
          <Link to="/organisations/$organisationId" params={{ organisationId: data.unitOf.id }}>
            <Bdi>{data.unitOf.name}</Bdi>
          </Link>
        )
      }
      title={data ? <Bdi>{data.name}</Bdi> : t`Organisation`}
      subtitle={isOther && <Bdi>{data.original}</Bdi>}
      onClose={onClose}
    >
      {error && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!data && !error && <SkeletonText lines={8} />}
      {data && <PanelFacts organisation={data} />}
    </Panel>
  )
}

const shownNames = 6

function PanelFacts({ organisation }: { organisation: Organisation }) {
  const { t } = useLingui()
  const term = useTerm()
  const typeWords = useTypeWords()
  const placeWords = usePlaceWords()
  const { name, original, place, identifiers, links } = organisation
  const website = links.find(link => link.kind === 'website')
  const others = organisation.names.filter(each => each.text !== name && each.text !== original)
  return (
    <>
      <div>
        <LinkButton
          variant="plain"
          to="/organisations/$organisationId"
          params={{ organisationId: organisation.id }}
        >{t`Open the record`}</LinkButton>
      </div>
      <DescriptionList
        facts={[
          { label: t`Status`, value: <OrganisationStatusDot status={organisation.status} /> },
          { label: t`Type`, value: typeWords(organisation.types) },
          { label: t`Place`, value: placeWords(place) && placeWords(place) },
          {
            label: t`Website`,
            value: website && (
              <bdi dir="ltr" className="break-all">
                {website.url}
              </bdi>
            ),
          },
          ...inSchemeOrder(identifiers)
            .slice(0, 4)
            .map(each => ({
              label: term(identifierSchemes[each.scheme]),
              value: (
                <span className="flex items-center gap-1">
                  <bdi dir="ltr" className="min-w-0 break-all tabular-nums [font-variant-ligatures:none]">
                    {each.value}
                  </bdi>
                  <CopyButton text={each.value} label={t`Copy ${each.value}`} />
                </span>
              ),
            })),
        ]}
      />
      {others.length > 0 && (
        <section>
          <h3 className="mb-2 text-sm font-medium text-muted">
            <Trans>Also known as</Trans>
          </h3>
          <ul className="flex flex-col gap-1 text-sm">
            {others.slice(0, shownNames).map(each => (
              <li key={`${each.kind} ${each.text}`}>
                <Bdi language={each.language}>{each.text}</Bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
