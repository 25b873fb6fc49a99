// Taking over a certificate, and ending its use.
import { X509Certificate } from 'node:crypto'
import { type ActionContext, defineAction } from '#core/actions.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import { CertificateAdded, CertificateRetired } from './certificate.events.ts'
import { canChangeCertificate } from './certificate.policy.ts'
import { type CertificateRow, findCertificate, insertCertificate, lockHome, retireRow } from './certificate.store.ts'
import type { OwnKey } from './sealer.ts'
import { fingerprintOf, nameOf } from './verify-seals.ts'

export interface KeptKey extends Omit<OwnKey, 'privateKey'> {
  homeId: string
  keySealed: string
  madeHere: boolean
}

const instantOf = (now: Temporal.Instant): string => new Date(now.epochMilliseconds).toISOString()

async function retire(ctx: ActionContext, { id, home_id: homeId, name, fingerprint }: CertificateRow): Promise<void> {
  await retireRow(ctx.db, id, instantOf(ctx.now))
  ctx.record(CertificateRetired, { subjectId: homeId, homeId, data: { name, fingerprint } })
}

export const keepCertificate = defineAction({
  name: 'seal.keep_certificate',
  async run(ctx, key: KeptKey): Promise<void> {
    const { db, actor } = ctx
    const { homeId, certificate, chain, keyKind, keySealed, madeHere } = key
    found((await lockHome(db, homeId)) || null)
    ensure(canChangeCertificate(actor, homeId))
    const former = await findCertificate(db, homeId)
    if (former) await retire(ctx, former)
    const read = new X509Certificate(Buffer.from(certificate))
    const [name, fingerprint, until] = [nameOf(read.subject), fingerprintOf(read), read.validToDate.toISOString()]
    await insertCertificate(db, {
      ...{
        id: newId(),
        homeId,
        name,
        issuer: nameOf(read.issuer),
        fingerprint,
        certificate,
        chain,
        keyKind,
        keySealed,
      },
      ...{ madeHere, validFrom: read.validFromDate.toISOString(), validUntil: until },
      ...{ addedBy: actor.id, addedAt: instantOf(ctx.now) },
    })
    ctx.record(CertificateAdded, { subjectId: homeId, homeId, data: { name, fingerprint, until: until.slice(0, 10) } })
  },
})

export const retireCertificate = defineAction({
  name: 'seal.retire_certificate',
  async run(ctx, homeId: string): Promise<void> {
    found((await lockHome(ctx.db, homeId)) || null)
    ensure(canChangeCertificate(ctx.actor, homeId))
    const used = await findCertificate(ctx.db, homeId)
    if (used) await retire(ctx, used)
    else ctx.unchanged()
  },
})
