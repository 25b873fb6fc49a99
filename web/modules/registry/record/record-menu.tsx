// Everything that can be done with an organisation besides editing it; what is forbidden says why.
import { useLingui } from '@lingui/react/macro'
import { FolderPlus, GitMerge, Pencil, SearchCheck, Split, Undo2, UserPlus } from 'lucide-react'
import type { Organisation } from '#modules/registry/organisation.contract.ts'
import { Menu, type MenuAction } from '../../../kit/menu.tsx'
import { isOffered, mayDo, refusalOf } from '../organisation-words.tsx'

/** As they stand in the address: `?do=merge`. */
export const recordActions = ['unit', 'person', 'merge', 'undo-merge', 'split', 'why'] as const
export type RecordAction = (typeof recordActions)[number]

interface RecordMenuProps {
  organisation: Organisation
  onStart: (action: RecordAction) => void
}

const icon = 'size-4'

export function RecordMenu({ organisation: { abilities, mergedInto }, onStart }: RecordMenuProps) {
  const { t } = useLingui()
  const entry = (ability: string, action: RecordAction, label: string, mark: React.ReactNode): MenuAction[] =>
    isOffered(abilities, ability)
      ? [{ id: action, label, icon: mark, reason: refusalOf(abilities, ability), onAction: () => onStart(action) }]
      : []
  const edit: MenuAction[] =
    isOffered(abilities, 'change') && !mayDo(abilities, 'change')
      ? [{ id: 'edit', label: t`Edit`, icon: <Pencil className={icon} />, reason: refusalOf(abilities, 'change') }]
      : []
  const sections = [
    {
      id: t`Add`,
      items: [
        ...edit,
        ...entry('addUnit', 'unit', t`Add a unit`, <FolderPlus className={icon} />),
        ...entry('addPerson', 'person', t`Add a person`, <UserPlus className={icon} />),
      ],
    },
    {
      id: t`Put in order`,
      items: [
        ...entry('merge', 'merge', t`Merge into another …`, <GitMerge className={icon} />),
        ...entry('split', 'split', t`Split off a new one …`, <Split className={icon} />),
        ...(mergedInto ? entry('undoMerge', 'undo-merge', t`Undo the merge …`, <Undo2 className={icon} />) : []),
      ],
    },
  ]
  if (mergedInto === null)
    sections.push({
      id: t`Names`,
      items: [
        {
          id: 'why',
          label: t`Why this match? …`,
          icon: <SearchCheck className={icon} />,
          reason: undefined,
          onAction: () => onStart('why'),
        },
      ],
    })
  if (sections.every(section => section.items.length === 0)) return null
  return <Menu label={t`More actions`} sections={sections} />
}
