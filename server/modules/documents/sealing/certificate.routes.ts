// HTTP of certificates.
import { X509Certificate } from 'node:crypto'
import { Refusal } from '#core/errors.ts'
import { contentDisposition } from '#core/files/file-names.ts'
import { reaches, reachOf } from '#core/identity/actor.ts'
import { mustBeFresh } from '#core/identity/sign-in/freshness.ts'
import { newId } from '#core/ids.ts'
import { handle, handleRaw, type RequestContext } from '#core/module.ts'
import { ensure, found } from '#core/policy.ts'
import type { Term } from '#core/terms.ts'
import { listHomes, nameIn } from '#modules/registry/index.ts'
import { emptyFrame } from '../rendering/document-frame.ts'
import { renderPdf } from '../rendering/render.ts'
import { keepCertificate, retireCertificate } from './certificate.actions.ts'
import * as contract from './certificate.contract.ts'
import { CertificateOutOfTime, keyRefusal } from './certificate.errors.ts'
import { canChangeCertificate, canSeeCertificates } from './certificate.policy.ts'
import { type CertificateRow, findCertificate, listCertificates } from './certificate.store.ts'
import { keepKey, organisationSealer, sealFor } from './organisation-sealer.ts'
import { KeyNotUsable, makeOwnKey, openKeyFile } from './own-keys.ts'
import type { OwnKey } from './sealer.ts'

/** Days before the end in which administrators are warned. */
const soon = 60

export function stateOf({ valid_from, valid_until }: CertificateRow, now: Date): contract.CertificateState {
  if (now < new Date(valid_from)) return 'not_yet'
  const left = new Date(valid_until).getTime() - now.getTime()
  return left < 0 ? 'over' : left < soon * 86_400_000 ? 'soon_over' : 'valid'
}

const present = (row: CertificateRow, now: Date): contract.CertificateView => ({
  ...{ id: row.id, name: row.name, issuer: row.issuer, fingerprint: row.fingerprint },
  ...{ keyKind: row.key_kind as 'rsa' | 'ec', madeHere: row.made_here, state: stateOf(row, now) },
  ...{ validFrom: row.valid_from, validUntil: row.valid_until },
  ...{ addedBy: row.added_by_name, addedAt: row.added_at, retiredAt: row.retired_at },
})

type HomeRequest = RequestContext<{ id: string }, unknown, unknown>

const nowOf = ({ services }: Pick<HomeRequest, 'services'>): Date => new Date(services.clock.now().epochMilliseconds)

/** Those who may not change the certificate are told so before anything is worked out. */
async function homeFor({ db, actor, params }: HomeRequest): Promise<{ name: string; names: unknown }> {
  const home = found((await listHomes(db)).find(one => one.id === params.id))
  ensure(canChangeCertificate(actor, home.id))
  return home
}

function readKeyFile(file: string, password: string): OwnKey {
  try {
    return openKeyFile(Buffer.from(file, 'base64'), password)
  } catch (error) {
    if (error instanceof KeyNotUsable) throw keyRefusal(error.fault)
    throw error
  }
}

const day = (date: Date): string => date.toISOString().slice(0, 10)

function mustBeInTime({ certificate }: OwnKey, now: Date): void {
  const { validFromDate, validToDate } = new X509Certificate(Buffer.from(certificate))
  if (now < validFromDate || now > validToDate)
    throw new Refusal(CertificateOutOfTime, { from: day(validFromDate), until: day(validToDate), now: day(now) })
}

async function keep(request: HomeRequest, key: OwnKey, madeHere: boolean): Promise<contract.CertificateView> {
  const { db, params, services, run } = request
  const { privateKey, ...kept } = key
  await run(keepCertificate, { ...kept, homeId: params.id, keySealed: keepKey(services.config, privateKey), madeHere })
  return present(found(await findCertificate(db, params.id)), nowOf(request))
}

const sampleTitle: Term = /*i18n*/ { id: 'documents.sample.title', message: 'Sample of a seal' }
const sampleWords: Term = /*i18n*/ {
  id: 'documents.sample.words',
  message: 'This page is sealed by {organisation}. Open it in a reader of PDF that shows seals, and verify it here.',
}

async function makeSample(request: HomeRequest, organisation: string): Promise<Uint8Array> {
  const { db, t, params, services } = request
  const by = await organisationSealer(db, services.config, params.id)
  const at = nowOf(request).toISOString()
  const runs = [{ text: t(sampleWords, { organisation }) }]
  const { bytes } = await renderPdf({
    madeAt: at,
    frame: { ...emptyFrame, state: 'final' },
    text: {
      ...{ languages: [t.language], prevailing: null, title: { [t.language]: t(sampleTitle) } },
      clauses: [
        {
          id: newId(),
          role: 'recital',
          versions: { [t.language]: { heading: [], blocks: [{ kind: 'paragraph', runs }] } },
        },
      ],
    },
  })
  return sealFor(bytes, by, { at, name: organisation })
}

export const certificateRoutes = [
  handle(contract.listSeals, async request => {
    const { db, actor, t } = request
    ensure(canSeeCertificates(actor))
    const homes = (await listHomes(db)).filter(home => reaches(reachOf(actor, 'administer'), home.id))
    const rows = Map.groupBy(
      await listCertificates(
        db,
        homes.map(home => home.id),
      ),
      row => row.home_id,
    )
    const items = homes.map(home => {
      const own = (rows.get(home.id) ?? []).map(row => present(row, nowOf(request)))
      const used = own.find(one => one.retiredAt === null) ?? null
      return { id: home.id, name: nameIn(home, t.language), used, former: own.filter(one => one !== used) }
    })
    return { items }
  }),
  handle(contract.addCertificate, async request => {
    await homeFor(request)
    mustBeFresh(request.actor)
    const key = readKeyFile(request.body.file, request.body.password)
    mustBeInTime(key, nowOf(request))
    return keep(request, key, false)
  }),
  handle(contract.makeCertificate, async request => {
    const home = await homeFor(request)
    mustBeFresh(request.actor)
    return keep(request, await makeOwnKey(nameIn(home, request.services.config.defaultLanguage), nowOf(request)), true)
  }),
  handleRaw(contract.downloadSealSample, async request => {
    const home = await homeFor(request)
    const sealed = await makeSample(request, nameIn(home, request.t.language))
    return request.reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', contentDisposition('seal-sample.pdf', 'attachment'))
      .header('x-content-type-options', 'nosniff')
      .send(Buffer.from(sealed))
  }),
  handle(contract.retireCertificate, async request => {
    await homeFor(request)
    mustBeFresh(request.actor)
    await request.run(retireCertificate, request.params.id)
    return {}
  }),
]
