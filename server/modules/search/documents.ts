// Makes documents out of records: which words of a record count how much, and what is shown of it.
import type { LocalisedText } from '#core/contract.ts'
import type { Db } from '#core/database/connect.ts'
import { languages, translator } from '#core/i18n.ts'
import type { Term } from '#core/terms.ts'
import { agreementKindTerms } from '#modules/agreements/agreement.terms.ts'
import { fieldTerm } from '#modules/agreements/isced.terms.ts'
import { kindTerms } from '#modules/ledger/ledger.terms.ts'
import { type NewDocument, placeMarks } from './document.store.ts'
import { type DocumentField, vectorOf } from './document-vector.ts'
import type { DocumentKind } from './search.terms.ts'
import * as source from './source.store.ts'

export interface ReadDocument extends NewDocument {
  words: ReadonlySet<string>
  /** A stored file that was not read yet. */
  unread?: { sha256: string; name: string; mediaType: string; bytes: number }
}

const every = (text: LocalisedText | null): string => [...new Set(Object.values(text ?? {}))].join(' · ')

/** The words of a closed list in all languages: people search in theirs. */
const inAllLanguages = (terms: readonly (Term | undefined)[]): string =>
  languages.flatMap(language => terms.flatMap(term => (term ? translator(language)(term) : []))).join(' · ')

const termOf = (terms: Readonly<Record<string, Term>>, key: string): Term | undefined => terms[key]

type Shown = Pick<NewDocument, 'title' | 'body'> & { label?: string }

function documentOf(
  kind: DocumentKind,
  row: source.SourceRow,
  shown: Shown,
  fields: readonly DocumentField[],
): ReadDocument {
  const { vector, words } = vectorOf(fields, placeMarks(row))
  const { subjectId, recordType, recordId, homeId, unitId, confidential, ownerId, readerIds, saidAt } = row
  return {
    ...{
      kind,
      subjectId,
      recordType,
      recordId,
      homeId,
      unitId,
      confidential,
      ownerId,
      readerIds,
      saidAt,
      vector,
      words,
    },
    ...{ label: null, onlyFor: row.onlyFor ?? null, ...shown },
  }
}

const mention = /@\[[^\]\s]{1,64}\]/g

const joined = (...texts: (string | null)[]): string | null => texts.filter(Boolean).join(' · ') || null

/** What stands for each kind of record now; ids that are missing have no document. */
export const readSources: Readonly<Record<DocumentKind, (db: Db, ids: readonly string[]) => Promise<ReadDocument[]>>> =
  {
    async agreement(db, ids) {
      return (await source.readAgreements(db, ids)).map(row => {
        const body = joined(row.parties, row.people, every(row.scope), row.remarks)
        return documentOf('agreement', row, { title: row.title, body }, [
          { text: every(row.title), weight: 'A' },
          { text: row.number, weight: 'A' },
          { text: row.parties, weight: 'B' },
          { text: row.people, weight: 'B' },
          { text: inAllLanguages([...new Set(row.kinds)].map(kind => termOf(agreementKindTerms, kind))), weight: 'C' },
          { text: inAllLanguages(row.fields.map(fieldTerm)), weight: 'C' },
          { text: every(row.scope), weight: 'D' },
          { text: row.remarks, weight: 'D' },
        ])
      })
    },
    async file(db, ids) {
      return (await source.readFiles(db, ids)).map(row => ({
        ...documentOf('file', row, { title: { und: row.name }, body: joined(row.note, row.body) }, [
          { text: row.name, weight: 'A' },
          { text: row.note, weight: 'C' },
          { text: row.body, weight: 'D' },
        ]),
        ...(row.body === null && {
          unread: { sha256: row.sha256, name: row.name, mediaType: row.mediaType, bytes: row.bytes },
        }),
      }))
    },
    async commitment(db, ids) {
      return (await source.readCommitments(db, ids)).map(row =>
        documentOf('commitment', row, { title: {}, label: row.label, body: joined(row.clause, row.words) }, [
          { text: row.clause, weight: 'A' },
          { text: inAllLanguages([termOf(kindTerms, row.label)]), weight: 'C' },
          { text: row.words, weight: 'D' },
        ]),
      )
    },
    async activity(db, ids) {
      return (await source.readActivities(db, ids)).map(row =>
        documentOf('activity', row, { title: row.title ? { und: row.title } : {}, label: row.label, body: row.note }, [
          { text: row.title, weight: 'A' },
          { text: row.note, weight: 'D' },
        ]),
      )
    },
    async person(db, ids) {
      return (await source.readPersons(db, ids)).map(row =>
        documentOf(
          'person',
          row,
          { title: { en: row.name, ...row.names }, body: joined(row.position, row.codes, row.organisation) },
          [
            { text: joined(row.name, every(row.names)), weight: 'A' },
            { text: row.codes, weight: 'B' },
            { text: row.organisation, weight: 'C' },
            { text: row.position, weight: 'C' },
          ],
        ),
      )
    },
    async account(db, ids) {
      return (await source.readAccounts(db, ids)).map(row =>
        documentOf('account', row, { title: { und: row.name }, body: row.email }, [
          { text: row.name, weight: 'A' },
          { text: row.email, weight: 'B' },
        ]),
      )
    },
    async comment(db, ids) {
      return (await source.readComments(db, ids)).map(row => {
        // A mention is kept by the id of the account; the name beside it is what was written.
        const text = row.text.replace(mention, '@$1')
        return documentOf('comment', row, { title: {}, body: text }, [{ text, weight: 'D' }])
      })
    },
  }
