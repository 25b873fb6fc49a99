// The row of the spreadsheet a record was read from, every cell as it was.
import { Trans, useLingui } from '@lingui/react/macro'
import type { OriginalRow } from '#modules/agreements/agreement.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { Link } from '../../../kit/link.tsx'
import { ScrollRegion } from '../../ledger/scroll-region.tsx'

export function OriginalTab({ original, importId }: { original: OriginalRow; importId: string | null }) {
  const { t } = useLingui()
  const { number } = useFormat()
  return (
    <>
      <p className="mb-3 text-sm text-muted">
        {original.sheet ? (
          <Trans>
            Row {number(original.row)} of sheet “<bdi>{original.sheet}</bdi>” in <bdi>{original.fileName}</bdi>. Nothing
            here is ever changed.
          </Trans>
        ) : (
          <Trans>
            Row {number(original.row)} of <bdi>{original.fileName}</bdi>. Nothing here is ever changed.
          </Trans>
        )}{' '}
        {importId && (
          <Link to="/imports/$importId" params={{ importId }}>
            <Trans>Show the import</Trans>
          </Link>
        )}
      </p>
      <ScrollRegion label={t`Original row`}>
        <table className="w-full text-sm">
          <thead className="bg-raised">
            <tr>
              <th scope="col" className="w-1/3 px-3 py-2 text-start text-xs font-medium text-muted">{t`Column`}</th>
              <th scope="col" className="px-3 py-2 text-start text-xs font-medium text-muted">{t`Cell`}</th>
            </tr>
          </thead>
          <tbody>
            {original.cells.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns may have the same heading
              <tr key={index} className="border-t border-line align-top">
                <th scope="row" className="px-3 py-1.5 text-start font-normal text-muted">
                  <bdi>{cell.header}</bdi>
                </th>
                <td dir="auto" className="px-3 py-1.5 break-words whitespace-pre-wrap ltr:text-left rtl:text-right">
                  {cell.value}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  )
}
