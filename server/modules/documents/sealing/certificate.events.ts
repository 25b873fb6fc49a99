// What is recorded of certificates; it stands in the timeline of the organisation.
import Type from 'typebox'
import { defineEvent } from '#core/events.ts'

const subject = 'organisation'
const About = Type.Object({ name: Type.String(), fingerprint: Type.String(), until: Type.String() })

export const CertificateAdded = defineEvent({
  type: 'seal_certificate.added',
  subject,
  data: About,
  text: /*i18n*/ {
    id: 'documents.event.certificate_added',
    message: '{actor} added the certificate {name} for sealing, valid until {until}',
  },
})
export const CertificateRetired = defineEvent({
  type: 'seal_certificate.retired',
  subject,
  data: Type.Object({ name: Type.String(), fingerprint: Type.String() }),
  text: /*i18n*/ {
    id: 'documents.event.certificate_retired',
    message: '{actor} ended sealing with the certificate {name}; its key is deleted',
  },
})
