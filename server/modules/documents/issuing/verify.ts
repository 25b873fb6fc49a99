// What can be said of a file or a code to anybody, without showing more of the record than it should.
import { createHash } from 'node:crypto'
import type { Db } from '#core/database/connect.ts'
import { systemActor } from '#core/identity/actor.ts'
import { findRecord } from '#core/records.ts'
import { nameIn, organisationsById } from '#modules/registry/index.ts'
import { knownFingerprints } from '../sealing/certificate.store.ts'
import { type SealFound, verifySeals } from '../sealing/verify-seals.ts'
import { findIssuedByCode, findIssuedByFile, type IssuedDocument } from './issued-document.store.ts'
import type { Verdict, Verification, VerifiedSeal } from './verification.contract.ts'

const nothing: Omit<Verification, 'verdict'> = {
  ...{ organisation: null, issuedAt: null, document: null, fileHash: null, seals: [] },
}

async function homeNames(db: Db, ids: readonly string[], language: string): Promise<Map<string, string>> {
  const cards = await organisationsById(db, ids)
  return new Map([...cards].map(([id, card]) => [id, nameIn(card, language)]))
}

/** Number and title of what is not confidential; a record that is gone is shown as if it were. */
async function openDocument(db: Db, { subject, recordId, number, title, version }: IssuedDocument) {
  const record = await findRecord(db, systemActor(), { subject, id: recordId })
  return record && !record.confidential ? { number, title, version } : null
}

async function present(db: Db, issued: IssuedDocument, verdict: Verdict, language: string): Promise<Verification> {
  const known = await knownFingerprints(
    db,
    issued.seals.map(one => one.fingerprint),
  )
  const names = await homeNames(db, [issued.homeId, ...[...known.values()].map(one => one.homeId)], language)
  const seals = issued.seals.map((one): VerifiedSeal => {
    const by = known.get(one.fingerprint)
    return {
      ...{ state: 'whole', name: one.name, fingerprint: one.fingerprint, at: one.at, inTime: true },
      ...{ organisation: (by && names.get(by.homeId)) ?? null, madeHere: by?.madeHere ?? false },
    }
  })
  return {
    ...{ verdict, seals, organisation: names.get(issued.homeId) ?? null, issuedAt: issued.issuedAt },
    ...{ document: await openDocument(db, issued), fileHash: issued.fileHash },
  }
}

/** What the code tells: it was given out here, not that the paper before one is the same. */
export async function verifyByCode(db: Db, code: string, language: string): Promise<Verification> {
  const issued = await findIssuedByCode(db, code)
  return issued ? present(db, issued, 'known', language) : { verdict: 'unknown', ...nothing }
}

function verdictOf(seals: readonly SealFound[], isWhole: boolean, hasOwn: boolean): Verdict {
  if (seals.length === 0) return 'unknown'
  if (!isWhole) return seals.every(one => one.state === 'unreadable') ? 'unknown' : 'changed'
  return hasOwn ? 'genuine' : 'elsewhere'
}

export async function verifyByFile(db: Db, bytes: Uint8Array, language: string): Promise<Verification> {
  const issued = await findIssuedByFile(db, createHash('sha256').update(bytes).digest('hex'))
  if (issued) return present(db, issued, 'genuine', language)
  const { seals, isWhole } = verifySeals(bytes)
  const known = await knownFingerprints(
    db,
    seals.flatMap(one => one.fingerprint ?? []),
  )
  const names = await homeNames(
    db,
    [...known.values()].map(one => one.homeId),
    language,
  )
  // Only a certificate that is kept here says who it was; a name in another one is what its maker wrote there.
  const last = seals.at(-1)
  const owner = known.get(last?.fingerprint ?? '')
  return {
    ...nothing,
    verdict: verdictOf(seals, isWhole, owner !== undefined && (last?.inTime ?? false)),
    organisation: (isWhole && owner && names.get(owner.homeId)) || null,
    seals: seals.map(one => {
      const by = known.get(one.fingerprint ?? '')
      return {
        ...{ state: one.state, name: one.name, fingerprint: one.fingerprint, at: one.claimedAt, inTime: one.inTime },
        ...{ organisation: (by && names.get(by.homeId)) ?? null, madeHere: by?.madeHere ?? false },
      }
    }),
  }
}
