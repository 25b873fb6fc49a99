// What is recorded of the day: turns that were given on, and what people put off.
import Type from 'typebox'
import { IsoDate } from '#core/contract.ts'
import { defineEvent } from '#core/events.ts'

const Note = Type.Union([Type.String(), Type.Null()])

export const TurnDelegated = defineEvent({
  type: 'turn.delegated',
  subject: 'agreement',
  personal: { others: ['name'] },
  data: Type.Object({ toId: Type.String(), name: Type.String(), note: Note }),
  text: /*i18n*/ { id: 'work.event.turn_delegated', message: '{actor} gave the turn to {name}' },
})
export const TurnTaken = defineEvent({
  type: 'turn.taken',
  subject: 'agreement',
  data: Type.Object({}),
  text: /*i18n*/ { id: 'work.event.turn_taken', message: '{actor} took the turn' },
})
export const TurnTakenBack = defineEvent({
  type: 'turn.taken_back',
  subject: 'agreement',
  personal: { others: ['name'] },
  data: Type.Object({ name: Type.String() }),
  text: /*i18n*/ { id: 'work.event.turn_taken_back', message: '{actor} took the turn back from {name}' },
})
export const ItemSnoozed = defineEvent({
  type: 'today.snoozed',
  subject: 'today',
  data: Type.Object({ subject: Type.String(), until: IsoDate }),
  text: /*i18n*/ { id: 'work.event.snoozed', message: '{actor} put something off until {until}' },
})
export const ItemWoken = defineEvent({
  type: 'today.woken',
  subject: 'today',
  data: Type.Object({ subject: Type.String() }),
  text: /*i18n*/ { id: 'work.event.woken', message: '{actor} brought back what was put off' },
})
