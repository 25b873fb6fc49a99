// Messages to guests in their language: the link, and the code that proves the mailbox.

import { translator } from '#core/i18n.ts'
import type { JobDefinition } from '#core/module.ts'
import type { Services } from '#core/services.ts'
import type { Term } from '#core/terms.ts'
import { dayIn } from '#core/time.ts'
import { formatDate } from '#core/timeline.ts'
import { findAgreement, presentAgreement } from '#modules/agreements/index.ts'
import { findGuestRow, type GuestRow, markMailed } from '../guest.store.ts'
import { actorFor } from '../guest-actor.ts'
import { guestLink, openSealed, secretHash } from '../guest-link.ts'

const linkSubject: Term = /*i18n*/ { id: 'guests.mail.link_subject', message: '{office} invites you: {title}' }
const linkText: Term = /*i18n*/ {
  id: 'guests.mail.link',
  message:
    'Hello {name},\n\n{inviter} ({office}) invites you to look at “{title}”. You need no account; this link is all:\n\n{link}\n\nIt is for you alone and works until {until}. {proof, select, yes {When you open it, a code is sent to this address.} other {Do not pass it on: whoever has it sees what you see.}}{message, select, none {} other {\n\n{words}}}',
}
const codeSubject: Term = /*i18n*/ { id: 'guests.mail.code_subject', message: 'Your code: {office}' }
const codeText: Term = /*i18n*/ {
  id: 'guests.mail.code',
  message:
    'Hello {name},\n\nyour code for “{title}” is:\n\n{code}\n\nIt works once, within ten minutes. If you did not ask for it, somebody else may have your link: tell the office that sent it.',
}

/** Stands for what people copy: marks of direction around it would become part of it. No title or name has such signs. */
const place = '\uE000\uE000\uE000'

async function words({ db, clock, timeZone }: Services, guest: GuestRow) {
  const t = translator(guest.language)
  const actor = actorFor(guest, guest.name)
  const agreement = await findAgreement(db, actor, guest.agreement_id)
  const view = agreement && presentAgreement(agreement, [], actor, t, dayIn(clock.now(), timeZone))
  return { t, title: view?.displayTitle ?? '', office: view?.home.name ?? 'Concord' }
}

export const sendGuestLink: JobDefinition = {
  name: 'guests.send_link',
  async run(payload, { services }) {
    const { db, config, mail, clock } = services
    const guest = await findGuestRow(db, String(payload.guestId))
    const token = openSealed(config, String(payload.sealed))
    // A newer link, or none any more: this one would open nothing.
    if (!guest?.email || !token || guest.revoked_at !== null || guest.token_hash !== secretHash(token)) return
    if (guest.mailed_at !== null) return
    const { t, title, office } = await words(services, guest)
    const values = {
      ...{ name: guest.name, inviter: guest.inviter ?? office, office, title, link: place },
      ...{ until: formatDate(guest.expires_on, guest.language), proof: guest.email_proof ? 'yes' : 'no' },
      ...{ message: guest.message === null ? 'none' : 'some', words: guest.message ?? '' },
    }
    const text = t(linkText, values).replace(place, () => guestLink(config, guest.id, guest.language, token))
    await mail.send({ to: guest.email, subject: t(linkSubject, { office, title }), text })
    await markMailed(db, guest.id, new Date(clock.now().epochMilliseconds).toISOString())
  },
}

export const sendGuestCode: JobDefinition = {
  name: 'guests.send_code',
  async run(payload, { services }) {
    const { db, config, mail } = services
    const guest = await findGuestRow(db, String(payload.guestId))
    const code = openSealed(config, String(payload.sealed))
    // A newer code, or none any more.
    if (!guest?.email || !code || guest.revoked_at !== null || guest.code_hash !== payload.hash) return
    const { t, title, office } = await words(services, guest)
    const text = t(codeText, { name: guest.name, title, code: place }).replace(place, () => code)
    await mail.send({ to: guest.email, subject: t(codeSubject, { office }), text })
  },
}
