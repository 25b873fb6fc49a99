// What is doubtful in the list, kind by kind: an example, in how many rows, and accepting all of a kind at once.
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ResponseOf } from '#core/contract.ts'
import type { listRows } from '#modules/imports/import.contract.ts'
import { Button } from '../../../kit/button.tsx'
import { ConfirmDialog } from '../../../kit/dialog.tsx'

type Kind = ResponseOf<typeof listRows>['doubts'][number]

interface DoubtKindsProps {
  kinds: readonly Kind[]
  chosen: string | undefined
  onChoose: (code: string | undefined) => void
  onAcceptAll: (code: string) => void
  isDisabled: boolean
}

export function DoubtKinds({ kinds, chosen, onChoose, onAcceptAll, isDisabled }: DoubtKindsProps) {
  const { t } = useLingui()
  const [asked, setAsked] = useState<Kind | null>(null)
  if (kinds.length === 0) return null
  const rowsOf = (kind: Kind) => t`${plural(kind.rows, { one: '# row', other: '# rows' })}`
  return (
    <details open={chosen !== undefined || undefined} className="rounded-lg border border-line bg-surface text-sm">
      <summary className="cursor-default rounded-lg px-4 py-2.5 font-medium focus-ring">
        {t`${plural(kinds.length, { one: '# kind of doubt in this list', other: '# kinds of doubt in this list' })}`}
      </summary>
      <ul className="divide-y divide-line border-t border-line">
        {kinds.map(kind => (
          <li
            key={kind.code}
            className={`flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 ${chosen === kind.code ? 'bg-accent-soft' : ''}`}
          >
            <button
              type="button"
              aria-pressed={chosen === kind.code}
              onClick={() => onChoose(chosen === kind.code ? undefined : kind.code)}
              className="min-w-0 flex-1 basis-72 rounded-sm text-start hover:underline focus-ring"
            >
              {kind.text}
            </button>
            <span className="shrink-0 text-xs text-muted tabular-nums">{rowsOf(kind)}</span>
            <Button size="small" variant="quiet" isDisabled={isDisabled} onPress={() => setAsked(kind)}>
              <Trans>Accept all …</Trans>
            </Button>
          </li>
        ))}
      </ul>
      {asked && (
        <ConfirmDialog
          isOpen
          onClose={() => setAsked(null)}
          title={t`Accept all rows with this doubt?`}
          action={t`Accept ${rowsOf(asked)}`}
          consequence={
            <div className="flex flex-col gap-2">
              <p>{asked.text}</p>
              <p className="text-muted">
                <Trans>
                  These rows count as looked at, with all their doubts, and are written as they were understood. Each
                  can still be corrected.
                </Trans>
              </p>
            </div>
          }
          onConfirm={() => onAcceptAll(asked.code)}
        />
      )}
    </details>
  )
}
