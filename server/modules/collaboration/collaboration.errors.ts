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
export const TaskEmpty = declareError(
  'task.empty',
  422,
  /*i18n*/ { id: 'collaboration.error.task_empty', message: 'Say what is to be done.' },
)
export const TaskOwnerMayNotRead = declareError(
  'task.owner_may_not_read',
  422,
  /*i18n*/ {
    id: 'collaboration.error.task_owner_may_not_read',
    message: 'This person may not see the record. Choose one of the colleagues in the list.',
  },
)
export const TaskDayPassed = declareError(
  'task.day_passed',
  422,
  /*i18n*/ {
    id: 'collaboration.error.task_day_passed',
    message: 'Choose today or a later day, at most ten years ahead; or leave the day out.',
  },
)
export const LinkToItself = declareError(
  'link.to_itself',
  422,
  /*i18n*/ { id: 'collaboration.error.link_to_itself', message: 'A record cannot be linked with itself.' },
)
export const LinkExists = declareError(
  'link.exists',
  409,
  /*i18n*/ { id: 'collaboration.error.link_exists', message: 'These two records are linked in this way already.' },
)
export const TagNameTaken = declareError(
  'tag.name_taken',
  409,
  /*i18n*/ {
    id: 'collaboration.error.tag_name_taken',
    message: 'There is a tag of this name already. Choose it from the list, or give the new one another name.',
  },
)
export const TagNotHere = declareError(
  'tag.not_here',
  422,
  /*i18n*/ {
    id: 'collaboration.error.tag_not_here',
    message: 'One of the tags does not belong to this record’s home organisation. Reload the page and choose again.',
  },
)

export const OnlyForMayNotRead = declareError(
  'comment.only_for_may_not_read',
  422,
  /*i18n*/ {
    id: 'collaboration.error.only_for_may_not_read',
    message: 'Somebody whom the comment is for may not see this record. Choose among those who may.',
  },
)
