// A mail server of a few words for tests: it answers as it is told and keeps what it took.
import { createServer, type Socket } from 'node:net'

export interface TakenMail {
  to: string
  /** Headers and body as they came, lines folded as they came. */
  source: string
}

export interface TestMailServer {
  url: string
  taken: TakenMail[]
  /** The answer to a receiver; a 250 takes the mail. */
  answer: (to: string) => string
  close(): Promise<void>
}

function talk(socket: Socket, server: Pick<TestMailServer, 'taken' | 'answer'>): void {
  let [to, source, inLetter, rest] = ['', '', false, '']
  const say = (line: string) => socket.write(`${line}\r\n`)
  const hear = (line: string) => {
    if (inLetter && line === '.') {
      inLetter = false
      server.taken.push({ to, source })
      return say('250 taken')
    }
    if (inLetter) {
      source += `${line.startsWith('..') ? line.slice(1) : line}\n`
      return undefined
    }
    const word = line.slice(0, 4)
    if (word === 'RCPT') {
      to = /<(.*?)>/.exec(line)?.[1] ?? ''
      return say(server.answer(to))
    }
    if (word === 'DATA') {
      inLetter = true
      source = ''
      return say('354 go on')
    }
    return say(word === 'QUIT' ? '221 bye' : '250 fine')
  }
  socket.on('error', () => {})
  say('220 test')
  socket.on('data', chunk => {
    const lines = (rest + chunk.toString()).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(line)
  })
}

/** Listens on a port of its own, or again on one where it was before. */
export function startMailServer(port = 0): Promise<TestMailServer> {
  const sockets = new Set<Socket>()
  const state: Pick<TestMailServer, 'taken' | 'answer'> = { taken: [], answer: () => '250 fine' }
  const server = createServer(socket => {
    sockets.add(socket)
    talk(socket, state)
  })
  return new Promise(resolve => {
    server.listen(port, '127.0.0.1', () => {
      const { port: own } = server.address() as { port: number }
      const close = () =>
        new Promise<void>(done => {
          for (const socket of sockets) socket.destroy()
          server.close(() => done())
        })
      resolve(Object.assign(state, { url: `smtp://127.0.0.1:${own}`, close }))
    })
  })
}
