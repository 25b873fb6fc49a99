// Names of the fields that timelines of commitments and entries mention.
import type { FieldTerms } from '#core/timeline.ts'
import {
  carryTerms,
  commitmentStateTerms,
  comparatorTerms,
  conditionTerms,
  evidenceTerms,
  kindTerms,
  periodTerms,
  unitTerms,
} from './ledger.terms.ts'

export const ledgerFieldTerms: FieldTerms = {
  kind: { label: /*i18n*/ { id: 'ledger.field.kind', message: 'Kind' }, values: kindTerms },
  unit: { label: /*i18n*/ { id: 'ledger.field.unit', message: 'Unit' }, values: unitTerms },
  baseQuantity: { label: /*i18n*/ { id: 'ledger.field.quantity', message: 'Quantity' } },
  comparator: { label: /*i18n*/ { id: 'ledger.field.comparator', message: 'Measure' }, values: comparatorTerms },
  period: { label: /*i18n*/ { id: 'ledger.field.period', message: 'Period' }, values: periodTerms },
  carry: { label: /*i18n*/ { id: 'ledger.field.carry', message: 'Carried over' }, values: carryTerms },
  condition: { label: /*i18n*/ { id: 'ledger.field.condition', message: 'Condition' }, values: conditionTerms },
  conditionWords: { label: /*i18n*/ { id: 'ledger.field.condition_words', message: 'Words of the condition' } },
  clause: { label: /*i18n*/ { id: 'ledger.field.clause', message: 'Clause' } },
  validFrom: { label: /*i18n*/ { id: 'ledger.field.valid_from', message: 'Valid from' } },
  validUntil: { label: /*i18n*/ { id: 'ledger.field.valid_until', message: 'Valid until' } },
  dueOn: { label: /*i18n*/ { id: 'ledger.field.due_on', message: 'Due on' } },
  state: { label: /*i18n*/ { id: 'ledger.field.state', message: 'State' }, values: commitmentStateTerms },
  evidence: { label: /*i18n*/ { id: 'ledger.field.evidence', message: 'Evidence' }, values: evidenceTerms },
  ownerId: { label: /*i18n*/ { id: 'ledger.field.owner', message: 'Owner' } },
  partnerOwner: { label: /*i18n*/ { id: 'ledger.field.partner_owner', message: 'Owner at the partner' } },
  refinesId: { label: /*i18n*/ { id: 'ledger.field.refines', message: 'Makes concrete' } },
  note: { label: /*i18n*/ { id: 'ledger.field.note', message: 'Note' } },
}
