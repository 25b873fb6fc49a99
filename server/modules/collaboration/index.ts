// The door of the collaboration: what other modules may use.
export { watchersOf } from './watch.store.ts'
