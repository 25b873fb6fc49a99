// Refusals of certificates and of sealing.
import { declareError, Refusal } from '#core/errors.ts'
import type { Term } from '#core/terms.ts'
import type { KeyFault } from './own-keys.ts'

export const KeyFileRefused = declareError(
  'seal.key_file_refused',
  422,
  /*i18n*/ { id: 'documents.error.key_file', message: 'The certificate could not be taken over.' },
)
export const CertificateOutOfTime = declareError(
  'seal.certificate_out_of_time',
  422,
  /*i18n*/ {
    id: 'documents.error.certificate_out_of_time',
    message:
      'The certificate is valid from {from} to {until}, and it is {now} now. Take one that is valid, or set the clock of the server right.',
  },
)
export const NoCertificate = declareError(
  'seal.no_certificate',
  422,
  /*i18n*/ {
    id: 'documents.error.no_certificate',
    message: 'This organisation has no certificate to seal with. An administrator adds one under “Seals”.',
  },
)
export const KeyNotReadable = declareError(
  'seal.key_not_readable',
  503,
  /*i18n*/ {
    id: 'documents.error.key_not_readable',
    message:
      'The key of this organisation cannot be read: the secret of this installation has changed. Add the certificate again, or bring the secret back.',
  },
)
export const FileNotSealable = declareError(
  'seal.file_not_sealable',
  422,
  /*i18n*/ {
    id: 'documents.error.file_not_sealable',
    message: 'This PDF is built in a way that cannot be sealed here. Print it to a new PDF/A file and try again.',
  },
)

const faults: Record<KeyFault, { field: 'file' | 'password'; text: Term }> = {
  not_a_key_file: {
    field: 'file',
    text: /*i18n*/ {
      id: 'documents.key_fault.not_a_key_file',
      message: 'This is no key file (.p12 or .pfx) that can be read.',
    },
  },
  wrong_password: {
    field: 'password',
    text: /*i18n*/ { id: 'documents.key_fault.wrong_password', message: 'This password does not open the file.' },
  },
  no_key: {
    field: 'file',
    text: /*i18n*/ {
      id: 'documents.key_fault.no_key',
      message: 'The file holds no private key with its certificate. Export it anew together with the key.',
    },
  },
  key_not_supported: {
    field: 'file',
    text: /*i18n*/ {
      id: 'documents.key_fault.key_not_supported',
      message: 'Keys of this kind cannot be used; RSA and elliptic curves can.',
    },
  },
  key_too_weak: {
    field: 'file',
    text: /*i18n*/ {
      id: 'documents.key_fault.key_too_weak',
      message: 'The key is too short to be safe; RSA keys need 2048 bits at least.',
    },
  },
}

/** What is wrong with a key file, at the field that it is about. */
export const keyRefusal = (fault: KeyFault): Refusal =>
  new Refusal(KeyFileRefused, {}, { fields: [{ path: faults[fault].field, message: faults[fault].text }] })
