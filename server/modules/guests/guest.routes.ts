// HTTP of guests for the office and its administrators.
import { contentDisposition } from '#core/files/file-names.ts'
import { translator } from '#core/i18n.ts'
import { handle, handleRaw, type RequestContext } from '#core/module.ts'
import { found, presentAbilities } from '#core/policy.ts'
import { findRecord, findRecords } from '#core/records.ts'
import type { Term } from '#core/terms.ts'
import { inviteGuest, renewGuest, revokeGuest } from './actions/invite-guest.ts'
import { acceptFile, refuseFile } from './actions/supply-file.ts'
import * as contract from './guest.contract.ts'
import { canInvite } from './guest.policy.ts'
import {
  findGuestRow,
  findSuppliedFile,
  listAnswers,
  listGuests,
  listSuppliedFiles,
  pageOfGuests,
  presentGuest,
  presentSuppliedFile,
} from './guest.store.ts'
import { guestLink, newSecret } from './guest-link.ts'

type AnyRequest = RequestContext<unknown, unknown, unknown>

const suppliedBy: Term = /*i18n*/ {
  id: 'guests.supplied_by',
  message: 'Supplied by {name} (guest of {organisation})',
}

/** The guest with the link that is shown this once. */
async function withLink({ db, services, today }: AnyRequest, id: string, token: string) {
  const row = found(await findGuestRow(db, id))
  return {
    guest: presentGuest(row, today.toString()),
    link: guestLink(services.config, id, row.language, token),
    mailed: row.email !== null && services.mail.delivers,
  }
}

const list = handle(contract.listRecordGuests, async ({ db, actor, params, services, t, today }) => {
  const record = found(await findRecord(db, actor, { subject: 'agreement', id: params.id }))
  return {
    items: (await listGuests(db, params.id)).map(row => presentGuest(row, today.toString())),
    files: (await listSuppliedFiles(db, params.id)).map(presentSuppliedFile),
    answers: await listAnswers(db, params.id),
    sendsMail: services.mail.delivers,
    abilities: presentAbilities({ invite: canInvite(actor, record) }, t),
  }
})

const invite = handle(contract.inviteGuest, async request => {
  const { params, body, services, run } = request
  const { token, ...link } = newSecret(services.config)
  const input = { agreementId: params.id, input: body, link, sendsMail: services.mail.delivers }
  const { id } = await run(inviteGuest, input)
  return withLink(request, id, token)
})

const renew = handle(contract.renewGuest, async request => {
  const { params, body, services, run } = request
  const { token, ...link } = newSecret(services.config)
  await run(renewGuest, { id: params.id, expiresOn: body.expiresOn, link, sendsMail: services.mail.delivers })
  return withLink(request, params.id, token)
})

const listAll = handle(contract.listAllGuests, async ({ db, actor, query, t, today }) => {
  const { offset = 0, limit = 50 } = query
  const { rows, total } = await pageOfGuests(db, actor, query, today.toString(), { offset, limit })
  const refs = rows.map(row => ({ subject: 'agreement', id: row.agreement_id }))
  const records = await findRecords(db, actor, refs)
  const items = rows.map(row => {
    const record = records.get(row.agreement_id)
    const agreementTitle = t.localised(record?.title) || record?.number || '–'
    return { ...presentGuest(row, today.toString()), agreementId: row.agreement_id, agreementTitle }
  })
  return { items, total }
})

const download = handleRaw(contract.downloadSuppliedFile, async ({ db, actor, params, services, reply }) => {
  const file = found(await findSuppliedFile(db, params.id))
  found(await findRecord(db, actor, { subject: 'agreement', id: file.agreement_id }))
  return reply
    .header('content-type', file.media_type)
    .header('content-length', file.bytes)
    .header('content-disposition', contentDisposition(file.name))
    .header('x-content-type-options', 'nosniff')
    .send(await services.files.read(file.sha256))
})

export const guestRoutes = [
  list,
  invite,
  renew,
  handle(contract.revokeGuest, async ({ params, run }) => {
    await run(revokeGuest, { id: params.id })
    return {}
  }),
  listAll,
  download,
  handle(contract.acceptSuppliedFile, async ({ params, body, services, run }) => {
    const t = translator(services.config.defaultLanguage)
    await run(acceptFile, {
      id: params.id,
      purpose: body.purpose,
      noteOf: file =>
        [t(suppliedBy, { name: file.guest_name, organisation: file.organisation_name }), file.note]
          .filter(Boolean)
          .join(' · '),
    })
    return {}
  }),
  handle(contract.refuseSuppliedFile, async ({ params, body, run }) => {
    await run(refuseFile, { id: params.id, reason: body.reason })
    return {}
  }),
]
