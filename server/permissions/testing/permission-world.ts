// The world of the matrix test: two homes with an open, a confidential and a foreign record of each kind, and everybody who tries.
import assert from 'node:assert/strict'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { setDisabled } from '../../core/identity/accounts.ts'
import type { Power, Role } from '../../core/identity/roles.terms.ts'
import * as tokens from '../../core/identity/tokens/token.contract.ts'
import { newId } from '../../core/ids.ts'
import * as agreements from '../../modules/agreements/agreement.contract.ts'
import * as portfolio from '../../modules/agreements/portfolio.contract.ts'
import { nameAgreementReader } from '../../modules/agreements/readers/reader.contract.ts'
import { insertReaders } from '../../modules/agreements/readers/reader.store.ts'
import { agreementInput } from '../../modules/agreements/testing/agreement-factory.ts'
import * as comments from '../../modules/collaboration/comment.contract.ts'
import * as relations from '../../modules/collaboration/relation.contract.ts'
import * as tasks from '../../modules/collaboration/task.contract.ts'
import * as library from '../../modules/documents/library/library.contract.ts'
import { clauseContent, templateContent } from '../../modules/documents/library/testing/library-desk.ts'
import * as guests from '../../modules/guests/guest.contract.ts'
import * as imports from '../../modules/imports/import.contract.ts'
import * as ledger from '../../modules/ledger/ledger.contract.ts'
import { commitmentInput, entryInput, makeOrganisation } from '../../modules/ledger/testing/ledger-factory.ts'
import * as organisations from '../../modules/registry/organisation.contract.ts'
import * as persons from '../../modules/registry/person.contract.ts'
import * as registry from '../../modules/registry/registry.contract.ts'
import * as checks from '../../modules/screening/check.contract.ts'
import type { TestApp, TestPerson } from '../../test-app.ts'
import { type Caller, callers, type Place } from '../expected.ts'
import type { ProbeCall } from '../probe.ts'

/** Words that stand in every text of the records of a place, and nowhere else. */
export const markers: Record<Place, string> = { open: 'Aardvark', secret: 'Quokkaleak', foreign: 'Zorilleak' }

export type Send = (options: InjectOptions) => Promise<LightMyRequestResponse>

export const fresh = (): string => newId().slice(-12)

/** Multipart with one file. */
export function uploadOf(text: string): Pick<InjectOptions, 'headers' | 'payload'> {
  const boundary = 'boundary-of-the-test'
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="list.csv"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n--${boundary}--\r\n`,
  }
}

/** A call as what is sent. */
export function requestOf(
  route: { method: string; path: string },
  { params = {}, query = {}, body, upload }: ProbeCall,
): InjectOptions {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams(query).toString()
  return {
    method: route.method as 'GET',
    url: search ? `${path}?${search}` : path,
    ...(upload !== undefined ? uploadOf(upload) : route.method !== 'GET' && { payload: body ?? {} }),
  }
}

export interface Callers {
  sends: Map<Caller, Send>
  /** Accounts to name as readers of the confidential agreement: those of whom the model says so. */
  readers: string[]
  /** An account without a role, which nobody can name any more. */
  former: string
  /** The guest whose link one of them opened. */
  visit: string
}

/** Everybody who tries, each with a way to send. */
export async function makeCallers(test: TestApp, home: Record<'A' | 'B' | 'partner', string>): Promise<Callers> {
  const sends = new Map<Caller, Send>()
  const administrator = await test.person('administrator')
  const readers = [administrator.id]
  let former = ''
  let visit = ''
  const expiresOn = Temporal.Now.plainDateISO('UTC').add({ days: 30 }).toString()
  for (const caller of callers) {
    if (caller.kind === 'stranger') sends.set(caller, options => test.anybody.inject(options))
    else if (caller.kind === 'guest') {
      const visitor = await makeVisitor(test, administrator, home)
      visit = visitor.id
      sends.set(caller, visitor.send)
    } else if (caller.kind === 'token') {
      const body = { name: caller.name, scopes: [...caller.powers] as Power[], expiresOn }
      const { token } = await administrator.call(tokens.makeToken, { body })
      const headers = { authorization: `Bearer ${token}` }
      sends.set(caller, options => test.app.inject({ ...options, headers: { ...headers, ...options.headers } }))
    } else {
      const one = await test.person(roleOf(caller), caller.home === null ? null : home[caller.home])
      if (caller.closed) await setDisabled(test.services.db, one.id, true)
      if (caller.reader) readers.push(one.id)
      if (caller.name === 'named without a role') former = one.id
      sends.set(caller, one.inject)
    }
  }
  return { sends, readers, former, visit }
}

/** A guest of an agreement of A that nothing else is tried with, in a browser that sends the cookie of the visit everywhere. */
async function makeVisitor(test: TestApp, maker: TestPerson, home: Record<'A' | 'partner', string>) {
  const { id } = await maker.call(agreements.createAgreement, { body: agreementInput(home.A, home.partner) })
  const invitation = { name: 'Visitor', organisationId: home.partner, language: 'en' as const, emailProof: false }
  const { guest, link } = await maker.call(guests.inviteGuest, {
    params: { id },
    body: { ...invitation, rights: ['read', 'comment', 'file', 'confirm'] },
  })
  const opened = await test.anybody.inject({
    method: 'POST',
    url: `/api/guest/${guest.id}/open`,
    payload: { token: new URL(link).hash.slice(1) },
  })
  assert.equal(opened.statusCode, 200, opened.body)
  const cookie = String(opened.headers['set-cookie']).split(';')[0]!
  const send: Send = options => test.anybody.inject({ ...options, headers: { cookie, ...options.headers } })
  return { id: guest.id, send }
}

/** Names readers of a confidential agreement, and one whose roles ended since. */
export async function nameReaders(test: TestApp, maker: TestPerson, id: string, { readers, former }: Callers) {
  await insertReaders(test.services.db, [{ agreementId: id, personId: former }], null, new Date().toISOString())
  for (const personId of readers)
    await maker.call(nameAgreementReader, { params: { id, personId }, body: { isReader: true } })
}

function roleOf(caller: Caller): Role | null {
  if (caller.powers.length === 0) return caller.closed ? 'officer' : null
  if (caller.name.endsWith('officer of B')) return 'officer'
  return caller.name.replace('named ', '') as Role
}

/** A cancelled one: whatever is asked of it is refused, after who asks was settled. */
async function importOf(maker: TestPerson, homeId: string, marker: string): Promise<string> {
  const text = `Partner\tTitle\n${marker}\tTitle ${marker} ${fresh()}\n`
  const { id } = await maker.call(imports.pasteImport, { body: { homeId, text } })
  await maker.call(imports.cancelImport, { params: { id }, body: {} })
  return id
}

async function fileOf(maker: TestPerson, agreementId: string, marker: string): Promise<string> {
  const response = await maker.inject({
    method: 'POST',
    url: `/api/agreements/${agreementId}/files?note=${marker}`,
    ...uploadOf(`text ${marker}`),
  })
  assert.equal(response.statusCode, 200, response.body)
  return response.json().id
}

/** The two homes and the partner, before there is any record. */
export async function makePlaces({ services: { db } }: TestApp) {
  return {
    A: await makeOrganisation(db, 'University A', true),
    B: await makeOrganisation(db, 'University B', true),
    partner: await makeOrganisation(db, 'Partner University'),
  }
}

type Homes = Awaited<ReturnType<typeof makePlaces>>

/** One record of each kind in one place. */
export async function makeRecords(
  maker: TestPerson,
  homes: Homes,
  place: Place,
  earlier?: { person: string; decision: string; clause: string; template: string },
) {
  const home = place === 'foreign' ? homes.B : homes.A
  const word = markers[place]
  const input = agreementInput(home, homes.partner, {
    title: { en: `Memorandum ${word}` },
    number: `${word}/1`,
    remarks: word,
    confidentiality: place === 'secret' ? 'confidential' : 'internal',
    contacts: [{ side: 'partner', name: `Contact ${word}` }],
  })
  const agreement = (await maker.call(agreements.createAgreement, { body: input })).id
  const promise = commitmentInput(agreement, home, homes.partner, { clause: `clause ${word}`, note: word })
  const commitment = (await maker.call(ledger.createCommitment, { body: promise })).items[0]!.id
  const make = makersOf(maker, homes, home, agreement, word)
  return {
    home,
    make,
    of: {
      agreement,
      commitment,
      entry: await make.entry(),
      check: await make.check(),
      comment: await make.comment(),
      guest: await make.guest(),
      task: await make.task(),
      link: await linkWith(maker, agreement, homes.partner),
      tag: await make.tag(),
      clause: earlier?.clause ?? (await make.clause()),
      template: earlier?.template ?? (await templateOf(maker, home, word)),
      file: await fileOf(maker, agreement, word),
      import: await importOf(maker, home, word),
      // These know no confidentiality: those of A are for everybody who reads there.
      person: earlier?.person ?? (await make.person()),
      decision: earlier?.decision ?? (await make.decision()),
    },
  }
}

async function linkWith(maker: TestPerson, agreementId: string, organisationId: string): Promise<string> {
  const body = { word: 'see_also', to: { subject: 'organisation', id: organisationId } } as const
  return (await maker.call(relations.linkRecords, { params: { subject: 'agreement', id: agreementId }, body })).id
}

async function templateOf(maker: TestPerson, homeId: string, word: string): Promise<string> {
  const content = templateContent([], { title: { en: `Template ${word === markers.secret ? markers.open : word}` } })
  return (await maker.call(library.createTemplate, { body: { homeId, content } })).id
}

/** Makes what calls use up. */
function makersOf(maker: TestPerson, homes: Homes, home: string, agreementId: string, word: string) {
  // Contacts and decisions know no confidentiality, so their words are no secret.
  const common = word === markers.secret ? markers.open : word
  const organisation = async () =>
    (await maker.call(organisations.createOrganisation, { body: { name: `Institute ${fresh()}` } })).id
  return {
    organisation,
    entry: async () => {
      const more = { agreementId, title: `Deed ${word}`, status: 'planned', note: word } as const
      return (await maker.call(ledger.postEntry, { body: entryInput(home, homes.partner, more) })).id
    },
    check: async () =>
      (await maker.call(checks.startRecordCheck, { params: { subject: 'agreement', id: agreementId } })).id,
    guest: async () => {
      const body = {
        name: `Guest ${word}`,
        organisationId: homes.partner,
        language: 'en',
        rights: ['comment'],
      } as const
      const input = { params: { id: agreementId }, body: { ...body, rights: [...body.rights] } }
      return (await maker.call(guests.inviteGuest, input)).guest.id
    },
    comment: async () => {
      const body = { body: `Said ${word}` }
      return (await maker.call(comments.postComment, { params: { subject: 'agreement', id: agreementId }, body })).id
    },
    task: async () => {
      const record = { subject: 'agreement', id: agreementId }
      return (await maker.call(tasks.createTask, { body: { text: `Do ${word}`, ownerId: maker.id, record } })).id
    },
    link: async () => linkWith(maker, agreementId, await organisation()),
    tag: async () => {
      const body = { homeId: home, name: `Tag ${fresh()}`, colour: 'ok' } as const
      return (await maker.call(relations.createTag, { body })).id
    },
    clause: async () => {
      const content = clauseContent({ title: { en: `Clause ${common}` } })
      return (await maker.call(library.createClause, { body: { homeId: home, content } })).id
    },
    person: async () => {
      const body = { name: `Person ${common}`, homeId: home }
      return (await maker.call(persons.createPerson, { params: { id: homes.partner }, body })).id
    },
    decision: async () => {
      const body = { homeId: home, written: `${common} ${fresh()}`, organisationId: homes.partner }
      return (await maker.call(registry.decideName, { body })).id
    },
    merged: async () => {
      const id = await organisation()
      const body = { intoId: homes.partner, reason: 'Tried by a test' }
      await maker.call(organisations.mergeOrganisation, { params: { id }, body })
      return id
    },
  }
}

/** Private things of one more account. */
export async function makePrivate(one: TestPerson) {
  const view = await one.call(agreements.createSavedView, {
    body: { page: 'agreements', name: 'Private', query: {} },
  })
  const { feed } = await one.call(portfolio.createFeed, { body: {} })
  return { account: one.id, view: view.id, feed: feed.id }
}
