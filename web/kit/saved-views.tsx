// Saved views of a list: named filters that one comes back to.
import { useLingui } from '@lingui/react/macro'
import { Bookmark } from 'lucide-react'
import { Button } from './button.tsx'
import { Menu } from './menu.tsx'

export interface SavedView {
  id: string
  name: string
}

export interface SavedViewsProps {
  views: readonly SavedView[]
  currentId?: string | undefined
  onOpen: (id: string) => void
  /** Saves what is shown now; the page asks for a name. */
  onSave: () => void
  onDelete?: (id: string) => void
}

export function SavedViews({ views, currentId, onOpen, onSave, onDelete }: SavedViewsProps) {
  const { t } = useLingui()
  const current = views.find(view => view.id === currentId)
  return (
    <Menu
      label={t`Saved views`}
      trigger={
        <Button icon={<Bookmark aria-hidden className="size-4 text-muted" />}>{current?.name ?? t`Saved views`}</Button>
      }
      sections={[
        {
          id: 'views',
          items: views.map(view => ({ id: view.id, label: view.name })),
          selection: { mode: 'single', chosen: current ? [current.id] : [], onChange: ([id]) => id && onOpen(id) },
        },
        {
          id: 'actions',
          items: [
            { id: 'save', label: t`Save this view …`, onAction: onSave },
            ...(current && onDelete
              ? [
                  {
                    id: 'delete',
                    label: t`Delete “${current.name}”`,
                    isDangerous: true,
                    onAction: () => onDelete(current.id),
                  },
                ]
              : []),
          ],
        },
      ]}
    />
  )
}
