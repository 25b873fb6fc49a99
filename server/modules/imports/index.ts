// The door of the imports: what other modules may use.
export { ImportFailed, ImportPlanned, ImportWritten } from './import.events.ts'
