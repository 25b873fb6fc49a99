// The log: lines that machines or people read, without secrets.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLog } from './log.ts'

function logged(format: 'json' | 'text', write: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = []
  write(createLog({ format, destination: { write: line => lines.push(line) } }))
  return lines
}

test('secrets are replaced at every depth that occurs', () => {
  const [line = ''] = logged('json', log =>
    log.info({ password: 'hunter2', body: { newPassword: 'hunter2' }, req: { headers: { cookie: 'hunter2' } } }, 'x'),
  )
  assert.equal(line.includes('hunter2'), false)
  assert.equal(line.split('[secret]').length, 4)
})

test('a line for machines is one JSON object', () => {
  const [line = ''] = logged('json', log => log.warn({ requestId: 'r1' }, 'slow'))
  const { level, msg, requestId } = JSON.parse(line)
  assert.deepEqual({ level, msg, requestId }, { level: 'warn', msg: 'slow', requestId: 'r1' })
})

test('a line for people is short', () => {
  const [line = ''] = logged('text', log => log.info({ address: 'http://localhost:3000' }, 'ready'))
  assert.match(line, /^\d\d:\d\d:\d\d ready address=http:\/\/localhost:3000\n$/)
})

test('an error for people has its stack', () => {
  const [line = ''] = logged('text', log => log.error({ err: new Error('broken') }, 'failed'))
  assert.match(line, /error failed\nError: broken\n {4}at /)
})

test('an error is written with its cause and code, but not with the connection it came over', () => {
  const error = Object.assign(new Error('refused', { cause: new Error('closed') }), {
    code: '23505',
    client: { password: 'hunter2' },
  })
  const [line = ''] = logged('json', log => log.error({ err: error }, 'failed'))
  const { err } = JSON.parse(line)
  assert.deepEqual([err.message, err.code, err.cause.message, err.client], ['refused', '23505', 'closed', undefined])
})

test('what a stranger wrote neither breaks a line for people nor steers their terminal', () => {
  const hostile = 'a\u001b[2J\u202eb\r\n12:00:00 ready'
  const [line = ''] = logged('text', log => log.warn({ name: hostile, other: '\u001b[31m' }, hostile))
  assert.equal(line.trimEnd().split('\n').length, 2)
  assert.equal(/[\u001b\u202e\r]/.test(line), false)
  const [json = ''] = logged('json', log => log.warn({ name: hostile }, hostile))
  assert.equal(json.trimEnd().split('\n').length, 1)
  assert.equal(JSON.parse(json).name, hostile)
})
