// Versions, sizes and places of the installation.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Operation } from '#core/operation/operation.contract.ts'
import { useFormat } from '../../core/format.ts'
import { DescriptionList } from '../../kit/description-list.tsx'

/** Versions, addresses and paths are read from left to right in every language. */
const Plain = ({ children }: { children: ReactNode }) => (
  <bdi dir="ltr" className="break-all">
    {children}
  </bdi>
)

export function InstallationFacts({ operation }: { operation: Operation }) {
  const { t } = useLingui()
  const { number, instant, relativeInstant } = useFormat()
  const size = useSize()
  const { versions, database, storage, mail, disk, jobs, backup } = operation
  const { waiting, running } = jobs
  return (
    <DescriptionList
      facts={[
        {
          label: t`Concord`,
          value: <Plain>{versions.concord}</Plain>,
          note: t`Running since ${instant(operation.startedAt)}`,
        },
        { label: t`Node.js`, value: <Plain>{versions.node}</Plain> },
        {
          label: t`Database`,
          value: <Plain>PostgreSQL {versions.postgres}</Plain>,
          note: database.isOwn ? t`The one that Concord brings` : t`The server named by DATABASE_URL`,
        },
        {
          label: t`Database size`,
          value: <bdi>{size(database.bytes)}</bdi>,
          note: <Plural value={database.connections} one="# connection" other="# connections" />,
        },
        { label: t`Structure`, value: <Plain>{versions.schema}</Plain> },
        {
          label: t`Files`,
          value: <Plain>{storage.place}</Plain>,
          note: storage.kind === 'folder' ? t`A folder of this machine` : t`S3-compatible storage`,
        },
        {
          label: t`Mail`,
          value:
            mail.server === null ? (
              <Trans>No mail server is set; messages are kept</Trans>
            ) : (
              <Plain>{mail.server}</Plain>
            ),
          note: (
            <Trans>
              Sender: <Plain>{mail.sender}</Plain>
            </Trans>
          ),
        },
        {
          label: t`Disk`,
          value: disk && t`${size(disk.free)} of ${size(disk.total)} are free`,
          note: disk && <Plain>{disk.folder}</Plain>,
        },
        { label: t`Jobs`, value: t`${number(waiting)} waiting, ${number(running)} running` },
        { label: t`Events`, value: number(operation.events), note: t`Chained and checked every night` },
        {
          label: t`Last backup`,
          value: backup ? relativeInstant(backup.at) : <Trans>None yet</Trans>,
          note:
            backup && (backup.isSealed ? t`${size(backup.bytes)}, encrypted` : t`${size(backup.bytes)}, not encrypted`),
        },
      ]}
    />
  )
}

/** Bytes with one decimal, up to terabytes. */
function useSize(): (bytes: number) => string {
  const { number } = useFormat()
  return bytes => {
    const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
    const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
    return number(bytes / 1000 ** power, {
      style: 'unit',
      unit: units[power]!,
      maximumFractionDigits: power === 0 ? 0 : 1,
    })
  }
}
