// Coded refusals of talk about records.
import { declareError } from '#core/errors.ts'

export const CommentEmpty = declareError(
  'comment.empty',
  422,
  /*i18n*/ { id: 'collaboration.error.comment_empty', message: 'Write something first.' },
)
export const MentionMayNotRead = declareError(
  'comment.mention_may_not_read',
  422,
  /*i18n*/ {
    id: 'collaboration.error.mention_may_not_read',
    message:
      'Somebody whom you mention may not see this record, so it would not reach them. Take the mention out, or choose a person from the list that opens with @.',
  },
)
export const CommentGone = declareError(
  'comment.gone',
  409,
  /*i18n*/ {
    id: 'collaboration.error.comment_gone',
    message: 'This comment was removed meanwhile. Your text is kept: post it as a new comment.',
  },
)
