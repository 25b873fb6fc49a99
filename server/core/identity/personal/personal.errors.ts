// Refusals around personal data.
import { declareError } from '../../errors.ts'

export const OwnErasure = declareError(
  'identity.own_erasure',
  422,
  /*i18n*/ {
    id: 'identity.error.own_erasure',
    message: 'Another administrator has to erase your account.',
  },
)
export const StillOwns = declareError(
  'identity.still_owns',
  409,
  /*i18n*/ {
    id: 'identity.error.still_owns',
    message: 'This person still owns {count, plural, one {# record} other {# records}}. Hand everything over first.',
  },
)
