// Shapes stored agreements for the wire in the reader's language.
import type { Db } from '#core/database/connect.ts'
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { any, presentAbilities } from '#core/policy.ts'
import { type StepDefinition, stepsFrom } from '#core/workflow.ts'
import { canPostEntry, type Pulse as LedgerPulse } from '#modules/ledger/index.ts'
import type { AgreementRef, AgreementView, FileView, OrganisationRef, OriginalRow } from './agreement.contract.ts'
import { canEdit, canNameReaders, canStep } from './agreement.policy.ts'
import { type AgreementState, type AgreementStep, agreementWorkflow } from './agreement.states.ts'
import type { AgreementRow, BriefAgreement } from './agreement.store.ts'
import type { AgreementKind } from './agreement.terms.ts'
import {
  datesOf,
  listVisible,
  noticeOf,
  type StoredFile,
  type StoredOrganisation,
  type StoredRecord,
  standingOf,
  termFactsOf,
} from './agreement-record.store.ts'
import { type Term as AgreementTerm, effectiveState, termOf } from './agreement-term.ts'
import { fieldTerm } from './isced.terms.ts'
import { presentPulse } from './pulse.presenter.ts'

/** The name in the reader's language where it is known, with the organisation's own one beside. */
export function presentOrganisation(organisation: StoredOrganisation, language: string): OrganisationRef {
  const name = organisation.names[language] ?? organisation.name
  const { id, country, city } = organisation
  return { id, name, originalName: name === organisation.name ? null : organisation.name, country, city }
}

export function presentRef(row: BriefAgreement, t: Translator, today: Temporal.PlainDate): AgreementRef {
  const term = termOf(termFactsOf(row), today)
  return {
    id: row.id,
    number: row.number,
    title: t.localised(row.title as Record<string, string>),
    kind: row.kind as AgreementKind,
    state: term.state,
    signedOn: datesOf(row).signedOn,
    effectiveEnd: term.effectiveEnd,
  }
}

export const presentFile = (file: StoredFile): FileView => ({
  id: file.id,
  name: file.name,
  mediaType: file.media_type,
  bytes: file.bytes,
  purpose: file.purpose as FileView['purpose'],
  language: file.language,
  note: file.note,
  replacesId: file.replaces_id,
  addedAt: new Date(file.linked_at).toISOString(),
  addedBy: file.added_by,
})

function presentParts(
  record: StoredRecord,
  t: Translator,
): Pick<AgreementView, 'parties' | 'contacts' | 'links' | 'files'> {
  const organisation = (stored: StoredOrganisation) => presentOrganisation(stored, t.language)
  return {
    parties: record.parties.map(party => ({
      id: party.id,
      side: party.side,
      role: party.role as AgreementView['parties'][number]['role'],
      organisation: organisation(party.organisation),
      unit: party.unit && organisation(party.unit),
      signedOn: party.signed_on,
      signatoryName: party.signatory_name,
      signatoryTitle: party.signatory_title,
    })),
    contacts: record.contacts.map(contact => ({
      id: contact.id,
      side: contact.side,
      role: contact.role as AgreementView['contacts'][number]['role'],
      organisationId: contact.organisation_id,
      organisationName: contact.organisation && organisation(contact.organisation).name,
      personId: contact.person_id,
      name: contact.name,
      email: contact.email,
      phone: contact.phone,
    })),
    links: record.links,
    files: record.files.map(presentFile),
  }
}

function presentRelated(
  record: AgreementRow,
  related: readonly AgreementRow[],
  t: Translator,
  today: Temporal.PlainDate,
) {
  const ref = (row: AgreementRow) => presentRef(row, t, today)
  const one = (id: string | null) => {
    const row = id === null ? undefined : related.find(other => other.id === id)
    return row ? ref(row) : null
  }
  return {
    parent: one(record.parent_id),
    amends: one(record.amends_id),
    supersedes: one(record.supersedes_id),
    children: related.filter(other => other.parent_id === record.id).map(ref),
    amendedBy: related.filter(other => other.amends_id === record.id).map(ref),
    supersededBy: related.filter(other => other.supersedes_id === record.id).map(ref),
  }
}

/** Steps from the state as it is today that the reader may take, each with its label. */
function presentSteps(
  row: AgreementRow,
  actor: Actor,
  t: Translator,
  today: Temporal.PlainDate,
): AgreementView['nextSteps'] {
  const state = effectiveState(termFactsOf(row), today)
  const possible = stepsFrom(agreementWorkflow, state as AgreementState)
  return possible
    .filter(step => canStep(actor, standingOf(row), step).allowed)
    .map(step => {
      const { label, reasonRequired }: StepDefinition<AgreementState> = agreementWorkflow.steps[step as AgreementStep]
      return { step: step as AgreementStep, label: t(label), reasonRequired: reasonRequired ?? false }
    })
}

function abilitiesOf(row: AgreementRow, actor: Actor, t: Translator) {
  const edit = canEdit(actor, standingOf(row))
  const step = any(canStep(actor, standingOf(row), 'approve_to_sign'), edit)
  const record_entry = canPostEntry(actor, row.home_id, row.unit_id)
  const name_readers = canNameReaders(actor, standingOf(row))
  return presentAbilities({ edit, step, begin_renewal: edit, add_file: edit, record_entry, name_readers }, t)
}

const presentTerm = ({ state, ...rest }: AgreementTerm) => ({
  state,
  turn: agreementWorkflow.states[state].turn,
  effectiveEnd: rest.effectiveEnd,
  renewalsPassed: rest.renewalsPassed,
  daysToEnd: rest.daysToEnd,
  reviewOn: rest.reviewOn,
  reviewDue: rest.reviewDue,
  noticeDeadline: rest.noticeDeadline,
  noticeRunningUntil: rest.noticeRunningUntil,
})

export function presentAgreement(
  record: StoredRecord,
  related: readonly AgreementRow[],
  actor: Actor,
  t: Translator,
  today: Temporal.PlainDate,
): AgreementView {
  const title = record.title as Record<string, string>
  return {
    id: record.id,
    version: record.version,
    home: presentOrganisation(record.home, t.language),
    unit: record.unit && presentOrganisation(record.unit, t.language),
    number: record.number,
    kind: record.kind as AgreementKind,
    kinds: record.kinds as AgreementKind[],
    title,
    displayTitle: t.localised(title),
    ...presentTerm(termOf(termFactsOf(record), today)),
    storedState: record.state as AgreementState,
    stateSince: record.state_since,
    stateReason: record.state_reason,
    ...datesOf(record),
    end: record.end_kind as AgreementView['end'],
    renewal: record.renewal as AgreementView['renewal'],
    renewalMonths: record.renewal_months,
    renewalBegunOn: record.renewal_begun_on,
    notice: noticeOf(record),
    mayEnd: record.may_end as AgreementView['mayEnd'],
    endedOn: record.ended_on,
    ...presentParts(record, t),
    ...presentRelated(record, related, t, today),
    fields: record.fields.map(code => ({ code, label: fieldTerm(code) ? t(fieldTerm(code)!) : code })),
    languages: record.languages,
    confidentiality: record.confidentiality as AgreementView['confidentiality'],
    owner: record.owner,
    scope: record.scope as Record<string, string>,
    remarks: record.remarks,
    original: record.original as OriginalRow | null,
    importId: record.import_id,
    pulse:
      record.pulse_details === null
        ? null
        : presentPulse(
            record.pulse_details as unknown as LedgerPulse,
            record.pulse_on ?? today.toString(),
            t,
            () => record.id,
          ),
    lastEntryOn: record.last_entry_on,
    commitmentCount: record.commitment_count,
    nextSteps: presentSteps(record, actor, t, today),
    abilities: abilitiesOf(record, actor, t),
    createdAt: record.created_at,
    updatedAt: record.updated_at,
  }
}

/** Titles and numbers of those agreements that the reader may see. */
export async function agreementTitles(
  db: Db,
  reader: Actor,
  ids: readonly string[],
  t: Translator,
): Promise<Map<string, { title: string; number: string | null }>> {
  return new Map(
    (await listVisible(db, reader, ids)).map(row => [
      row.id,
      { title: t.localised(row.title as Record<string, string>), number: row.number },
    ]),
  )
}
