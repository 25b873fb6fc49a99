// Shapes what the day asks for: titles in the reader's language, the one step that needs no more than a click.
import type { Abilities } from '#core/contract.ts'
import { pickText, type Translator } from '#core/i18n.ts'
import { type Actor, actsAs, reaches } from '#core/identity/actor.ts'
import type { RecordAccess } from '#core/records.ts'
import { declaredWorkflows } from '#core/workflow.ts'
import { type AgreementStep, agreementWorkflow } from '#modules/agreements/agreement.states.ts'
import { canStepAgreement } from '#modules/agreements/index.ts'
import { displayQuantity } from '#modules/ledger/index.ts'
import type { Unit } from '#modules/ledger/ledger.terms.ts'
import type { TodayItem } from './today.contract.ts'
import type { StoredTodayItem } from './today.store.ts'
import { acceptTerm, confirmTerm, doneTerm, mayNotDelegate } from './work.terms.ts'

/** Steps that ask for nothing more than that they are taken, by state: the first one that the reader may take. */
const stepsByState: Readonly<Record<string, readonly AgreementStep[]>> = {
  inquiry: ['begin_drafting'],
  duplicate_check: ['begin_drafting'],
  due_diligence: ['begin_drafting'],
  drafting: ['send_to_internal_review'],
  internal_review: ['send_to_partner'],
  approved_to_sign: ['send_for_signature'],
  in_force: ['begin_renewal'],
  expired: ['begin_renewal'],
}

function standingOf(row: StoredTodayItem) {
  return {
    ...{ homeId: row.home_id ?? '', unitId: row.unit_id, ownerId: row.owner_id, removed: false },
    confidentiality: row.confidentiality ?? 'internal',
    readerIds: row.reader_ids ?? [],
  }
}

/** A task is done by whose it is, or by who asked for it. */
const isOwnTask = (row: StoredTodayItem, actor: Actor): boolean =>
  [row.owner_id, row.given_by_id].some(id => id !== null && actsAs(actor).includes(id))

function stepOf(row: StoredTodayItem, actor: Actor, t: Translator): TodayItem['step'] {
  if (row.subject === 'case') return null
  if (row.subject === 'task') return isOwnTask(row, actor) ? { name: 'done', label: t(doneTerm) } : null
  const writes = row.home_id !== null && reaches(actor.writes, row.home_id, row.unit_id)
  if (row.subject === 'entry') return writes ? { name: 'confirm', label: t(confirmTerm) } : null
  if (row.subject === 'commitment') return writes ? { name: 'accept', label: t(acceptTerm) } : null
  // A turn that somebody else was given is theirs to do.
  if (row.given_to_id !== null && !actsAs(actor).includes(row.given_to_id)) return null
  const name = stepsByState[row.state ?? '']?.find(step => canStepAgreement(actor, standingOf(row), step).allowed)
  return name ? { name, label: t(agreementWorkflow.steps[name].label) } : null
}

function abilitiesOf(row: StoredTodayItem, actor: Actor, t: Translator): Abilities {
  if (row.subject !== 'agreement') return {}
  const may = ['begin_drafting', 'approve_to_sign'].some(step => canStepAgreement(actor, standingOf(row), step).allowed)
  return { delegate: may || { reason: t(mayNotDelegate) } }
}

/** The state of a case in the words of its workflow. */
function stateLabel(row: StoredTodayItem, t: Translator): string | null {
  if (row.subject !== 'case' || row.state === null) return null
  const workflow = declaredWorkflows().find(one => one.subject === row.record_subject)
  const state = workflow?.states[row.state]
  return state ? t(state.label) : null
}

/** `records`: what tasks are about, and the cases, by id. */
export function presentTodayItem(
  row: StoredTodayItem,
  records: ReadonlyMap<string, RecordAccess>,
  actor: Actor,
  t: Translator,
): TodayItem {
  const record = records.get(row.record_id ?? '')
  const mine = row.subject === 'task' ? row.owner_id : row.given_to_id
  const isGivenToMe = mine !== null && actsAs(actor).includes(mine)
  return {
    ...{ group: row.group, subject: row.subject, id: row.id, agreementId: row.agreement_id },
    number: row.subject === 'case' ? (record?.number ?? null) : row.number,
    title: t.localised(row.subject === 'case' ? (record?.title ?? null) : row.title),
    record: record ? { title: t.localised(record.title), path: record.path } : null,
    text: row.text,
    partners: row.partners.map(one => one.names[t.language] ?? one.name ?? pickText(one.names, t.language)),
    stateLabel: stateLabel(row, t),
    ...{ state: row.state, since: row.since && new Date(row.since).toISOString(), dueOn: row.due_on },
    ...{ endsOn: row.ends_on, renewsItself: row.renews, kind: row.kind, unit: row.unit, currency: row.currency },
    quantity: row.quantity === null ? null : displayQuantity(row.quantity, row.unit as Unit),
    owner: row.owner,
    isFree: row.subject === 'agreement' && row.owner === null && row.given_to_id === null,
    givenBy: isGivenToMe && row.given_by !== actor.name ? row.given_by : null,
    givenTo: row.given_to_id !== null && !isGivenToMe ? row.given_to : null,
    note: row.note,
    version: row.version,
    step: stepOf(row, actor, t),
    abilities: abilitiesOf(row, actor, t),
  }
}
