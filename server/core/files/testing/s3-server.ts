// Starts an S3-compatible server for tests, with one empty bucket; it ends with the process that started it.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

export interface TestS3Server {
  endpoint: string
  /** The one account that the server knows. */
  keys: { accessKey: string; secretKey: string }
  stop(): void
}

export async function startS3Server(folder: string, bucket: string): Promise<TestS3Server> {
  const script = path.join(import.meta.dirname, 's3-server.mjs')
  const child = fork(script, [folder, bucket], { execArgv: ['--openssl-legacy-provider'], stdio: 'inherit' })
  const [port] = (await once(child, 'message')) as [number]
  return {
    endpoint: `http://127.0.0.1:${port}`,
    keys: { accessKey: 'S3RVER', secretKey: 'S3RVER' },
    stop: () => void child.kill(),
  }
}
