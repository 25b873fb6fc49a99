// Links by e-mail: one that signs in within ten minutes, one for a new password within two hours.
import { translator } from '../../i18n.ts'
import type { JobDefinition } from '../../module.ts'
import { readSetting } from '../../settings.ts'
import type { Term } from '../../terms.ts'
import { makeLink, withdrawLinks } from '../accounts.ts'

export type LinkKind = 'sign_in' | 'password'

const subjects: Record<LinkKind, Term> = {
  sign_in: /*i18n*/ { id: 'identity.mail.sign_in_subject', message: 'Your link for signing in: {office}' },
  password: /*i18n*/ { id: 'identity.mail.password_subject', message: 'Your link for a new password: {office}' },
}
const bodies: Record<LinkKind, Term> = {
  sign_in: /*i18n*/ {
    id: 'identity.mail.sign_in',
    message:
      'Hello {name},\n\nopen this link to sign in. It works once, within ten minutes:\n\n{link}\n\nIf you did not ask for it, do nothing: nobody can sign in without this message.',
  },
  password: /*i18n*/ {
    id: 'identity.mail.password',
    message:
      'Hello {name},\n\nopen this link to choose a new password. It works once, within two hours:\n\n{link}\n\nIf you did not ask for it, do nothing: your password stays as it is.',
  },
}

/** Stands for the address in a message: marks of direction around an address would become part of it. */
const place = '***'

/** Sends a link to a person with an open account; for anybody else nothing is sent, and nobody is told. */
export const sendLinkJob: JobDefinition = {
  name: 'identity.send_link',
  async run(payload, { services }) {
    const { db, clock, config, mail } = services
    const kind = payload.kind as LinkKind
    const person = await db
      .selectFrom('auth_user')
      .select(['id', 'name', 'email', 'language'])
      .where('email', '=', String(payload.email).trim().toLowerCase())
      .where('disabled_at', 'is', null)
      .executeTakeFirst()
    if (!person) return
    const purpose = kind === 'sign_in' ? 'mail_link' : 'password'
    await withdrawLinks(db, purpose, person.id)
    const token = await makeLink(db, purpose, { userId: person.id }, kind === 'sign_in' ? 1 / 6 : 2, clock.now())
    const page = kind === 'sign_in' ? '/sign-in/link' : '/invitation'
    const values = {
      name: person.name,
      link: place,
      office: await readSetting(db, 'installation.name', 'Concord'),
    }
    const t = translator(person.language)
    const text = t(bodies[kind], values).replace(place, `${config.publicUrl}${page}#token=${token}`)
    await mail.send({ to: person.email, subject: t(subjects[kind], values), text })
  },
}
