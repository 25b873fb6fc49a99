// A process that works through jobs and notes each run in a table, for the test of two workers: address of the database as argument.
import { sql } from 'kysely'
import { openPool } from '#core/database/connect.ts'
import { silentLog } from '#core/log.ts'
import { createJobs } from '../jobs.ts'

const target = JSON.parse(process.argv[2]!) as Parameters<typeof openPool>[0]
const db = openPool(target)
const jobs = await createJobs({ target, log: silentLog() })
await jobs.define('test.counted', { concurrency: 4 }, async payload => {
  await sql`insert into counted (number, pid) values (${payload.number}, ${process.pid})`.execute(db)
})
await jobs.work()
process.stdout.write('ready\n')
process.on('SIGTERM', async () => {
  await jobs.stop()
  await db.destroy()
})
