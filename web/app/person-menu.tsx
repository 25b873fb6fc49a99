// The person at the bottom of the menu: who is signed in, display choices, signing out.
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { ChevronsUpDown, LogOut, SlidersHorizontal, UserRound } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { sentenceFor } from '../core/problem.ts'
import { endSession, useSession } from '../core/session.ts'
import { Menu } from '../kit/menu.tsx'
import { PressButton } from '../kit/press-button.tsx'
import { toast } from '../kit/toasts.tsx'

const ReaderDialog = lazy(() => import('./reader-dialog.tsx').then(file => ({ default: file.ReaderDialog })))

/** First letters of the first and last name. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map(word => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}

function Avatar({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-soft text-2xs font-semibold text-accent"
    >
      {initialsOf(name)}
    </span>
  )
}

export function PersonMenu({ isCompact = false }: { isCompact?: boolean }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const person = useSession()?.person
  const [isDialogOpen, setDialogOpen] = useState(false)
  if (!person) return null
  const leave = () =>
    endSession()
      .then(() => navigate({ to: '/sign-in' as never }))
      .catch(error => toast({ tone: 'bad', text: sentenceFor(error) }))
  const trigger = (
    <PressButton className="flex min-h-9 min-w-0 cursor-default items-center gap-2.5 rounded-md px-2 py-1 text-start text-sm hover:bg-ink/5 focus-ring">
      <Avatar name={person.name} />
      <span className="sr-only">{isCompact ? t`${person.name}: account` : t`Account`}</span>
      {!isCompact && (
        <>
          <bdi className="min-w-0 flex-1 truncate">{person.name}</bdi>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-quiet" />
        </>
      )}
    </PressButton>
  )
  return (
    <>
      <Menu
        label={t`Account`}
        trigger={trigger}
        placement="top start"
        sections={[
          {
            id: 'person',
            title: person.email,
            items: [
              { id: 'account', label: t`My account`, icon: <UserRound className="size-4" />, href: '/account' },
              {
                id: 'display',
                label: t`Language and display`,
                icon: <SlidersHorizontal className="size-4" />,
                onAction: () => setDialogOpen(true),
              },
              {
                id: 'leave',
                label: t`Sign out`,
                icon: <LogOut className="size-4 rtl:rotate-180" />,
                onAction: () => void leave(),
              },
            ],
          },
        ]}
      />
      {isDialogOpen && (
        <Suspense>
          <ReaderDialog isOpen onClose={() => setDialogOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
