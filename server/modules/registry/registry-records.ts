// Organisations and contacts as records that people talk about, link to and find.
import type { LocalisedText } from '#core/contract.ts'
import type { RecordKind } from '#core/records.ts'
import { findOrganisations } from './organisation.store.ts'
import { findPlaces } from './organisation-history.store.ts'
import { listVisiblePersons } from './person.store.ts'
import { canChangeOrganisation, canChangePerson, canReadOrganisations, canReadPerson } from './registry.policy.ts'

/** A name in every language where it is known; the display name stands for the others. */
const namesOf = (name: string, names: LocalisedText): LocalisedText => ({ en: name, ...names })

export const organisationRecords: RecordKind = {
  subject: 'organisation',
  term: /*i18n*/ { id: 'registry.record.organisation', message: 'Organisation' },
  async findAll(db, reader, ids) {
    if (!canReadOrganisations(reader)) return []
    const cards = await findOrganisations(db, ids)
    const { places } = await findPlaces(db, ids)
    return cards.flatMap(card => {
      const place = places.get(card.askedId)
      if (!place) return []
      const homeId = place.homeId
      const write = (actor: Parameters<typeof canChangeOrganisation>[0]) => canChangeOrganisation(actor, place).allowed
      return {
        ...{ subject: 'organisation', id: card.askedId, title: namesOf(card.name, card.names), number: null },
        ...{ path: `/organisations/${card.id}`, homeId, unitId: null, confidential: false, ownerId: null },
        decide: actor => ({ read: canReadOrganisations(actor), write: write(actor), conclude: false }),
      }
    })
  },
}

export const personRecords: RecordKind = {
  subject: 'person',
  term: /*i18n*/ { id: 'registry.record.person', message: 'Contact' },
  async findAll(db, reader, ids) {
    return (await listVisiblePersons(db, reader, ids)).map(person => ({
      ...{ subject: 'person', id: person.id, title: namesOf(person.name, person.names), number: null },
      path: person.organisationId ? `/organisations/${person.organisationId}?tab=people` : '/organisations',
      ...{ homeId: person.homeId, unitId: null, confidential: false, ownerId: person.userId },
      decide: actor => ({
        read: canReadPerson(actor, person),
        write: canChangePerson(actor, person).allowed,
        conclude: false,
      }),
    }))
  },
}
