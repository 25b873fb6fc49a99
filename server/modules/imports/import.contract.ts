// Imports on the wire: a file becomes a run with a mapping, rows with their doubts, partners to decide, and one writing.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Abilities, Id, Instant, Nullable, OneOf, PageOf, Paging, PartialDate, route } from '#core/contract.ts'

const tag = 'imports'
const ById = Type.Object({ id: Id })
const strict = { additionalProperties: false }

export const importStates = [
  'reading',
  'mapping',
  'planning',
  'planned',
  'writing',
  'written',
  'undone',
  'failed',
  'cancelled',
] as const
export const rowStatuses = ['ready', 'doubtful', 'error', 'skipped'] as const
/** What writing does with a row: a new record, a change of one that exists, nothing because it is the same, nothing. */
export const rowOutcomes = ['create', 'update', 'same', 'skip'] as const

/** A doubt or notice, in a sentence of the reader's language, with the place it is about. */
export const DoubtView = Type.Object({
  code: Type.String(),
  text: Type.String(),
  severity: OneOf(['info', 'doubt', 'error'] as const),
  row: Nullable(Type.Integer()),
  /** Index of the source column. */
  column: Nullable(Type.Integer()),
  columnName: Nullable(Type.String()),
})
export type DoubtView = Static<typeof DoubtView>

export const ColumnView = Type.Object({
  index: Type.Integer(),
  /** The header as it stands in the file. */
  source: Type.String(),
  meaning: Type.String(),
  confidence: Type.Number(),
  /** Why this meaning, in words. */
  reasons: Type.Array(Type.String()),
  alternatives: Type.Array(Type.String()),
  options: Type.Record(Type.String(), Type.Unknown()),
  samples: Type.Array(Type.String()),
  filled: Type.Integer(),
  /** A question that is asked once for the column, such as the order of day and month. */
  question: Nullable(
    Type.Object({
      code: Type.String(),
      text: Type.String(),
      option: Type.String(),
      choices: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
      examples: Type.Array(Type.Object({ written: Type.String(), readings: Type.Array(Type.String()) })),
    }),
  ),
})
export type ColumnView = Static<typeof ColumnView>

export const Progress = Type.Object({
  phase: Type.String(),
  done: Type.Integer(),
  total: Type.Integer(),
  startedAt: Nullable(Instant),
  /** Rows a second, and seconds left as far as can be said. */
  rate: Nullable(Type.Number()),
  secondsLeft: Nullable(Type.Number()),
})

export const Totals = Type.Object({
  rows: Type.Integer(),
  ready: Type.Integer(),
  doubtful: Type.Integer(),
  error: Type.Integer(),
  skipped: Type.Integer(),
  create: Type.Integer(),
  update: Type.Integer(),
  same: Type.Integer(),
  partners: Type.Integer(),
  partnersMatched: Type.Integer(),
  partnersDoubtful: Type.Integer(),
  partnersNew: Type.Integer(),
  commitments: Type.Integer(),
})
export type Totals = Static<typeof Totals>

export const ImportRun = Type.Object({
  id: Id,
  homeId: Id,
  homeName: Type.String(),
  listKind: OneOf(['agreements', 'organisations'] as const),
  state: OneOf(importStates),
  fileName: Type.String(),
  fileId: Nullable(Id),
  sheet: Nullable(Type.String()),
  sheets: Type.Array(
    Type.Object({ name: Type.String(), rows: Type.Integer(), columns: Type.Integer(), hidden: Type.Boolean() }),
  ),
  /** Row number of the header as a person counts, and the rows of data. */
  headerRow: Nullable(Type.Integer()),
  firstDataRow: Nullable(Type.Integer()),
  lastDataRow: Nullable(Type.Integer()),
  columns: Type.Array(ColumnView),
  options: Type.Object({
    /** Whether proposed commitments are written: none, or those ticked in the rows. */
    commitments: OneOf(['none', 'chosen', 'all'] as const),
    /** Whether doubtful rows are written as far as they were understood. */
    doubtful: OneOf(['write', 'skip'] as const),
    defaultKind: Nullable(Type.String()),
  }),
  notices: Type.Array(DoubtView),
  totals: Totals,
  progress: Nullable(Progress),
  /** Why it failed and what to do, in words. */
  failure: Nullable(Type.String()),
  /** An earlier run that wrote the same file or an earlier version of the list. */
  previous: Nullable(
    Type.Object({ id: Id, fileName: Type.String(), writtenAt: Nullable(Instant), sameFile: Type.Boolean() }),
  ),
  mappingRemembered: Type.Boolean(),
  createdBy: Nullable(Type.String()),
  createdAt: Instant,
  writtenAt: Nullable(Instant),
  undoneAt: Nullable(Instant),
  version: Type.Integer(),
  abilities: Abilities,
})
export type ImportRun = Static<typeof ImportRun>

export const ImportRunSummary = Type.Pick(ImportRun, [
  'id',
  'homeName',
  'listKind',
  'state',
  'fileName',
  'totals',
  'createdBy',
  'createdAt',
  'writtenAt',
  'undoneAt',
])

export const listImports = route({
  method: 'GET',
  path: '/api/imports',
  summary: 'Imports of the homes I work for, newest first',
  tag,
  access: 'session',
  query: Type.Object(Paging),
  response: PageOf(ImportRunSummary),
})

export const uploadImport = route({
  method: 'POST',
  path: '/api/imports',
  summary: 'Upload a list (xlsx, csv, tsv, json); reading and planning go on as a job',
  tag,
  access: 'session',
  query: Type.Object({ homeId: Id }),
  transfer: 'upload',
  response: ImportRun,
})

export const pasteImport = route({
  method: 'POST',
  path: '/api/imports/pasted',
  summary: 'Start an import from pasted cells',
  tag,
  access: 'session',
  body: Type.Object({ homeId: Id, text: Type.String({ minLength: 1, maxLength: 2_000_000 }) }, strict),
  response: ImportRun,
})

export const getImport = route({
  method: 'GET',
  path: '/api/imports/:id',
  summary: 'One import: state, mapping, totals, progress',
  tag,
  access: 'session',
  params: ById,
  response: ImportRun,
})

export const changeMapping = route({
  method: 'PUT',
  path: '/api/imports/:id/mapping',
  summary: 'Correct sheet, header row, meanings and options; the plan is made anew',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object(
    {
      sheet: Type.Optional(Type.String()),
      headerRow: Type.Optional(Type.Integer({ minimum: 0 })),
      listKind: Type.Optional(OneOf(['agreements', 'organisations'] as const)),
      columns: Type.Optional(
        Type.Array(
          Type.Object(
            {
              index: Type.Integer(),
              meaning: Type.String(),
              options: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
            },
            strict,
          ),
        ),
      ),
      options: Type.Optional(
        Type.Object(
          {
            commitments: Type.Optional(OneOf(['none', 'chosen', 'all'] as const)),
            doubtful: Type.Optional(OneOf(['write', 'skip'] as const)),
            defaultKind: Type.Optional(Nullable(Type.String())),
          },
          strict,
        ),
      ),
      version: Type.Integer(),
    },
    strict,
  ),
  response: ImportRun,
})

export const listMeanings = route({
  method: 'GET',
  path: '/api/imports/meanings',
  summary: 'Meanings a column may have, with labels in the reader’s language',
  tag,
  access: 'session',
  response: Type.Object({
    items: Type.Array(
      Type.Object({ value: Type.String(), label: Type.String(), group: Type.String(), help: Type.String() }),
    ),
  }),
})

const CandidateView = Type.Object({
  organisationId: Nullable(Id),
  ror: Nullable(Type.String()),
  name: Type.String(),
  country: Nullable(Type.String()),
  city: Nullable(Type.String()),
  latitude: Nullable(Type.Number()),
  longitude: Nullable(Type.Number()),
  score: Type.Number(),
  /** Why, in words. */
  evidence: Type.Array(Type.String()),
})
export type CandidateView = Static<typeof CandidateView>

export const RowPartner = Type.Object({
  input: Type.String(),
  key: Type.String(),
  organisation: Nullable(Type.String()),
  organisationId: Nullable(Id),
  ror: Nullable(Type.String()),
  outcome: OneOf(['matched', 'doubtful', 'new', 'several', 'ignored'] as const),
})

export const ProposedCommitment = Type.Object({
  key: Type.String(),
  kind: Type.String(),
  unit: Type.String(),
  quantity: Nullable(Type.String()),
  period: Type.String(),
  comparator: Type.String(),
  direction: OneOf(['home_to_partner', 'partner_to_home', 'both'] as const),
  condition: Type.String(),
  /** The words of the cell it was read from. */
  clause: Type.String(),
  accepted: Type.Boolean(),
})

export const ImportRow = Type.Object({
  /** Row number as a person counts in the file. */
  row: Type.Integer(),
  status: OneOf(rowStatuses),
  outcome: OneOf(rowOutcomes),
  /** Text of every original cell, in the order of the columns. */
  cells: Type.Array(Type.String()),
  title: Nullable(Type.String()),
  number: Nullable(Type.String()),
  kind: Nullable(Type.String()),
  kinds: Type.Array(Type.String()),
  state: Nullable(Type.String()),
  signed: Nullable(PartialDate),
  inForce: Nullable(PartialDate),
  expires: Nullable(PartialDate),
  endKind: OneOf(['known', 'none', 'unknown'] as const),
  renewal: Nullable(Type.String()),
  partners: Type.Array(RowPartner),
  commitments: Type.Array(ProposedCommitment),
  doubts: Type.Array(DoubtView),
  /** Something that exists already: same partner, kind and overlapping dates. */
  similar: Type.Array(
    Type.Object({ agreementId: Id, title: Type.String(), number: Nullable(Type.String()), reason: Type.String() }),
  ),
  /** What changes in a record that exists, field by field. */
  differences: Type.Array(Type.Object({ label: Type.String(), from: Type.String(), to: Type.String() })),
  decided: Type.Boolean(),
  agreementId: Nullable(Id),
  organisationId: Nullable(Id),
})
export type ImportRow = Static<typeof ImportRow>

export const listRows = route({
  method: 'GET',
  path: '/api/imports/:id/rows',
  summary: 'Rows as understood, with the original beside',
  tag,
  access: 'session',
  params: ById,
  query: Type.Object({
    status: Type.Optional(Type.Array(OneOf(rowStatuses))),
    outcome: Type.Optional(Type.Array(OneOf(rowOutcomes))),
    doubt: Type.Optional(Type.String()),
    text: Type.Optional(Type.String({ maxLength: 200 })),
    ...Paging,
  }),
  response: Type.Object({
    items: Type.Array(ImportRow),
    total: Type.Integer(),
    /** Doubts by code with their counts, for choosing which to look at. */
    doubts: Type.Array(Type.Object({ code: Type.String(), text: Type.String(), rows: Type.Integer() })),
  }),
})

export const decideRow = route({
  method: 'PUT',
  path: '/api/imports/:id/rows/:row',
  summary: 'Correct one row by hand: fields, skip, accepted commitments, the record it belongs to',
  tag,
  access: 'session',
  params: Type.Object({ id: Id, row: Type.Integer() }),
  body: Type.Object(
    {
      skip: Type.Optional(Type.Boolean()),
      /** Treat the doubts as seen. */
      accepted: Type.Optional(Type.Boolean()),
      /** Write into this record instead of a new one; null: it is a new one after all. */
      agreementId: Type.Optional(Nullable(Id)),
      title: Type.Optional(Nullable(Type.String({ maxLength: 500 }))),
      kind: Type.Optional(Type.String()),
      state: Type.Optional(Nullable(Type.String())),
      signed: Type.Optional(Nullable(PartialDate)),
      inForce: Type.Optional(Nullable(PartialDate)),
      expires: Type.Optional(Nullable(PartialDate)),
      endKind: Type.Optional(OneOf(['known', 'none', 'unknown'] as const)),
      commitments: Type.Optional(Type.Array(Type.Object({ key: Type.String(), accepted: Type.Boolean() }, strict))),
    },
    strict,
  ),
  response: ImportRow,
})

export const PartnerView = Type.Object({
  key: Type.String(),
  written: Type.String(),
  country: Nullable(Type.String()),
  city: Nullable(Type.String()),
  rows: Type.Array(Type.Integer()),
  outcome: OneOf(['matched', 'doubtful', 'new', 'several', 'ignored'] as const),
  organisation: Nullable(CandidateView),
  candidates: Type.Array(CandidateView),
  /** Parts of a cell that seems to hold several organisations. */
  parts: Type.Array(Type.String()),
  /** Why it is not sure, in words. */
  reasons: Type.Array(Type.String()),
  decided: Type.Boolean(),
})
export type PartnerView = Static<typeof PartnerView>

export const listPartners = route({
  method: 'GET',
  path: '/api/imports/:id/partners',
  summary: 'Each distinct partner text of the file with its match, candidates and evidence',
  tag,
  access: 'session',
  params: ById,
  query: Type.Object({
    outcome: Type.Optional(Type.Array(OneOf(['matched', 'doubtful', 'new', 'several', 'ignored'] as const))),
    text: Type.Optional(Type.String({ maxLength: 200 })),
    ...Paging,
  }),
  response: PageOf(PartnerView),
})

export const decidePartner = route({
  method: 'PUT',
  path: '/api/imports/:id/partners',
  summary: 'Decide which organisation a text means, for all its rows and the next import',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object(
    {
      key: Type.String({ maxLength: 2000 }),
      decision: OneOf(['matched', 'new', 'split', 'ignored', 'undecided'] as const),
      organisationId: Type.Optional(Id),
      /** With `split`: the texts the cell is made of. */
      parts: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 500 }), { maxItems: 20 })),
    },
    strict,
  ),
  response: Type.Object({ partner: PartnerView, totals: Totals }),
})

const step = (name: string, summary: string) =>
  route({
    method: 'POST',
    path: `/api/imports/:id/${name}`,
    summary,
    tag,
    access: 'session',
    params: ById,
    body: Type.Object(
      { version: Type.Optional(Type.Integer()), reason: Type.Optional(Type.String({ maxLength: 2000 })) },
      strict,
    ),
    response: ImportRun,
  })

export const writeImport = step('write', 'Write everything that was planned, in one transaction')
export const undoImport = step('undo', 'Take the whole import back, as long as nobody has built on it')
export const cancelImport = step('cancel', 'Stop reading, planning or writing; nothing stays half written')

export const exportAgreements = route({
  method: 'GET',
  path: '/api/agreements/export',
  summary: 'The original columns in their order plus new ones, as CSV, XLSX or JSON',
  tag,
  access: 'session',
  query: Type.Object({
    format: OneOf(['csv', 'xlsx', 'json'] as const),
    importId: Type.Optional(Id),
    homeId: Type.Optional(Id),
  }),
  transfer: 'download',
})
