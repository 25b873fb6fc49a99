// What is known of an organisation at a glance: facts, identifiers, websites, units, relations.
import { Trans, useLingui } from '@lingui/react/macro'
import { FolderPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Organisation, UnitItem } from '#modules/registry/organisation.contract.ts'
import {
  factSources,
  identifierSchemes,
  linkKinds,
  type RelationKind,
  relationKinds,
} from '#modules/registry/registry.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { Bdi } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { CopyButton } from '../../../kit/copy.tsx'
import { DescriptionList } from '../../../kit/description-list.tsx'
import { Link } from '../../../kit/link.tsx'
import { Section } from '../../../kit/page.tsx'
import { Tag } from '../../../kit/tag.tsx'
import { Links as LinkedRecords } from '../../collaboration/links.tsx'
import {
  inSchemeOrder,
  mayDo,
  NameWithOriginal,
  OrganisationStatusDot,
  usePlaceWords,
  useTypeWords,
} from '../organisation-words.tsx'

interface OverviewProps {
  organisation: Organisation
  onAddUnit: () => void
}

export function OverviewTab({ organisation, onAddUnit }: OverviewProps) {
  return (
    <RecordFacts
      organisation={organisation}
      linked={<LinkedRecords record={{ subject: 'organisation', id: organisation.id }} />}
      onAddUnit={onAddUnit}
    />
  )
}

interface FactsProps {
  organisation: Organisation
  linked?: ReactNode
  onAddUnit?: () => void
}

/** What the record itself says. */
export function RecordFacts({ organisation, linked, onAddUnit }: FactsProps) {
  const { t } = useLingui()
  const { abilities, units, relations, identifiers, links } = organisation
  return (
    <div className="flex flex-col">
      <div className="pb-6">
        <Facts organisation={organisation} />
        {linked}
      </div>
      {identifiers.length > 0 && (
        <Section title={t`Identifiers`}>
          <Identifiers organisation={organisation} />
        </Section>
      )}
      {links.length > 0 && (
        <Section title={t`On the web`}>
          <Links organisation={organisation} />
        </Section>
      )}
      {(units.length > 0 || mayDo(abilities, 'addUnit')) && (
        <Section
          title={t`Units`}
          actions={
            onAddUnit &&
            mayDo(abilities, 'addUnit') && (
              <Button size="small" icon={<FolderPlus aria-hidden className="size-3.5" />} onPress={onAddUnit}>
                {t`Add a unit`}
              </Button>
            )
          }
        >
          <Units units={units} />
        </Section>
      )}
      {relations.length > 0 && (
        <Section title={t`Related organisations`}>
          <Relations organisation={organisation} />
        </Section>
      )}
    </div>
  )
}

function Facts({ organisation }: { organisation: Organisation }) {
  const { t } = useLingui()
  const { number, instant, date } = useFormat()
  const term = useTerm()
  const typeWords = useTypeWords()
  const placeWords = usePlaceWords()
  const { place, established, source, sourceVersion } = organisation
  const hasPoint = place.latitude !== null && place.longitude !== null
  const degrees = (value: number) => value.toFixed(4)
  return (
    <DescriptionList
      facts={[
        { label: t`Type`, value: typeWords(organisation.types) },
        {
          label: t`Place`,
          value: placeWords(place),
          note: hasPoint && (
            <bdi dir="ltr" className="tabular-nums">
              {degrees(place.latitude ?? 0)}, {degrees(place.longitude ?? 0)}
            </bdi>
          ),
        },
        { label: t`Founded`, value: established === null ? null : number(established, { useGrouping: false }) },
        {
          label: t`Source`,
          value: term(factSources[source]),
          note: sourceVersion && (
            <Trans>
              Version <bdi>{date(sourceVersion)}</bdi>
            </Trans>
          ),
        },
        { label: t`Last changed`, value: instant(organisation.updatedAt) },
      ]}
    />
  )
}

/** A line with a word at the start, a text to copy, and where it comes from. */
function CopyRow({ label, text, copyLabel, below, tags }: CopyRowProps) {
  return (
    <li className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-0.5 py-1 text-sm">
      <span className="w-32 shrink-0 text-muted">{label}</span>
      <span className="flex min-w-0 flex-1 basis-56 items-center gap-2">
        <span className="min-w-0">
          <span className="block">
            <bdi dir="ltr" className="break-all tabular-nums select-all [font-variant-ligatures:none]">
              {text}
            </bdi>
          </span>
          {below && <span className="block text-xs break-all text-muted">{below}</span>}
        </span>
        {tags}
        <span className="ms-auto">
          <CopyButton text={text} label={copyLabel} />
        </span>
      </span>
    </li>
  )
}

interface CopyRowProps {
  label: string
  text: string
  copyLabel: string
  below?: ReactNode
  tags?: ReactNode
}

function Identifiers({ organisation }: { organisation: Organisation }) {
  const { t } = useLingui()
  const term = useTerm()
  return (
    <ul className="divide-y divide-line">
      {inSchemeOrder(organisation.identifiers).map(each => (
        <CopyRow
          key={`${each.scheme} ${each.value}`}
          label={term(identifierSchemes[each.scheme])}
          text={each.value}
          copyLabel={t`Copy ${each.value}`}
          below={
            <>
              {each.url && <bdi dir="ltr">{each.url}</bdi>}
              {each.url && ' · '}
              {term(factSources[each.source])}
            </>
          }
          tags={
            each.preferred &&
            organisation.identifiers.filter(other => other.scheme === each.scheme).length > 1 && (
              <Tag>{t`preferred`}</Tag>
            )
          }
        />
      ))}
    </ul>
  )
}

function Links({ organisation }: { organisation: Organisation }) {
  const { t } = useLingui()
  const term = useTerm()
  return (
    <ul className="divide-y divide-line">
      {organisation.links.map(each => (
        <CopyRow
          key={each.url}
          label={term(linkKinds[each.kind])}
          text={each.url}
          copyLabel={t`Copy the address ${each.url}`}
          below={term(factSources[each.source])}
        />
      ))}
    </ul>
  )
}

function Units({ units }: { units: readonly UnitItem[] }) {
  if (units.length === 0)
    return (
      <p className="text-sm text-muted">
        <Trans>No units yet. Faculties and departments added here can be parties of agreements.</Trans>
      </p>
    )
  return (
    <ul className="divide-y divide-line text-sm">
      {units.map(unit => (
        <li
          key={unit.id}
          className="flex min-h-10 items-center gap-4 py-1.5"
          style={{ paddingInlineStart: `${(unit.depth - 1) * 1.25}rem` }}
        >
          <Link
            to="/organisations/$organisationId"
            params={{ organisationId: unit.id }}
            className="min-w-0 flex-1 no-underline hover:underline"
          >
            <NameWithOriginal name={unit.name} original={unit.original} />
          </Link>
          {unit.status !== 'active' && <OrganisationStatusDot status={unit.status} />}
        </li>
      ))}
    </ul>
  )
}

function Relations({ organisation }: { organisation: Organisation }) {
  const term = useTerm()
  const { country } = useFormat()
  const byKind = Map.groupBy(organisation.relations, relation => relation.kind)
  const kinds = (Object.keys(relationKinds) as RelationKind[]).filter(kind => byKind.has(kind))
  return (
    <DescriptionList
      facts={kinds.map(kind => ({
        label: term(relationKinds[kind]),
        value: (
          <ul className="flex flex-col gap-1.5">
            {byKind.get(kind)?.map(relation => (
              <li key={relation.organisation?.id ?? relation.label}>
                {relation.organisation ? (
                  <Link
                    to="/organisations/$organisationId"
                    params={{ organisationId: relation.organisation.id }}
                    className="no-underline hover:underline"
                  >
                    <Bdi>{relation.organisation.name}</Bdi>
                  </Link>
                ) : (
                  <Bdi>{relation.label}</Bdi>
                )}
                {relation.organisation?.country && (
                  <span className="text-muted"> · {country(relation.organisation.country)}</span>
                )}
              </li>
            ))}
          </ul>
        ),
      }))}
    />
  )
}
