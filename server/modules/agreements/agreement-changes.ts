// Field changes of an agreement as the trail keeps them, and how a timeline names them.
import { type Changes, changesBetween } from '#core/events.ts'
import type { Term } from '#core/terms.ts'
import { type FieldTerms, nameOfCode } from '#core/timeline.ts'
import { agreementStateTerms, agreementWorkflow } from './agreement.states.ts'
import {
  agreementKindTerms,
  confidentialityTerms,
  contactRoleTerms,
  enderTerms,
  endKindTerms,
  filePurposeTerms,
  noticeUnitTerms,
  partyRoleTerms,
  renewalTerms,
} from './agreement.terms.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import { fieldCodes, fieldTerm } from './isced.terms.ts'

export interface NamesForChanges {
  organisations: ReadonlyMap<string, string>
  agreements: ReadonlyMap<string, string>
  owners: ReadonlyMap<string, string>
}

const named = (names: ReadonlyMap<string, string>, id: string | null) =>
  id === null ? null : { id, name: names.get(id) ?? id }

function snapshot(facts: AgreementFacts, names: NamesForChanges) {
  return {
    unit: named(names.organisations, facts.unitId),
    number: facts.number,
    kinds: facts.kinds,
    title: facts.title,
    parties: facts.parties.map(party => ({
      ...named(names.organisations, party.organisationId),
      ...(party.unitId !== null && { unit: names.organisations.get(party.unitId) ?? party.unitId }),
      side: party.side,
      ...(party.role !== 'party' && { role: party.role }),
      ...(party.signedOn && { signedOn: party.signedOn }),
      ...(party.signatoryName && { signatory: party.signatoryName }),
      ...(party.signatoryTitle && { signatoryTitle: party.signatoryTitle }),
    })),
    contacts: facts.contacts,
    links: facts.links.map(link => ({ name: link.label ?? link.url, url: link.url })),
    approvedOn: facts.approvedOn,
    signedOn: facts.signedOn,
    inForceOn: facts.inForceOn,
    reviewDueOn: facts.reviewDueOn,
    expiresOn: facts.expiresOn,
    end: facts.endKind,
    renewal: facts.renewal,
    renewalMonths: facts.renewalMonths,
    noticeAmount: facts.notice?.amount ?? null,
    noticeUnit: facts.notice?.unit ?? null,
    mayEnd: facts.mayEnd,
    parent: named(names.agreements, facts.parentId),
    amends: named(names.agreements, facts.amendsId),
    supersedes: named(names.agreements, facts.supersedesId),
    fields: facts.fields,
    languages: facts.languages,
    confidentiality: facts.confidentiality,
    owner: named(names.owners, facts.ownerId),
    scope: facts.scope,
    remarks: facts.remarks,
  }
}

/** What differs between two versions of an agreement. */
export const changesOf = (before: AgreementFacts, after: AgreementFacts, names: NamesForChanges): Changes =>
  changesBetween(snapshot(before, names), snapshot(after, names))

const label = (term: Term, values?: Readonly<Record<string, Term>>) =>
  values ? { label: term, values } : { label: term }

const fieldTerms = Object.fromEntries(fieldCodes.map(code => [code, fieldTerm(code)!]))

const stepLabels = Object.fromEntries(Object.entries(agreementWorkflow.steps).map(([name, step]) => [name, step.label]))

/** How a timeline names the fields of agreements. */
export const agreementFieldTerms: FieldTerms = {
  unit: label(/*i18n*/ { id: 'agreements.field_name.unit', message: 'Unit' }),
  number: label(/*i18n*/ { id: 'agreements.field_name.number', message: 'Number' }),
  kinds: label(/*i18n*/ { id: 'agreements.field_name.kinds', message: 'Kind' }, agreementKindTerms),
  kind: label(/*i18n*/ { id: 'agreements.field_name.kind', message: 'Leading kind' }, agreementKindTerms),
  title: label(/*i18n*/ { id: 'agreements.field_name.title', message: 'Title' }),
  parties: label(/*i18n*/ { id: 'agreements.field_name.parties', message: 'Parties' }, partyRoleTerms),
  contacts: label(/*i18n*/ { id: 'agreements.field_name.contacts', message: 'Contacts' }, contactRoleTerms),
  links: label(/*i18n*/ { id: 'agreements.field_name.links', message: 'Links' }),
  approvedOn: label(/*i18n*/ { id: 'agreements.field_name.approved_on', message: 'Approved on' }),
  signedOn: label(/*i18n*/ { id: 'agreements.field_name.signed_on', message: 'Signed on' }),
  inForceOn: label(/*i18n*/ { id: 'agreements.field_name.in_force_on', message: 'In force since' }),
  reviewDueOn: label(/*i18n*/ { id: 'agreements.field_name.review_due_on', message: 'Review due on' }),
  expiresOn: label(/*i18n*/ { id: 'agreements.field_name.expires_on', message: 'Ends on' }),
  endedOn: label(/*i18n*/ { id: 'agreements.field_name.ended_on', message: 'Ended on' }),
  renewalBegunOn: label(/*i18n*/ { id: 'agreements.field_name.renewal_begun_on', message: 'Renewal begun on' }),
  end: label(/*i18n*/ { id: 'agreements.field_name.end', message: 'End' }, endKindTerms),
  renewal: label(/*i18n*/ { id: 'agreements.field_name.renewal', message: 'Renewal' }, renewalTerms),
  renewalMonths: label(/*i18n*/ { id: 'agreements.field_name.renewal_months', message: 'Renewed by months' }),
  noticeAmount: label(/*i18n*/ { id: 'agreements.field_name.notice_amount', message: 'Notice period' }),
  noticeUnit: label(
    /*i18n*/ { id: 'agreements.field_name.notice_unit', message: 'Notice counted in' },
    noticeUnitTerms,
  ),
  mayEnd: label(/*i18n*/ { id: 'agreements.field_name.may_end', message: 'May be ended by' }, enderTerms),
  parent: label(/*i18n*/ { id: 'agreements.field_name.parent', message: 'Belongs to' }),
  amends: label(/*i18n*/ { id: 'agreements.field_name.amends', message: 'Amends' }),
  supersedes: label(/*i18n*/ { id: 'agreements.field_name.supersedes', message: 'Supersedes' }),
  fields: label(/*i18n*/ { id: 'agreements.field_name.fields', message: 'Fields of science' }, fieldTerms),
  languages: {
    label: /*i18n*/ { id: 'agreements.field_name.languages', message: 'Languages' },
    say: (tag, t) => nameOfCode('language', tag, t),
  },
  confidentiality: label(
    /*i18n*/ { id: 'agreements.field_name.confidentiality', message: 'Confidentiality' },
    confidentialityTerms,
  ),
  owner: label(/*i18n*/ { id: 'agreements.field_name.owner', message: 'Owner' }),
  scope: label(/*i18n*/ { id: 'agreements.field_name.scope', message: 'Scope' }),
  remarks: label(/*i18n*/ { id: 'agreements.field_name.remarks', message: 'Remarks' }),
  state: label(/*i18n*/ { id: 'agreements.field_name.state', message: 'State' }, agreementStateTerms),
  from: label(/*i18n*/ { id: 'agreements.field_name.from', message: 'From' }, agreementStateTerms),
  to: label(/*i18n*/ { id: 'agreements.field_name.to', message: 'To' }, agreementStateTerms),
  step: label(/*i18n*/ { id: 'agreements.field_name.step', message: 'Step' }, stepLabels),
  purpose: label(/*i18n*/ { id: 'agreements.field_name.purpose', message: 'Purpose' }, filePurposeTerms),
}
