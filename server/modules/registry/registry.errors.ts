// Refusals of the registry that a person can act on.
import { declareError } from '#core/errors.ts'

export const MergeRefused = declareError(
  'organisation.merge_refused',
  422,
  /*i18n*/ {
    id: 'registry.error.merge_refused',
    message: 'These two organisations cannot be merged.',
  },
)
export const NotMerged = declareError(
  'organisation.not_merged',
  409,
  /*i18n*/ {
    id: 'registry.error.not_merged',
    message: 'This organisation is not merged into another one.',
  },
)
export const AlreadyMerged = declareError(
  'organisation.already_merged',
  409,
  /*i18n*/ {
    id: 'registry.error.already_merged',
    message: 'This organisation was merged into {name}. Make the change there, or undo the merge first.',
  },
)
export const FieldRefused = declareError(
  'organisation.field_refused',
  422,
  /*i18n*/ {
    id: 'registry.error.field_refused',
    message: 'Some fields need attention.',
  },
)
export const IdentifierTaken = declareError(
  'organisation.identifier_taken',
  409,
  /*i18n*/ {
    id: 'registry.error.identifier_taken',
    message: 'The identifier {value} already belongs to {name}. Use that one, or merge the two.',
  },
)
export const UnitCycle = declareError(
  'organisation.unit_cycle',
  422,
  /*i18n*/ {
    id: 'registry.error.unit_cycle',
    message: 'An organisation cannot be a unit of itself or of one of its own units.',
  },
)
export const NothingStated = declareError(
  'organisation.nothing_stated',
  404,
  /*i18n*/ {
    id: 'registry.error.nothing_stated',
    message: 'That source says nothing else about this field.',
  },
)
export const SplitRefused = declareError(
  'organisation.split_refused',
  422,
  /*i18n*/ {
    id: 'registry.error.split_refused',
    message: 'Choose names or identifiers that this organisation has, and leave it its shown name.',
  },
)
export const HomeInUse = declareError(
  'organisation.home_in_use',
  409,
  /*i18n*/ {
    id: 'registry.error.home_in_use',
    message: '{name} has cases of its own and stays a home organisation.',
  },
)
export const PersonInUse = declareError(
  'person.in_use',
  409,
  /*i18n*/ {
    id: 'registry.error.person_in_use',
    message: 'This person is named in agreements or has an account, and stays.',
  },
)
export const HomeNeeded = declareError(
  'person.home_needed',
  422,
  /*i18n*/ {
    id: 'registry.error.home_needed',
    message: 'Say which home organisation keeps this contact.',
  },
)
export const FileNotReadable = declareError(
  'registry.file_not_readable',
  422,
  /*i18n*/ {
    id: 'registry.error.file_not_readable',
    message: 'This file cannot be read: {detail}',
  },
)
