// The columns of the list of organisations.
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import type { OrganisationItem } from '#modules/registry/organisation.contract.ts'
import { identifierSchemes } from '#modules/registry/registry.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { Missing } from '../../../kit/bdi.tsx'
import type { Column } from '../../../kit/table-columns.ts'
import { RowTitle } from '../../../kit/table-row.tsx'
import { TextLine } from '../../../kit/text-line.tsx'
import { isolate } from '../find-organisations.ts'
import { HomeTag, OrganisationStatusDot, useTypeWords } from '../organisation-words.tsx'

export function useOrganisationColumns(): Column<OrganisationItem>[] {
  const { t } = useLingui()
  const { country } = useFormat()
  const term = useTerm()
  const typeWords = useTypeWords()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow the language, as `country` does
  return useMemo(
    () => [
      {
        id: 'name',
        header: t`Name`,
        width: 300,
        isPrimary: true,
        cell: row => (
          <RowTitle second={<SecondLine row={row} />}>
            <span className="flex min-w-0 items-center gap-2">
              <TextLine>{row.name}</TextLine>
              {row.home && <HomeTag />}
            </span>
          </RowTitle>
        ),
      },
      {
        id: 'place',
        header: t`Place`,
        width: 190,
        rank: 5,
        below: row => row.country && country(row.country),
        cell: row =>
          row.country ? (
            <span className="block min-w-0">
              <span className="block truncate">{country(row.country)}</span>
              {row.city && <TextLine className="text-xs text-muted">{row.city}</TextLine>}
            </span>
          ) : (
            <Missing />
          ),
      },
      {
        id: 'types',
        header: t`Type`,
        width: 170,
        rank: 2,
        cell: row => (row.types.length > 0 ? typeWords(row.types) : <Missing />),
      },
      {
        id: 'identifier',
        header: t`Identifier`,
        width: 200,
        rank: 1,
        cell: row => {
          const first = row.identifiers[0]
          return first ? (
            <span className="block min-w-0">
              <TextLine className="tabular-nums [font-variant-ligatures:none]">{first.value}</TextLine>
              <span className="block truncate text-xs text-muted">{term(identifierSchemes[first.scheme])}</span>
            </span>
          ) : (
            <Missing />
          )
        },
      },
      {
        id: 'status',
        header: t`Status`,
        width: 180,
        rank: 3,
        below: true,
        cell: row => <OrganisationStatusDot status={row.status} />,
      },
    ],
    [t, country],
  )
}

function SecondLine({ row }: { row: OrganisationItem }) {
  const parts = [row.original !== row.name ? row.original : null, row.unitOf?.name ?? null].filter(
    (part): part is string => part !== null,
  )
  return parts.length === 0 ? null : <TextLine>{parts.map(isolate).join(' · ')}</TextLine>
}
