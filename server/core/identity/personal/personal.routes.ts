// HTTP of personal data: export of one's own, erasure, retention.
import { contentDisposition } from '../../files/file-names.ts'
import { handle, handleRaw, type RouteRegistration } from '../../module.ts'
import { eraseAccount, eraseContact } from './erase-person.ts'
import { exportOwnData } from './export-own.ts'
import * as contract from './personal.contract.ts'
import { changeRetention, readRetention } from './retention.ts'

export const personalRoutes: RouteRegistration[] = [
  handleRaw(contract.exportOwnData, async ({ db, actor, today, reply }) =>
    reply
      .header('content-type', 'application/zip')
      .header('content-disposition', contentDisposition(`concord-${today}.zip`))
      .send(await exportOwnData(db, actor.id!, today.toString())),
  ),
  handle(contract.eraseAccount, ({ params, body, run }) => run(eraseAccount, { id: params.id, reason: body.reason })),
  handle(contract.eraseContact, ({ params, body, run }) => run(eraseContact, { id: params.id, reason: body.reason })),
  handle(contract.getRetention, ({ db }) => readRetention(db)),
  handle(contract.changeRetention, async ({ db, body, run }) => {
    await run(changeRetention, body)
    return readRetention(db)
  }),
]
