// After a commit, whoever its events concern is told; at least once, and each event once a person.
import type { JobDefinition } from '#core/module.ts'
import { tellPeople } from '../tell-people.ts'

export const tellOfEvents: JobDefinition = {
  name: 'notifications.tell',
  takesMany: true,
  async run(payload, { services }) {
    const { eventIds = [], eventId } = payload as { eventIds?: string[]; eventId?: string }
    await tellPeople(services, eventId ? [...eventIds, eventId] : eventIds)
  },
}
