// The door of the collaboration: what other modules may use.
export { writeComment } from './actions/post-comment.ts'
export { CommentChanged, CommentPosted, CommentRemoved } from './comment.events.ts'
export { type OpenRecord, openRecord } from './open-record.ts'
export { TaskChanged, TaskCreated, TaskDone, TaskRemoved, TaskReopened } from './task.events.ts'
export { watchersOf } from './watch.store.ts'
