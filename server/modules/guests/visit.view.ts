// The record as a guest sees it: chosen field by field, so that nothing internal comes along with what is added later.
import type { Db } from '#core/database/connect.ts'
import type { Translator } from '#core/i18n.ts'
import type { AgreementView } from '#modules/agreements/agreement.contract.ts'
import { presentAgreement } from '#modules/agreements/index.ts'
import { listCommitments, listEntries, presentCommitments, presentEntries } from '#modules/ledger/index.ts'
import type { CommitmentView, EntryView, PartyView } from '#modules/ledger/ledger.contract.ts'
import { listFilesOfGuest } from './guest.store.ts'
import type { GuestRight, SuppliedFileState } from './guest.terms.ts'
import type { GuestCommitment, GuestEntry, GuestRecord } from './visit.contract.ts'
import { answersOf, commentsOf, type StoredAnswer } from './visit.store.ts'
import type { Visit } from './visit.ts'

const most = { offset: 0, limit: 500 }

type Sides = { organisationId: string; unitId: string | null }
const concerns = (family: ReadonlySet<string>, ...sides: Sides[]): boolean =>
  sides.some(side => family.has(side.organisationId) || (side.unitId !== null && family.has(side.unitId)))

/** Deeds of the agreement in which the guest's organisation has a part, and those of no agreement where the link says so. */
export async function entriesFor({ guest, actor, agreement, family }: Visit, db: Db) {
  const { items } = await listEntries(db, actor, { agreementId: agreement.id }, most)
  const loose = { withoutAgreement: true, amongIds: [...family] }
  const others = guest.rights.includes('other_deeds') ? (await listEntries(db, actor, loose, most)).items : []
  return [...items, ...others].filter(entry => concerns(family, entry.from, entry.to))
}

/** Whether the link allows to confirm such a deed; what has not begun yet, nobody can. */
export const isAsked = (
  entry: { startOn: string; agreementId: string | null },
  rights: readonly string[],
  today: string,
): boolean => rights.includes(entry.agreementId === null ? 'other_deeds' : 'confirm') && entry.startOn <= today

const party = ({ name, unitName }: PartyView) => ({ name, unitName })

const commitmentFor = (one: CommitmentView): GuestCommitment => ({
  ...{ id: one.id, kind: one.kind, clause: one.clause, unit: one.unit, currency: one.currency },
  ...{ promisor: party(one.promisor), beneficiary: party(one.beneficiary), quantity: one.quantity },
  ...{ comparator: one.comparator, period: one.period, periodYears: one.periodYears },
  ...{ condition: one.condition, conditionWords: one.conditionWords },
  ...{ validFrom: one.validFrom, validUntil: one.validUntil },
  current: one.current && {
    ...{ label: one.current.label, promised: one.current.promised, delivered: one.current.delivered },
  },
})

const entryFor = (one: EntryView, answer: StoredAnswer | undefined, asked: boolean): GuestEntry => ({
  ...{ id: one.id, kind: one.kind, title: one.title, from: party(one.from), to: party(one.to) },
  ...{ unit: one.unit, currency: one.currency, quantity: one.quantity },
  ...{ startsOn: one.startsOn, endsOn: one.endsOn, status: one.status },
  answer: answer
    ? { happened: answer.happened, reason: answer.reason, answeredAt: new Date(answer.answeredAt).toISOString() }
    : null,
  isAsked: asked && answer?.happened !== true,
})

const homeParty = ({ home, unit }: AgreementView) => ({
  ...{ side: 'home' as const, name: home.name, unitName: unit?.name ?? null, signatoryName: null, signedOn: null },
})

export interface Looking {
  db: Db
  t: Translator
  today: Temporal.PlainDate
}

export async function presentVisit({ db, t, today }: Looking, visit: Visit): Promise<GuestRecord> {
  const { guest, actor, family } = visit
  const view = presentAgreement(visit.agreement, [], actor, t, today)
  const reader = { db, actor, t, today }
  const promised = (
    await listCommitments(db, actor, { agreementId: view.id, states: ['active', 'suspended', 'ended'] }, most)
  ).items
  const { items: commitments } = await presentCommitments(
    reader,
    promised.filter(one => concerns(family, one.promisor, one.beneficiary)),
  )
  const happened = await entriesFor(visit, db)
  const shown = await presentEntries(reader, happened)
  const answers = await answersOf(db, guest.id)
  const asked = new Set(happened.filter(one => isAsked(one, guest.rights, today.toString())).map(one => one.id))
  const isTheirs = ({ side, organisationId }: { side: string; organisationId: string | null }) =>
    side === 'home' || organisationId === null || family.has(organisationId)
  return {
    guest: {
      ...{ name: guest.name, organisationName: guest.organisation_name, rights: guest.rights as GuestRight[] },
      ...{ expiresOn: guest.expires_on, message: guest.message },
    },
    office: view.home.name,
    ...{ number: view.number, title: view.displayTitle, kinds: view.kinds, state: view.state, scope: view.scope },
    ...{ signedOn: view.signedOn, inForceOn: view.inForceOn, expiresOn: view.expiresOn, end: view.end },
    parties: [
      ...(view.parties.some(one => one.organisation.id === view.home.id) ? [] : [homeParty(view)]),
      ...view.parties.map(one => ({
        ...{ side: one.side, name: one.organisation.name, unitName: one.unit?.name ?? null },
        ...{ signatoryName: one.signatoryName, signedOn: one.signedOn },
      })),
    ],
    contacts: view.contacts.filter(isTheirs).map(({ side, organisationName, role, name, email, phone }) => ({
      // "Our side" is the other one for a guest, so both are called by their names.
      organisationName: organisationName ?? (side === 'home' ? view.home.name : guest.organisation_name),
      ...{ role, name, email, phone },
    })),
    commitments: commitments.map(commitmentFor),
    entries: shown.map(one => entryFor(one, answers.get(one.id), asked.has(one.id))),
    files: (await listFilesOfGuest(db, guest.id)).map(file => ({
      ...{ id: file.id, name: file.name, bytes: file.bytes, note: file.note, reason: file.reason },
      ...{ state: file.state as SuppliedFileState, suppliedAt: file.supplied_at },
    })),
    comments: await commentsOf(db, guest.id),
  }
}
