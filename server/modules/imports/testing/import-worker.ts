// A process of its own that does the waiting jobs of a test's database; made to be killed in the middle.
import { loadConfig } from '#core/config.ts'
import { silentLog } from '#core/log.ts'
import { modules } from '../../../modules.ts'
import { openServices } from '../../../open-services.ts'

const { connection, dataDir } = JSON.parse(process.env.IMPORT_WORKER ?? '{}')
const config = loadConfig({ DATA_DIR: dataDir, TIME_ZONE: 'UTC', PUBLIC_URL: 'http://localhost:3000' })
const { services, close } = await openServices({ config, log: silentLog(), modules, connection })
process.send?.('ready')
await services.jobs.drain()
await close()
process.send?.('done')
