// A process of its own that serves the API and does the jobs of a test's database; made to be killed in the middle.
import { createApp } from '../app.ts'
import { loadConfig } from '../core/config.ts'
import { silentLog } from '../core/log.ts'
import { modules } from '../modules.ts'
import { openServices } from '../open-services.ts'

const { connection, dataDir, secret } = JSON.parse(process.env.SERVING_PROCESS ?? '{}')
const config = loadConfig({
  ...{ DATA_DIR: dataDir, TIME_ZONE: 'UTC', PUBLIC_URL: 'http://127.0.0.1', REQUEST_LIMIT: '0' },
  ...{ SECRET: secret, DATABASE_CONNECTIONS: '6' },
})
const { services } = await openServices({ config, log: silentLog(), modules, connection })
await services.jobs.work()
const app = await createApp(services)
process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }))
