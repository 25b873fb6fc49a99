// The door of the day: what other modules may use.
export { TurnDelegated, TurnTaken, TurnTakenBack } from './work.events.ts'
