// Coded refusals of agreements, files, views and feeds.
import { declareError } from '#core/errors.ts'

export const HomeUnknown = declareError(
  'agreement.home_unknown',
  422,
  /*i18n*/ {
    id: 'agreements.error.home_unknown',
    message: 'Choose one of the home organisations of this installation.',
  },
)
export const PartyUnknown = declareError(
  'agreement.party_unknown',
  422,
  /*i18n*/ {
    id: 'agreements.error.party_unknown',
    message: 'One of the organisations is not in the registry. Choose it again.',
  },
)
export const PartnerMissing = declareError(
  'agreement.partner_missing',
  422,
  /*i18n*/ {
    id: 'agreements.error.partner_missing',
    message: 'An agreement needs at least one partner.',
  },
)
export const PartyRepeated = declareError(
  'agreement.party_repeated',
  422,
  /*i18n*/ {
    id: 'agreements.error.party_repeated',
    message: 'An organisation stands twice on the same side. Keep one of them.',
  },
)
export const UnitElsewhere = declareError(
  'agreement.unit_elsewhere',
  422,
  /*i18n*/ {
    id: 'agreements.error.unit_elsewhere',
    message: 'The unit does not belong to the organisation it is given for.',
  },
)
export const EndUnclear = declareError(
  'agreement.end_unclear',
  422,
  /*i18n*/ {
    id: 'agreements.error.end_unclear',
    message: 'Give the date on which the agreement ends, or say that it has none or that it is not known.',
  },
)
export const EndBeforeStart = declareError(
  'agreement.end_before_start',
  422,
  /*i18n*/ {
    id: 'agreements.error.end_before_start',
    message: 'The agreement would end before it begins. Check the dates.',
  },
)
export const RelationUnknown = declareError(
  'agreement.relation_unknown',
  422,
  /*i18n*/ {
    id: 'agreements.error.relation_unknown',
    message: 'The related agreement does not exist, or you may not see it.',
  },
)
export const RelationCircular = declareError(
  'agreement.relation_circular',
  422,
  /*i18n*/ {
    id: 'agreements.error.relation_circular',
    message: 'An agreement cannot be above, amend or supersede itself, not even through others.',
  },
)
export const FieldUnknown = declareError(
  'agreement.field_unknown',
  422,
  /*i18n*/ {
    id: 'agreements.error.field_unknown',
    message: 'The field of science {code} is not an ISCED-F 2013 code.',
  },
)
export const OwnerUnknown = declareError(
  'agreement.owner_unknown',
  422,
  /*i18n*/ {
    id: 'agreements.error.owner_unknown',
    message: 'The owner is not a person of this installation.',
  },
)
export const TitleMissing = declareError(
  'agreement.title_missing',
  422,
  /*i18n*/ {
    id: 'agreements.error.title_missing',
    message: 'Give the agreement a title in at least one language.',
  },
)
export const RenewalEndMissing = declareError(
  'agreement.renewal_end_missing',
  422,
  /*i18n*/ {
    id: 'agreements.error.renewal_end_missing',
    message: 'Give the new last day of the renewed agreement; it lies after today.',
  },
)
export const FileMissingInUpload = declareError(
  'file.missing',
  422,
  /*i18n*/ {
    id: 'agreements.error.file_missing',
    message: 'No file arrived. Choose a file and send it again.',
  },
)
export const FileEmpty = declareError(
  'file.empty',
  422,
  /*i18n*/ {
    id: 'agreements.error.file_empty',
    message: 'The file is empty. Choose another one.',
  },
)
export const FileNotAccepted = declareError(
  'file.not_accepted',
  415,
  /*i18n*/ {
    id: 'agreements.error.file_not_accepted',
    message: 'Files of this kind are not kept here. Documents, pictures, tables and archives are.',
  },
)
export const FileReplaced = declareError(
  'file.replaced',
  409,
  /*i18n*/ {
    id: 'agreements.error.file_replaced',
    message: 'A newer version of this file is here already. Add yours as a version of that one.',
  },
)
export const FileCutOff = declareError(
  'file.cut_off',
  400,
  /*i18n*/ {
    id: 'agreements.error.file_cut_off',
    message: 'The file did not arrive completely. Nothing was kept; send it again.',
  },
)
export const ViewNameTaken = declareError(
  'saved_view.name_taken',
  409,
  /*i18n*/ {
    id: 'agreements.error.view_name_taken',
    message: 'You already have a view of this name. Choose another name.',
  },
)
export const TooManyFeeds = declareError(
  'feed.too_many',
  422,
  /*i18n*/ {
    id: 'agreements.error.too_many_feeds',
    message: 'You have {limit} calendar links already. Revoke one that you no longer use.',
  },
)
