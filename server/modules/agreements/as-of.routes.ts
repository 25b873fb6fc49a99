// HTTP of agreements as they stood.
import { momentOf } from '#core/as-of.ts'
import { handle } from '#core/module.ts'
import { found } from '#core/policy.ts'
import { listVisible } from './agreement-record.store.ts'
import { getAgreementAsOf } from './as-of.contract.ts'
import { viewAgreementAsOf } from './as-of.view.ts'
import { subjectsOf } from './standing.store.ts'

export const asOfRoutes = [
  handle(getAgreementAsOf, async ({ actor, t, params, query, today, services }) => {
    const { db, timeZone } = services
    found((await listVisible(db, actor, [params.id]))[0])
    const { commitments, activities } = await subjectsOf(db, params.id)
    const subjects = new Set([params.id, ...commitments, ...activities])
    const moment = await momentOf(db, query, { today, timeZone }, event => subjects.has(event.subjectId))
    return viewAgreementAsOf({ db, actor, t, today, timeZone }, params.id, moment)
  }),
]
