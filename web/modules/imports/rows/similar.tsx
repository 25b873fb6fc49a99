// What exists already and looks the same, and what a later version of the list changes in a record.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ImportRow } from '#modules/imports/import.contract.ts'
import { Bdi, Missing } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { Link } from '../../../kit/link.tsx'
import type { UnderstoodProps } from './understood.tsx'

export function Similar({ run, row, isDisabled, onDecide }: UnderstoodProps) {
  const { t } = useLingui()
  if (row.similar.length === 0 || run.state === 'written') return null
  return (
    <section aria-label={t`It may exist already`} className="flex flex-col gap-3 border-s-3 border-s-warn ps-4 text-sm">
      <p className="font-medium">
        <Trans>It may exist already</Trans>
      </p>
      <ul className="flex flex-col gap-3">
        {row.similar.map(one => (
          <li key={one.agreementId} className="flex flex-col items-start gap-1.5">
            <span>
              <Link to="/agreements/$agreementId" params={{ agreementId: one.agreementId }}>
                <Bdi>{one.title}</Bdi>
              </Link>
              {one.number && (
                <span className="text-muted">
                  {' '}
                  <Bdi>{one.number}</Bdi>
                </span>
              )}
              <span className="block text-xs text-muted">{one.reason}</span>
            </span>
            {row.agreementId === one.agreementId ? (
              <span className="text-xs text-ok">
                <Trans>The row is written into this record.</Trans>
              </span>
            ) : (
              <Button
                size="small"
                isDisabled={isDisabled}
                onPress={() => onDecide({ agreementId: one.agreementId, accepted: true })}
              >{t`It is this one`}</Button>
            )}
          </li>
        ))}
      </ul>
      <div>
        <Button
          size="small"
          isDisabled={isDisabled}
          onPress={() => onDecide({ agreementId: null, accepted: true })}
        >{t`It is a new agreement`}</Button>
      </div>
    </section>
  )
}

export function Differences({ row }: { row: ImportRow }) {
  return (
    <div>
      <h3 className="mb-2 text-xs font-medium text-muted">
        <Trans>What changes in the record</Trans>
      </h3>
      <table className="w-full text-sm">
        <thead className="sr-only">
          <tr>
            <th>
              <Trans>Field</Trans>
            </th>
            <th>
              <Trans>Before</Trans>
            </th>
            <th>
              <Trans>After</Trans>
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line border-y border-line">
          {row.differences.map(difference => (
            <tr key={difference.label}>
              <td className="py-1.5 pe-3 text-muted">{difference.label}</td>
              <td className="py-1.5 pe-3 text-muted line-through decoration-line-strong">
                {difference.from === '' ? <Missing /> : <Bdi>{difference.from}</Bdi>}
              </td>
              <td className="py-1.5 font-medium">
                <Bdi>{difference.to}</Bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
