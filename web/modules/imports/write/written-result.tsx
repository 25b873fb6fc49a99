// After writing: the list as a map, a calendar of expiries and a list of sleeping partners; and the way back.
import { Plural, useLingui } from '@lingui/react/macro'
import { Building2, CalendarClock, Download, FileSignature, Map as MapIcon, MoonStar, Undo2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { exportAgreements, type ImportRun } from '#modules/imports/import.contract.ts'
import { downloadAddress } from '../../../core/api.ts'
import { useFormat } from '../../../core/format.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button, buttonLook } from '../../../kit/button.tsx'
import { BareLink, LinkButton, type LinkProps } from '../../../kit/link.tsx'
import { NumberTile, NumberTiles } from '../../../kit/number-tile.tsx'
import { may, reasonAgainst } from '../import-words.tsx'
import { UndoDialog } from './undo-dialog.tsx'

export function WrittenResult({ run }: { run: ImportRun }) {
  const { t } = useLingui()
  const format = useFormat()
  const { totals } = run
  const number = format.number
  const isUndone = run.state === 'undone'
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      {!isUndone && (
        <Banner
          tone="ok"
          title={
            run.listKind === 'agreements' ? (
              <Plural value={totals.create} one="# agreement was written" other="# agreements were written" />
            ) : (
              <Plural value={totals.create} one="# organisation was written" other="# organisations were written" />
            )
          }
        >
          {run.writtenAt && format.instant(run.writtenAt)}
        </Banner>
      )}
      <NumberTiles>
        <NumberTile label={t`New`} value={number(totals.create)} />
        <NumberTile label={t`Changed`} value={number(totals.update)} />
        <NumberTile label={t`Already there`} value={number(totals.same)} />
        <NumberTile label={t`Not written`} value={number(totals.skipped + totals.error)} />
      </NumberTiles>
      {!isUndone && <WaysOn run={run} />}
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-5">
        {!isUndone && run.listKind === 'agreements' && <Downloads run={run} />}
        {isUndone && <LinkButton to="/imports/new">{t`Bring the list again`}</LinkButton>}
        {!isUndone && <UndoButton run={run} />}
      </div>
    </div>
  )
}

function WaysOn({ run }: { run: ImportRun }) {
  const { t } = useLingui()
  if (run.listKind === 'organisations')
    return (
      <nav aria-label={t`Where to go on`}>
        <Way
          link={{ to: '/organisations' }}
          icon={<Building2 />}
          title={t`The organisations`}
          text={t`Names in every script, identifiers and places`}
        />
      </nav>
    )
  return (
    <nav aria-label={t`Where to go on`} className="grid gap-3 sm:grid-cols-2">
      <Way
        link={{ to: '/portfolio', search: { view: 'map', importId: run.id } }}
        icon={<MapIcon />}
        title={t`Map of partners`}
        text={t`Where your agreements lead`}
      />
      <Way
        link={{ to: '/portfolio', search: { view: 'timeline', importId: run.id } }}
        icon={<CalendarClock />}
        title={t`Calendar of expiries`}
        text={t`What ends when, and what has ended already`}
      />
      <Way
        link={{ to: '/partners', search: { pulse: 'dormant', importId: run.id } }}
        icon={<MoonStar />}
        title={t`Sleeping partners`}
        text={t`With whom nothing has happened for a long time`}
      />
      <Way
        link={{ to: '/portfolio', search: { importId: run.id } }}
        icon={<FileSignature />}
        title={t`All agreements of the list`}
        text={t`Each with its original row`}
      />
    </nav>
  )
}

interface WayProps {
  link: Pick<LinkProps, 'to' | 'search'>
  icon: ReactNode
  title: string
  text: string
}

function Way({ link, icon, title, text }: WayProps) {
  return (
    <BareLink
      {...link}
      className="flex items-center gap-4 rounded-lg border border-line bg-surface p-4 hover:border-accent focus-ring"
    >
      <span aria-hidden className="text-accent [&>svg]:size-6 [&>svg]:stroke-[1.5]">
        {icon}
      </span>
      <span className="min-w-0">
        <span className="block text-sm font-medium">{title}</span>
        <span className="block text-xs text-muted">{text}</span>
      </span>
    </BareLink>
  )
}

function Downloads({ run }: { run: ImportRun }) {
  const { t } = useLingui()
  const formats = [
    { id: 'xlsx', label: t`Download the list with new columns (XLSX)` },
    { id: 'csv', label: t`CSV` },
  ] as const
  return formats.map(({ id, label }) => (
    <a
      key={id}
      href={downloadAddress(exportAgreements, { query: { format: id, importId: run.id } })}
      download
      className={buttonLook('plain')}
    >
      <Download aria-hidden className="size-4" />
      {label}
    </a>
  ))
}

function UndoButton({ run }: { run: ImportRun }) {
  const { t } = useLingui()
  const [asks, setAsks] = useState(false)
  const reason = may(run, 'undo') ? undefined : reasonAgainst(run, 'undo')
  return (
    <>
      <Button
        variant="quiet"
        icon={<Undo2 aria-hidden className="size-4" />}
        isDisabled={reason !== undefined}
        onPress={() => setAsks(true)}
      >{t`Undo this import …`}</Button>
      {reason && <span className="text-xs text-muted">{reason}</span>}
      {asks && <UndoDialog run={run} onClose={() => setAsks(false)} />}
    </>
  )
}
