// Web sockets on the port of the app: a request that asks for one goes through all hooks and guards like any other.
import { type IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type WebSocket, WebSocketServer } from 'ws'

interface Upgrade {
  socket: Duplex
  head: Buffer
}

const asked = new WeakMap<IncomingMessage, Upgrade>()

/** Requests with `Upgrade: websocket` are routed; a route that does not take them up answers as usual and the connection ends. */
export function takeUpgrades(app: FastifyInstance): void {
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    asked.set(request, { socket, head })
    socket.on('error', () => socket.destroy())
    const response = new ServerResponse(request)
    response.shouldKeepAlive = false
    response.assignSocket(socket as never)
    response.on('finish', () => socket.end())
    app.routing(request, response)
  })
}

/** Whether the page that asks is one of this installation: browsers send where a page is from and cannot be talked out of it. */
export function isOwnPage(request: FastifyRequest, publicUrl: string): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return false
  return URL.canParse(origin) && (origin === new URL(publicUrl).origin || new URL(origin).host === host)
}

/** The request asks for a web socket. */
export const asksForSocket = (request: FastifyRequest): boolean => asked.has(request.raw)

const server = new WebSocketServer({ noServer: true, maxPayload: 8 * 1024 * 1024, perMessageDeflate: false })

/** Answers the request with a web socket; the reply is the socket's from now on. */
export function openSocket(request: FastifyRequest, reply: FastifyReply, onOpen: (socket: WebSocket) => void): void {
  const upgrade = asked.get(request.raw)
  if (!upgrade) throw new Error('the request asks for no web socket')
  reply.hijack()
  reply.raw.detachSocket(upgrade.socket as never)
  server.handleUpgrade(request.raw, upgrade.socket, upgrade.head, onOpen)
}
