// Guests of an agreement for the office: who was invited, what they supplied and answered.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Check, RotateCcw, Undo2, UserRoundPlus, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import {
  type GuestView,
  listRecordGuests,
  type RecordGuests,
  renewGuest,
  revokeGuest,
} from '#modules/guests/guest.contract.ts'
import { guestRightTerms, guestStateTerms } from '#modules/guests/guest.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { ConfirmDialog } from '../../../kit/dialog.tsx'
import { Menu } from '../../../kit/menu.tsx'
import { Section } from '../../../kit/page.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useLedgerWords } from '../../ledger/ledger-words.ts'
import { guestTones } from '../guest-words.ts'
import { guestRefreshes } from './guest-refreshes.ts'
import type { InviteFor, MadeLink } from './invite-dialog.tsx'
import { SuppliedFiles } from './supplied-files.tsx'

const InviteDialog = lazy(() => import('./invite-dialog.tsx').then(file => ({ default: file.InviteDialog })))
const GuestLinkDialog = lazy(() => import('./invite-dialog.tsx').then(file => ({ default: file.GuestLinkDialog })))

export function GuestsSection(about: InviteFor) {
  const { t } = useLingui()
  const answer = useCall(listRecordGuests, { params: { id: about.agreementId } })
  const [isInviting, setInviting] = useState(false)
  const [made, setMade] = useState<MadeLink | null>(null)
  const guests = answer.data
  const ability = guests?.abilities.invite
  const mayInvite = ability === true && about.partners.length > 0
  return (
    <Section
      title={t`Guests`}
      actions={
        mayInvite && (
          <Button
            icon={<UserRoundPlus aria-hidden className="size-4" />}
            onPress={() => setInviting(true)}
          >{t`Invite a guest`}</Button>
        )
      }
    >
      <p className="-mt-2 mb-3 max-w-prose text-sm text-muted">
        <Trans>
          A guest is somebody at a partner who reads this one agreement by a personal link, confirms what happened and
          supplies files, without an account.
        </Trans>
        {typeof ability === 'object' && ` ${ability.reason}`}
      </p>
      {answer.error && <Banner tone="bad">{sentenceFor(answer.error)}</Banner>}
      {guests && <GuestLists guests={guests} onLink={setMade} mayChange={ability === true} />}
      <Suspense>
        {isInviting && (
          <InviteDialog
            {...about}
            sendsMail={guests?.sendsMail ?? false}
            onMade={link => {
              setInviting(false)
              setMade(link)
            }}
            onClose={() => setInviting(false)}
          />
        )}
        {made && <GuestLinkDialog made={made} onClose={() => setMade(null)} />}
      </Suspense>
    </Section>
  )
}

interface ListsProps {
  guests: RecordGuests
  mayChange: boolean
  onLink: (made: MadeLink) => void
}

function GuestLists({ guests, mayChange, onLink }: ListsProps) {
  return (
    <>
      {guests.items.length > 0 && (
        <ul className="divide-y divide-line border-y border-line text-sm">
          {guests.items.map(guest => (
            <GuestLine key={guest.id} guest={guest} mayChange={mayChange} onLink={onLink} />
          ))}
        </ul>
      )}
      {guests.files.length > 0 && <SuppliedFiles files={guests.files} mayDecide={mayChange} />}
      {guests.answers.length > 0 && <Answers answers={guests.answers} />}
    </>
  )
}

interface GuestLineProps extends Pick<ListsProps, 'mayChange' | 'onLink'> {
  guest: GuestView
}

function GuestLine({ guest, mayChange, onLink }: GuestLineProps) {
  const { t } = useLingui()
  const term = useTerm()
  const { date, list } = useFormat()
  return (
    <li className="flex items-start gap-3 py-3">
      <div className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-3">
          <bdi className="font-medium">{guest.name}</bdi>
          <StatusDot tone={guestTones[guest.state]}>{term(guestStateTerms[guest.state])}</StatusDot>
        </span>
        <span className="block text-xs text-muted">
          <bdi>{guest.organisationName}</bdi>
          {guest.email && (
            <>
              {' · '}
              <bdi dir="ltr">{guest.email}</bdi>
            </>
          )}
        </span>
        <span className="block text-xs text-muted">
          {list(guest.rights.map(right => term(guestRightTerms[right])))}
          {' · '}
          <Trans>Works until {date(guest.expiresOn)}</Trans>
          {guest.emailProof && ` · ${t`With a code by e-mail`}`}
        </span>
        <Use guest={guest} />
      </div>
      {mayChange && <GuestMenu guest={guest} onLink={onLink} />}
    </li>
  )
}

function Use({ guest }: { guest: GuestView }) {
  const { relativeInstant } = useFormat()
  return (
    <span className="block text-xs text-muted">
      {guest.lastUsedAt ? (
        <>
          <Plural value={guest.opened} one="Opened # time" other="Opened # times" />
          {' · '}
          <Trans>Last used {relativeInstant(guest.lastUsedAt)}</Trans>
        </>
      ) : guest.mailedAt ? (
        <Trans>The link was sent by e-mail {relativeInstant(guest.mailedAt)}</Trans>
      ) : (
        <Trans>The link was made {relativeInstant(guest.invitedAt)}</Trans>
      )}
    </span>
  )
}

/** A new link, or none any more. */
export function GuestMenu({ guest, onLink }: { guest: GuestView; onLink?: ((made: MadeLink) => void) | undefined }) {
  const { t } = useLingui()
  const [asks, setAsks] = useState<'renew' | 'revoke' | null>(null)
  const renew = useWrite(renewGuest, { refreshes: guestRefreshes })
  const revoke = useWrite(revokeGuest, { refreshes: guestRefreshes })
  const params = { id: guest.id }
  const actions = [
    ...(onLink
      ? [
          {
            id: 'renew',
            label: t`New link …`,
            icon: <RotateCcw aria-hidden className="size-4" />,
            onAction: () => setAsks('renew'),
          },
        ]
      : []),
    ...(guest.state === 'revoked'
      ? []
      : [
          {
            id: 'revoke',
            label: t`Revoke …`,
            icon: <Undo2 aria-hidden className="size-4" />,
            onAction: () => setAsks('revoke'),
          },
        ]),
  ]
  if (actions.length === 0) return null
  return (
    <>
      <Menu label={t`Actions for ${guest.name}`} sections={[{ id: 'link', items: actions }]} />
      <ConfirmDialog
        isOpen={asks === 'renew'}
        onClose={() => setAsks(null)}
        title={t`A new link for ${guest.name}?`}
        consequence={<Trans>The former link stops working. The new one works for 30 days.</Trans>}
        action={t`Make a new link`}
        onConfirm={async () => {
          onLink?.(await renew.mutateAsync({ params, body: {} }))
        }}
      />
      <ConfirmDialog
        isOpen={asks === 'revoke'}
        onClose={() => setAsks(null)}
        title={t`Revoke the link of ${guest.name}?`}
        consequence={
          <Trans>The link stops working at once, also where it is open now. What the guest did stays.</Trans>
        }
        action={t`Revoke the link`}
        isDangerous
        onConfirm={async () => {
          await revoke.mutateAsync({ params })
          toast({ text: t`The link no longer works.` })
        }}
      />
    </>
  )
}

function Answers({ answers }: { answers: RecordGuests['answers'] }) {
  const { t } = useLingui()
  const { instant } = useFormat()
  const words = useLedgerWords()
  return (
    <div className="mt-5">
      <h3 className="mb-2 text-base font-semibold">{t`What guests said of deeds`}</h3>
      <ul className="divide-y divide-line border-y border-line text-sm">
        {answers.map(answer => (
          <li key={answer.id} className="flex items-start gap-3 py-2.5">
            {answer.happened ? (
              <Check role="img" aria-label={t`Confirmed`} className="mt-0.5 size-4 shrink-0 text-ok" />
            ) : (
              <X role="img" aria-label={t`Not confirmed`} className="mt-0.5 size-4 shrink-0 text-warn" />
            )}
            <span className="min-w-0 flex-1">
              <bdi className="font-medium">{answer.title ?? words.kind(answer.kind)}</bdi>
              {answer.reason && (
                <span dir="auto" className="block text-start">
                  {answer.reason}
                </span>
              )}
              <span className="block text-xs text-muted">
                <bdi>{answer.guestName}</bdi> · <bdi>{answer.organisationName}</bdi> · {instant(answer.answeredAt)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
