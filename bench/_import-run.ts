// One import from upload to written records in a process of its own, so that its memory can be told from the rest.
import { createReadStream } from 'node:fs'
import { runAction } from '#core/actions.ts'
import { loadConfig } from '#core/config.ts'
import { systemActor } from '#core/identity/actor.ts'
import { silentLog } from '#core/log.ts'
import { startImport } from '#modules/imports/actions/start-import.ts'
import { requestWriting } from '#modules/imports/actions/step-import.ts'
import { findRun } from '#modules/imports/import.store.ts'
import { listHomes } from '#modules/registry/index.ts'
import { modules } from '#server/modules.ts'
import { openServices } from '#server/open-services.ts'

const { connection, dataDir, file } = JSON.parse(process.env.BENCH_IMPORT ?? '{}')
const config = loadConfig({ DATA_DIR: dataDir, TIME_ZONE: 'UTC', PUBLIC_URL: 'http://localhost:3000' })
const { services, close } = await openServices({ config, log: silentLog(), modules, connection })
const actor = systemActor()
const [home] = await listHomes(services.db)
const stored = await services.files.write(createReadStream(file), { name: 'list.xlsx' })
const atRest = process.memoryUsage.rss()

interface Timed {
  ms: number
  /** CPU time of this process, without that of the database. */
  cpu: number
}

async function timed(work: () => Promise<unknown>): Promise<Timed> {
  const [began, used] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(used)
  return { ms: performance.now() - began, cpu: (user + system) / 1000 }
}

let id = ''
const plan = await timed(async () => {
  const { hash: sha256, size: bytes, mediaType } = stored
  id = (
    await runAction(services, actor, startImport, { homeId: home!.id, fileName: 'list.xlsx', sha256, bytes, mediaType })
  ).id
  await services.jobs.drain()
})
const { totals } = (await findRun(services.db, actor, id))!
let following: Promise<unknown> = Promise.resolve()
/** Until the records are there; what follows from them (pulse, search, telling people) is measured by itself. */
const write = await timed(async () => {
  await runAction(services, actor, requestWriting, { id })
  following = services.jobs.drain()
  while ((await findRun(services.db, actor, id))!.state === 'writing')
    await new Promise(resolve => setTimeout(resolve, 100))
})
const follow = await timed(() => following)
const run = (await findRun(services.db, actor, id))!
process.send?.({ plan, write, follow, state: run.state, totals, atRest, peak: process.resourceUsage().maxRSS * 1024 })
await close()
