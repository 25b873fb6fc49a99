// Sends messages by the mail server of the installation, or keeps them in a folder when there is none.
import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer, { type SendMailOptions, type TransportOptions } from 'nodemailer'
import type { Log } from '#core/log.ts'

export interface MailMessage {
  to: string | readonly string[]
  subject: string
  text: string
  html?: string
  replyTo?: string
  /** Its own, so that a receiver drops the second copy of one message: `<id@host>`. */
  messageId?: string
  headers?: Readonly<Record<string, string>>
  attachments?: readonly { name: string; mediaType: string; content: Uint8Array | string }[]
}

/** `sent` by a mail server; `kept` as a file because none is set. */
export type MailOutcome = { state: 'sent'; id: string } | { state: 'kept'; path: string }

export interface Mail {
  /** False when messages are only kept: a person must then be told where. */
  readonly delivers: boolean
  /** @throws Error when the mail server refuses; the job that sends tries again. */
  send(message: MailMessage): Promise<MailOutcome>
  /** @throws Error when the mail server is not there or does not let us in. */
  check(): Promise<void>
  close(): void
}

export interface MailOptions {
  /** smtp:// or smtps:// address; empty keeps messages in the folder `outbox` of `dataDir`. */
  mailUrl: string
  mailFrom: string
  dataDir: string
}

export function createMail({ mailUrl, mailFrom, dataDir }: MailOptions, log: Log): Mail {
  if (mailUrl !== '') return sendingMail(mailUrl, mailFrom)
  return keepingMail(mailFrom, join(dataDir, 'outbox'), log)
}

/** The password must not go over the network in the clear; a server on this machine, or one whose address says so, may do without. */
function mustEncrypt(address: string): boolean {
  const url = new URL(address)
  const isHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  return !isHere && url.searchParams.get('requireTLS') !== 'false' && !url.searchParams.has('ignoreTLS')
}

function sendingMail(url: string, from: string): Mail {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    connectionTimeout: 20_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    requireTLS: mustEncrypt(url),
  } as TransportOptions)
  return {
    delivers: true,
    send: async message => {
      const { messageId } = (await transport.sendMail(letter(message, from))) as { messageId: string }
      return { state: 'sent', id: messageId }
    },
    check: async () => {
      await transport.verify()
    },
    close: () => transport.close(),
  }
}

function keepingMail(from: string, outbox: string, log: Log): Mail {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true })
  return {
    delivers: false,
    send: async message => {
      const composed = await composer.sendMail(letter(message, from))
      await mkdir(outbox, { recursive: true, mode: 0o700 })
      const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-')
      const path = join(outbox, `${stamp}-${randomUUID().slice(0, 8)}.eml`)
      await writeFile(`${path}.part`, composed.message as Buffer, { mode: 0o600 })
      await rename(`${path}.part`, path)
      log.warn({ path }, 'MAIL_URL is not set: a message was kept instead of sent')
      return { state: 'kept', path }
    },
    check: async () => {},
    close: () => {},
  }
}

function letter(message: MailMessage, from: string): SendMailOptions {
  return {
    from,
    to: typeof message.to === 'string' ? message.to : [...message.to],
    subject: message.subject,
    text: message.text,
    ...(message.html !== undefined && { html: message.html }),
    ...(message.replyTo !== undefined && { replyTo: message.replyTo }),
    ...(message.messageId !== undefined && { messageId: message.messageId }),
    ...(message.headers !== undefined && { headers: { ...message.headers } }),
    attachments: (message.attachments ?? []).map(({ name, mediaType, content }) => ({
      filename: name,
      contentType: mediaType,
      content: typeof content === 'string' ? content : Buffer.from(content),
    })),
  }
}

/**
 * The sentence with which a mail server refuses this receiver or this message for good; undefined for any other failure,
 * which may pass. Codes of the 500s are final (RFC 5321, 4.2.1), but those about the sender or our password are not the receiver's.
 */
export function finalRefusal(error: unknown): string | undefined {
  const { responseCode, response, command } = error as { responseCode?: number; response?: string; command?: string }
  const isFinal = responseCode !== undefined && responseCode >= 500 && responseCode < 600
  const isAboutMessage = command === 'RCPT TO' || command === 'DATA'
  return isFinal && isAboutMessage ? (response ?? String(responseCode)) : undefined
}

/** Keeps messages in memory so that a test can read what a person would get. */
export function createTestMail(): Mail & { sent: MailMessage[] } {
  const sent: MailMessage[] = []
  return {
    sent,
    delivers: true,
    send: async message => {
      sent.push(message)
      return { state: 'sent', id: `<${sent.length}@test>` }
    },
    check: async () => {},
    close: () => {},
  }
}
