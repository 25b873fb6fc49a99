// Sends what is due to a webhook in a process of its own, so that a test can kill it in the middle.
import { openPool } from '../../database/connect.ts'
import type { Services } from '../../services.ts'
import { systemClock } from '../../time.ts'
import { sendDue } from '../send-due.ts'

const { connection, config, webhookId } = JSON.parse(process.argv[2] ?? '{}')
const services = { db: openPool(connection), clock: systemClock, config } as unknown as Services
await sendDue(services, webhookId)
