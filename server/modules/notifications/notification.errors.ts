// Coded refusals of notifications.
import { declareError } from '#core/errors.ts'

export const TooManyStreams = declareError(
  'notification.too_many_streams',
  429,
  /*i18n*/ {
    id: 'notifications.error.too_many_streams',
    message: 'Too many pages of yours are open at once. The others still show what is new; this one asks every minute.',
  },
)

export const TimeZoneUnknown = declareError(
  'notification.time_zone_unknown',
  422,
  /*i18n*/ {
    id: 'notifications.error.time_zone_unknown',
    message: 'This time zone is not known. Choose one from the list.',
  },
)
