// What is recorded of links and tags. A link names the other record by its id only: not everybody who sees one sees the other.
import Type from 'typebox'
import { Id, Nullable } from '#core/contract.ts'
import { defineEvent } from '#core/events.ts'
import { linkWordTerms } from './link.terms.ts'

const Link = Type.Object({
  linkId: Id,
  word: Type.String(),
  otherSubject: Type.String(),
  otherId: Id,
})

export const RecordLinked = defineEvent({
  type: 'record.linked',
  subject: 'record',
  words: { word: linkWordTerms },
  data: Link,
  text: /*i18n*/ { id: 'collaboration.event.linked', message: '{actor} linked another record: {word}' },
})
export const RecordUnlinked = defineEvent({
  type: 'record.unlinked',
  subject: 'record',
  words: { word: linkWordTerms },
  data: Link,
  text: /*i18n*/ { id: 'collaboration.event.unlinked', message: '{actor} took a link away: {word}' },
})
export const RecordTagged = defineEvent({
  type: 'record.tagged',
  subject: 'record',
  data: Type.Object({ added: Type.Array(Type.String()), removed: Type.Array(Type.String()) }),
  text: /*i18n*/ { id: 'collaboration.event.tagged', message: '{actor} changed the tags' },
})

const Tag = Type.Object({ name: Type.String(), colour: Nullable(Type.String()) })

export const TagCreated = defineEvent({
  type: 'tag.created',
  subject: 'tag',
  data: Tag,
  text: /*i18n*/ { id: 'collaboration.event.tag_created', message: '{actor} made the tag {name}' },
})
export const TagChanged = defineEvent({
  type: 'tag.changed',
  subject: 'tag',
  data: Tag,
  text: /*i18n*/ { id: 'collaboration.event.tag_changed', message: '{actor} changed the tag {name}' },
})
export const TagRemoved = defineEvent({
  type: 'tag.removed',
  subject: 'tag',
  data: Tag,
  text: /*i18n*/ { id: 'collaboration.event.tag_removed', message: '{actor} took the tag {name} away' },
})
