// The button that opens the form of a new task, whose code comes when it is pressed.
import { useLingui } from '@lingui/react/macro'
import { ListPlus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import type { Refreshes, TalkedAbout } from './record-of.ts'

const TaskDialog = lazy(() => import('./task-dialog.tsx').then(file => ({ default: file.TaskDialog })))

export interface NewTaskButtonProps {
  /** What it is about; without one it is a task by itself. */
  record?: TalkedAbout
  refreshes: Refreshes
  isSmall?: boolean
}

export function NewTaskButton({ record, refreshes, isSmall = false }: NewTaskButtonProps) {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        {...(isSmall && { size: 'small' as const })}
        icon={<ListPlus aria-hidden className="size-4" />}
        onPress={() => setOpen(true)}
      >
        {t`Add a task`}
      </Button>
      {isOpen && (
        <Suspense>
          <TaskDialog record={record ?? null} refreshes={refreshes} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
