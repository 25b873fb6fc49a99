// What the form of an agreement sends: nothing of a record gets lost by editing it, and what is asked to find doubles.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AgreementView } from '#modules/agreements/agreement.contract.ts'
import { type AgreementValues, changeOf, emptyValues, newOf, similarQuery, valuesOf } from './agreement-values.ts'

const organisation = (id: string) => ({ id, name: `Name of ${id}`, originalName: null, country: 'IR', city: null })
const party = (id: string, side: 'home' | 'partner', more: object = {}) => ({
  ...{ id: `party-${id}`, side, role: 'party' as const, organisation: organisation(id), unit: null },
  ...{ signedOn: null, signatoryName: null, signatoryTitle: null },
  ...more,
})

const loaded = {
  id: 'a',
  version: 3,
  home: organisation('home'),
  unit: null,
  number: 'A-1',
  kinds: ['memorandum'],
  title: { en: 'Title', fa: 'عنوان' },
  storedState: 'in_force',
  approvedOn: null,
  signedOn: { on: '2020-01-01', precision: 'year', written: '2020' },
  inForceOn: null,
  reviewDueOn: null,
  expiresOn: { on: '2024-12-31', precision: 'year' },
  end: 'known',
  renewal: 'by_consent',
  renewalMonths: null,
  notice: { amount: 6, unit: 'month' },
  mayEnd: 'either',
  parties: [
    party('home', 'home', { unit: organisation('unit'), signatoryName: 'A Rector', signatoryTitle: 'Rector' }),
    party('other-home', 'home', { role: 'funder' }),
    party('p1', 'partner', { role: 'coordinator', signedOn: '2020-02-03' }),
    party('p2', 'partner'),
  ],
  contacts: [
    {
      ...{ id: 'c', side: 'partner', role: 'legal', organisationId: 'p1', organisationName: 'Name of p1' },
      ...{ personId: 'x', name: 'A Person', email: 'a@example.org', phone: null },
    },
  ],
  links: [{ id: 'l', url: 'https://example.org', label: null }],
  fields: [{ code: '0533', label: 'Physics' }],
  languages: ['fa', 'x-own'],
  parent: { id: 'parent' },
  amends: null,
  supersedes: { id: 'older' },
  confidentiality: 'internal',
  owner: { id: 'o', name: 'Owner' },
  scope: { und: 'As written' },
  remarks: null,
} as unknown as AgreementView

describe('what the form of an agreement sends', () => {
  it('is the record itself when nothing was changed', () => {
    assert.deepEqual(changeOf(loaded, valuesOf(loaded)), {
      version: 3,
      homeId: 'home',
      unitId: null,
      number: 'A-1',
      kinds: ['memorandum'],
      title: { en: 'Title', fa: 'عنوان' },
      approvedOn: null,
      signedOn: { on: '2020-01-01', precision: 'year', written: '2020' },
      inForceOn: null,
      reviewDueOn: null,
      expiresOn: { on: '2024-12-31', precision: 'year' },
      end: 'known',
      renewal: 'by_consent',
      renewalMonths: null,
      notice: { amount: 6, unit: 'month' },
      mayEnd: 'either',
      parties: [
        {
          ...{ organisationId: 'home', unitId: 'unit', side: 'home', role: 'party' },
          ...{ signatoryName: 'A Rector', signatoryTitle: 'Rector', signedOn: null },
        },
        {
          ...{ organisationId: 'other-home', unitId: null, side: 'home', role: 'funder' },
          ...{ signatoryName: null, signatoryTitle: null, signedOn: null },
        },
        {
          ...{ organisationId: 'p1', unitId: null, side: 'partner', role: 'coordinator' },
          ...{ signatoryName: null, signatoryTitle: null, signedOn: '2020-02-03' },
        },
        {
          ...{ organisationId: 'p2', unitId: null, side: 'partner', role: 'party' },
          ...{ signatoryName: null, signatoryTitle: null, signedOn: null },
        },
      ],
      contacts: [
        {
          ...{ side: 'partner', organisationId: 'p1', role: 'legal', personId: 'x' },
          ...{ name: 'A Person', email: 'a@example.org', phone: null },
        },
      ],
      links: [{ url: 'https://example.org', label: null }],
      fields: ['0533'],
      languages: ['fa', 'x-own'],
      parentId: 'parent',
      amendsId: null,
      supersedesId: 'older',
      confidentiality: 'internal',
      ownerId: 'o',
      scope: { und: 'As written' },
      remarks: null,
    })
  })

  it('moves the home and the unit, and keeps the contact of a partner that left', () => {
    const values = valuesOf(loaded)
    const moved = changeOf(loaded, {
      ...values,
      homeId: 'other-home',
      unit: { id: 'u2', label: 'Unit', country: null },
      parties: values.parties.filter(each => each.id !== 'p1'),
    })
    assert.deepEqual(
      moved.parties.map(each => [each.organisationId, each.unitId ?? null, each.role ?? null]),
      [
        ['other-home', 'u2', 'funder'],
        ['p2', null, 'party'],
      ],
    )
    assert.deepEqual(
      moved.contacts?.map(each => [each.name, each.side, each.organisationId]),
      [['A Person', 'partner', null]],
    )
  })

  it('names who signed for which party of a new agreement', () => {
    const body = newOf({
      ...emptyValues,
      homeId: 'home',
      parties: [{ id: 'p1', label: 'P', country: null }],
      signatories: [{ place: 'partner/p1', name: ' B Dean ', position: '', signedOn: '2026-01-01' }],
    })
    assert.deepEqual(
      body.parties.map(each => [each.organisationId, each.signatoryName, each.signedOn]),
      [
        ['home', null, null],
        ['p1', 'B Dean', '2026-01-01'],
      ],
    )
  })
})

describe('what is asked to find doubles', () => {
  const values: AgreementValues = { ...emptyValues, homeId: 'home', parties: [{ id: 'p1', label: 'P', country: null }] }
  it('is nothing without a partner', () => {
    assert.equal(similarQuery({ ...values, parties: [] }, undefined), null)
    assert.equal(similarQuery({ ...values, homeId: null }, undefined), null)
  })
  it('grows with what is filled in', () => {
    assert.deepEqual(similarQuery(values, undefined), { homeId: 'home', partner: ['p1'] })
    assert.deepEqual(
      similarQuery(
        {
          ...values,
          kinds: ['memorandum'],
          number: ' 7 ',
          signedOn: { on: '2026-01-01', precision: 'day' },
          expiresOn: { on: '2030-12-31', precision: 'year' },
        },
        'own',
      ),
      {
        ...{ homeId: 'home', partner: ['p1'], kind: ['memorandum'], number: '7' },
        ...{ from: '2026-01-01', until: '2030-12-31', except: 'own' },
      },
    )
  })
})
