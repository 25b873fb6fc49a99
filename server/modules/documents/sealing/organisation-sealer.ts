// The sealer of an organisation, from what is kept of its certificate, and sealing with clear refusals.
import type { Config } from '#core/config.ts'
import type { Db } from '#core/database/connect.ts'
import { Refusal } from '#core/errors.ts'
import { seal, unseal } from '#core/identity/sign-in/sealed.ts'
import { CertificateOutOfTime, FileNotSealable, KeyNotReadable, NoCertificate } from './certificate.errors.ts'
import { findCertificate } from './certificate.store.ts'
import { PdfNotSupported } from './pdf-file.ts'
import { CertificateNotInTime, type SealWords, sealPdf } from './seal-pdf.ts'
import { ownKeySealer, type Sealer } from './sealer.ts'

const purpose = 'document seal'
type Secret = Pick<Config, 'secret'>

/** The key as it is kept: only this installation can open it. */
export const keepKey = ({ secret }: Secret, privateKey: Uint8Array): string => seal(secret, purpose, privateKey)

export interface OrganisationSealer {
  sealer: Sealer
  fingerprint: string
  name: string
}

/** @throws Refusal when there is no certificate, or its key cannot be read */
export async function organisationSealer(db: Db, config: Secret, homeId: string): Promise<OrganisationSealer> {
  const row = await findCertificate(db, homeId)
  if (!row) throw new Refusal(NoCertificate)
  const privateKey = unseal(config.secret, purpose, row.key_sealed ?? '')
  if (!privateKey) throw new Refusal(KeyNotReadable)
  const { certificate, chain, fingerprint, name } = row
  const keyKind = row.key_kind as 'rsa' | 'ec'
  return { sealer: ownKeySealer({ certificate, chain, keyKind, privateKey }), fingerprint, name }
}

const day = (date: Date): string => date.toISOString().slice(0, 10)

/** @throws Refusal: certificate out of its time, a PDF that cannot be sealed */
export async function sealFor(pdf: Uint8Array, by: OrganisationSealer, words: SealWords): Promise<Buffer> {
  try {
    return await sealPdf(pdf, by.sealer, words)
  } catch (error) {
    if (error instanceof CertificateNotInTime)
      throw new Refusal(CertificateOutOfTime, {
        ...{ from: day(error.validFrom), until: day(error.validUntil), now: words.at.slice(0, 10) },
      })
    if (error instanceof PdfNotSupported) throw new Refusal(FileNotSealable)
    throw error
  }
}
