// The people of an organisation and its units: contacts, coordinators, signatories.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Pencil, Trash2, UserPlus, UsersRound, UserX } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { eraseContact } from '#core/identity/personal/personal.contract.ts'
import { getOrganisation, type Organisation } from '#modules/registry/organisation.contract.ts'
import { deletePerson, listOrganisationPersons, type Person } from '#modules/registry/person.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { may, useSession } from '../../../core/session.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Bdi } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { CopyButton } from '../../../kit/copy.tsx'
import { ConfirmDialog } from '../../../kit/dialog.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Menu } from '../../../kit/menu.tsx'
import { SearchBox } from '../../../kit/search-box.tsx'
import { SkeletonRows } from '../../../kit/skeleton.tsx'
import { isOffered, mayDo, refusalOf } from '../organisation-words.tsx'
import { PersonDialog } from './person-dialog.tsx'

const EraseDialog = lazy(() =>
  import('../../identity/people/erase-dialog.tsx').then(file => ({ default: file.EraseDialog })),
)

/** More than these are found by search. */
const shown = 100

interface PeopleTabProps {
  organisation: Organisation
  onAdd: () => void
}

export function PeopleTab({ organisation, onAdd }: PeopleTabProps) {
  const { t } = useLingui()
  const { number } = useFormat()
  const [text, setText] = useState('')
  const { data, error } = useCall(listOrganisationPersons, {
    params: { id: organisation.id },
    query: { limit: shown, ...(text && { text }) },
  })
  const mayAdd = mayDo(organisation.abilities, 'addPerson')
  if (error) return <Banner tone="bad">{sentenceFor(error)}</Banner>
  if (!data) return <SkeletonRows rows={4} />
  if (data.total === 0 && text === '')
    return (
      <EmptyState
        icon={<UsersRound />}
        title={t`Nobody is known here yet`}
        actions={mayAdd && <Button onPress={onAdd}>{t`Add a person`}</Button>}
      >
        <Trans>Coordinators, signatories and other contacts stand here and can be named in agreements.</Trans>
      </EmptyState>
    )
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <SearchBox label={t`Search people`} value={text} onChange={setText} />
        <p className="flex-1 text-sm text-muted">
          <Plural value={data.total} one="# person" other={`${number(data.total)} people`} />
        </p>
        {mayAdd && (
          <Button icon={<UserPlus aria-hidden className="size-4" />} onPress={onAdd}>
            {t`Add a person`}
          </Button>
        )}
      </div>
      <ul className="divide-y divide-line">
        {data.items.map(person => (
          <PersonRow key={person.id} person={person} organisation={organisation} />
        ))}
      </ul>
      {data.total > data.items.length && (
        <p className="text-sm text-muted">
          <Trans>Only the first {number(shown)} are shown; search for the others.</Trans>
        </p>
      )}
    </div>
  )
}

function PersonRow({ person, organisation }: { person: Person; organisation: Organisation }) {
  const { t } = useLingui()
  const [isEditing, setEditing] = useState(false)
  const [isDeleting, setDeleting] = useState(false)
  const [isErasing, setErasing] = useState(false)
  const session = useSession()
  const erase = useWrite(eraseContact, { refreshes: [listOrganisationPersons] })
  const remove = useWrite(deletePerson, { refreshes: [listOrganisationPersons, getOrganisation] })
  const { abilities, email } = person
  const second = [person.position, person.unit?.name].filter(Boolean)
  const items = [
    ...(isOffered(abilities, 'change')
      ? [
          {
            id: 'edit',
            label: t`Edit`,
            icon: <Pencil className="size-4" />,
            reason: refusalOf(abilities, 'change'),
            onAction: () => setEditing(true),
          },
        ]
      : []),
    ...(isOffered(abilities, 'delete')
      ? [
          {
            id: 'delete',
            label: t`Delete …`,
            icon: <Trash2 className="size-4" />,
            isDangerous: true,
            reason: refusalOf(abilities, 'delete'),
            onAction: () => setDeleting(true),
          },
        ]
      : []),
    ...(session && may(session, 'administer')
      ? [
          {
            id: 'erase',
            label: t`Erase personal data …`,
            icon: <UserX className="size-4" />,
            isDangerous: true,
            onAction: () => setErasing(true),
          },
        ]
      : []),
  ]
  return (
    <li className="flex min-h-13.5 flex-wrap items-center gap-x-6 gap-y-1 py-2 text-sm">
      <span className="min-w-0 flex-1 basis-56">
        <span className="block font-medium">
          <Bdi>{person.name}</Bdi>
          {person.original !== person.name && (
            <span className="font-normal text-muted">
              {' '}
              <Bdi>{person.original}</Bdi>
            </span>
          )}
        </span>
        {second.length > 0 && <span className="block text-xs text-muted">{second.join(' · ')}</span>}
      </span>
      <span className="min-w-0 basis-60 text-muted">
        {email && (
          <span className="flex items-center gap-1">
            <bdi dir="ltr" className="min-w-0 break-all">
              {email}
            </bdi>
            <CopyButton text={email} label={t`Copy ${email}`} />
          </span>
        )}
        {person.phone && (
          <span className="block">
            <bdi dir="ltr" className="tabular-nums">
              {person.phone}
            </bdi>
          </span>
        )}
        {person.orcid && <span className="block text-xs">ORCID {person.orcid}</span>}
      </span>
      {items.length > 0 && <Menu label={t`Actions for ${person.name}`} sections={[{ id: 'person', items }]} />}
      {isErasing && (
        <Suspense>
          <EraseDialog
            name={person.name}
            consequence={t`The contact loses name, position, e-mail address, telephone and ORCID iD, here, in agreements that name it, and in their history.`}
            onClose={() => setErasing(false)}
            onErase={reason => erase.mutateAsync({ params: { id: person.id }, body: { reason } })}
          />
        </Suspense>
      )}
      {isEditing && <PersonDialog person={person} organisation={organisation} onClose={() => setEditing(false)} />}
      <ConfirmDialog
        isOpen={isDeleting}
        onClose={() => setDeleting(false)}
        title={t`Delete ${person.name}?`}
        consequence={t`The contact is removed from this organisation. The history keeps that it was there.`}
        action={t`Delete the contact`}
        isDangerous
        onConfirm={async () => {
          await remove.mutateAsync({ params: { id: person.id } })
        }}
      />
    </li>
  )
}
