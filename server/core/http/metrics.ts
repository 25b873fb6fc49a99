// Numbers for Prometheus at /metrics: requests by route, this process, the database, the queue and the disk.
import { timingSafeEqual } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Config } from '../config.ts'
import { NotFound, Refusal } from '../errors.ts'
import { concordVersion } from '../operation/backup-format.ts'
import { queueState } from '../operation/health/queue-state.ts'
import type { Services } from '../services.ts'

/** Upper ends in seconds of the histogram of answer times. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

interface RouteNumbers {
  count: number
  seconds: number
  /** Answers at most as slow as each bucket. */
  within: number[]
}

interface Sample {
  labels?: Record<string, string>
  value: number
}

/** One metric as Prometheus reads it. */
export function metricText(name: string, type: 'counter' | 'gauge', help: string, samples: Sample[]): string {
  const lines = samples.map(({ labels, value }) => `${name}${labelText(labels)} ${value}`)
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines].join('\n')
}

const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

function labelText(labels: Record<string, string> = {}): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

/** Counts every answer from here on and serves the numbers to who may read them. */
export function serveMetrics(app: FastifyInstance, services: Services): void {
  const routes = new Map<string, { labels: Record<string, string>; numbers: RouteNumbers }>()
  const loop = monitorEventLoopDelay({ resolution: 20 })
  loop.enable()
  app.addHook('onClose', async () => void loop.disable())
  app.addHook('onResponse', async (request, reply) => {
    // Addresses that no route knows are one: strangers must not fill the memory.
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: `${Math.floor(reply.statusCode / 100)}xx`,
    }
    const key = Object.values(labels).join(' ')
    const known = routes.get(key) ?? { labels, numbers: { count: 0, seconds: 0, within: buckets.map(() => 0) } }
    routes.set(key, known)
    count(known.numbers, reply.elapsedTime / 1000)
  })
  app.get('/metrics', { schema: { hide: true }, config: { rateLimit: false } }, async (request, reply) => {
    if (!mayRead(request, services.config)) throw new Refusal(NotFound)
    reply.type('text/plain; version=0.0.4; charset=utf-8').header('cache-control', 'no-store')
    const parts = [requestText([...routes.values()]), processText(loop), await installationText(services)]
    loop.reset()
    return `${parts.join('\n')}\n`
  })
}

function count(numbers: RouteNumbers, seconds: number): void {
  numbers.count += 1
  numbers.seconds += seconds
  for (const [index, end] of buckets.entries()) if (seconds <= end) numbers.within[index]! += 1
}

/** With a token: whoever shows it. Without: only this machine itself, and not a proxy on it that speaks for others. */
function mayRead(request: FastifyRequest, { metricsToken }: Pick<Config, 'metricsToken'>): boolean {
  if (metricsToken !== '') {
    const [given, wanted] = [request.headers.authorization ?? '', `Bearer ${metricsToken}`].map(one => Buffer.from(one))
    return given!.length === wanted!.length && timingSafeEqual(given!, wanted!)
  }
  const speaksForOthers = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some(name => name in request.headers)
  return !speaksForOthers && /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? '')
}

function requestText(routes: { labels: Record<string, string>; numbers: RouteNumbers }[]): string {
  const name = 'concord_http_request_seconds'
  const lines = routes.flatMap(({ labels, numbers }) => [
    ...buckets.map(
      (end, index) => `${name}_bucket${labelText({ ...labels, le: String(end) })} ${numbers.within[index]}`,
    ),
    `${name}_bucket${labelText({ ...labels, le: '+Inf' })} ${numbers.count}`,
    `${name}_sum${labelText(labels)} ${numbers.seconds.toFixed(6)}`,
    `${name}_count${labelText(labels)} ${numbers.count}`,
  ])
  return [`# HELP ${name} Time until the answer was sent, in seconds.`, `# TYPE ${name} histogram`, ...lines].join('\n')
}

function processText(loop: ReturnType<typeof monitorEventLoopDelay>): string {
  const memory = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  const delay = loop.count === 0 ? 0 : loop.percentile(99) / 1e9
  return [
    metricText('concord_build', 'gauge', 'Versions of what runs.', [
      { labels: { version: concordVersion, node: process.versions.node }, value: 1 },
    ]),
    metricText('process_resident_memory_bytes', 'gauge', 'Memory of the process.', [{ value: memory.rss }]),
    metricText('process_heap_bytes', 'gauge', 'Memory of its objects.', [{ value: memory.heapUsed }]),
    metricText('process_cpu_seconds_total', 'counter', 'Time of the processor.', [{ value: (user + system) / 1e6 }]),
    metricText('process_uptime_seconds', 'gauge', 'Time since its start.', [{ value: Math.round(process.uptime()) }]),
    metricText('concord_event_loop_delay_seconds', 'gauge', 'Delay of the event loop since the last reading, p99.', [
      { value: delay },
    ]),
  ].join('\n')
}

async function installationText({ db, config }: Services): Promise<string> {
  const queue = await queueState(db)
  const { rows } = await sql<{ bytes: number; connections: number; events: number }>`
    select pg_database_size(current_database()) as bytes,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
      (select coalesce(sum(position), 0)::bigint from event_chain) as events`.execute(db)
  const { bytes, connections, events } = rows[0]!
  const space = await statfs(config.dataDir)
  return [
    metricText('concord_jobs', 'gauge', 'Jobs by state.', [
      { labels: { state: 'waiting' }, value: queue.waiting },
      { labels: { state: 'running' }, value: queue.running },
      { labels: { state: 'parked' }, value: queue.parked },
    ]),
    metricText('concord_jobs_oldest_seconds', 'gauge', 'How long the oldest due job waits.', [
      { value: queue.oldestSeconds },
    ]),
    metricText('concord_database_bytes', 'gauge', 'Size of the database.', [{ value: bytes }]),
    metricText('concord_database_connections', 'gauge', 'Connections to the database.', [{ value: connections }]),
    metricText('concord_events_total', 'counter', 'Events ever recorded.', [{ value: events }]),
    metricText('concord_disk_free_bytes', 'gauge', 'Free room on the disk of DATA_DIR.', [
      { value: space.bavail * space.bsize },
    ]),
  ].join('\n')
}
