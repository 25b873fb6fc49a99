// Mail: sent by a server, or kept where a person can find it; never lost in silence.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { silentLog } from '#core/log.ts'
import { createMail } from './mail.ts'

const message = { to: 'sara@example.org', subject: 'Продление', text: 'Срок истекает 1 мая.' }
const mailFrom = 'Concord <office@example.org>'

test('without a mail server a message is kept as a file', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'concord-mail-'))
  const mail = createMail({ mailUrl: '', mailFrom, dataDir }, silentLog())
  assert.equal(mail.delivers, false)
  const outcome = await mail.send({
    ...message,
    attachments: [{ name: 'a.ics', mediaType: 'text/calendar', content: 'BEGIN:VCALENDAR' }],
  })
  assert.equal(outcome.state, 'kept')
  if (outcome.state !== 'kept') return
  const letter = readFileSync(outcome.path, 'utf8')
  assert.match(letter, /^To: sara@example\.org$/m)
  assert.match(letter, /^Content-Type: text\/calendar; name=a\.ics$/m)
  assert.equal(statSync(outcome.path).mode & 0o777, 0o600)
  rmSync(dataDir, { recursive: true })
})

// The outside of this test: a mail server of a few words.
function listen(answerToRecipient: string) {
  const heard: string[] = []
  const server = createServer(socket => {
    let inLetter = false
    socket.on('error', () => {})
    socket.write('220 test\r\n')
    socket.on('data', chunk => {
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        heard.push(line)
        if (inLetter && line !== '.') continue
        if (line === '.') inLetter = false
        else if (line === 'DATA') inLetter = true
        const answers: Record<string, string> = {
          EHLO: '250 test',
          RCPT: answerToRecipient,
          DATA: '354 go on',
          QUIT: '221 bye',
        }
        socket.write(`${answers[line.slice(0, 4)] ?? '250 fine'}\r\n`)
      }
    })
  })
  return new Promise<{ url: string; heard: string[]; close(): void }>(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      resolve({ url: `smtp://127.0.0.1:${port}`, heard, close: () => server.close() })
    })
  })
}

test('with a mail server a message is handed over', async () => {
  const server = await listen('250 fine')
  const mail = createMail({ mailUrl: server.url, mailFrom, dataDir: '' }, silentLog())
  assert.equal((await mail.send(message)).state, 'sent')
  mail.close()
  server.close()
  assert.deepEqual(
    server.heard.filter(line => /^(MAIL|RCPT)/.test(line)),
    ['MAIL FROM:<office@example.org>', 'RCPT TO:<sara@example.org>'],
  )
})

test('a refusal of the mail server is an error', async () => {
  const server = await listen('550 no such person')
  const mail = createMail({ mailUrl: server.url, mailFrom, dataDir: '' }, silentLog())
  await assert.rejects(mail.send(message), /no such person/)
  mail.close()
  server.close()
})

test('a password is not sent to a mail server that offers no encryption, unless its address says so', async () => {
  const server = await listen('250 fine')
  // Another name of this machine, so that it does not count as being here.
  const away = server.url.replace('smtp://127.0.0.1', 'smtp://user:hunter2@0.0.0.0')
  const strict = createMail({ mailUrl: away, mailFrom, dataDir: '' }, silentLog())
  await assert.rejects(strict.send(message))
  strict.close()
  assert.equal(
    server.heard.some(line => line.startsWith('AUTH')),
    false,
  )
  const lenient = createMail(
    { mailUrl: `${away.replace('user:hunter2@', '')}?requireTLS=false`, mailFrom, dataDir: '' },
    silentLog(),
  )
  assert.equal((await lenient.send(message)).state, 'sent')
  lenient.close()
  server.close()
})
