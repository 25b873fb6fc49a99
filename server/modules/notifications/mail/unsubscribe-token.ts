// The signed word in a mail by which its receiver ends such mails without signing in (RFC 8058); it can do nothing else.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { type MailStream, mailStreams } from './mail.terms.ts'

export interface Unsubscription {
  userId: string
  stream: MailStream
}

const sign = (secret: string, userId: string, stream: string) =>
  createHmac('sha256', secret).update(`unsubscribe ${userId} ${stream}`).digest()

/** It does not expire: a mail may be found years later, and ending mails harms nobody. */
export const unsubscribeToken = (secret: string, { userId, stream }: Unsubscription): string =>
  [Buffer.from(userId).toString('base64url'), stream, sign(secret, userId, stream).toString('base64url')].join('.')

/** Undefined when the token was not made here. */
export function readUnsubscribeToken(secret: string, token: string): Unsubscription | undefined {
  const [user = '', name = '', signature = ''] = token.split('.')
  const userId = Buffer.from(user, 'base64url').toString()
  const stream = mailStreams.find(one => one === name)
  const given = Buffer.from(signature, 'base64url')
  const expected = sign(secret, userId, name)
  if (!stream || given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return { userId, stream }
}
