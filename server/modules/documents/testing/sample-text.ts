// Texts and frames of invented parties in three languages, for tests and benchmarks.
import { newId } from '#core/ids.ts'
import { type DocumentFrame, emptyFrame, type RenderRequest } from '../rendering/document-frame.ts'
import type { ClauseRole, ClauseVersion, DocumentText, TextClause } from '../text/document-text.ts'

const bodies: Record<string, string> = {
  en: 'The Parties shall, within their competence, exchange students and staff, hold joint events and publish together, provided that the cost of each programme does not exceed EUR 12,500.75.',
  fa: 'طرفین در حدود صلاحیت خود، دانشجو و استاد مبادله می‌کنند، رویدادهای مشترک برگزار می‌کنند و «آثار مشترک» (Joint Works) منتشر می‌کنند؛ تلفن هماهنگ‌کننده +98 21 6111 2607 است.',
  ru: 'Стороны в пределах своей компетенции обмениваются студентами и преподавателями, проводят совместные мероприятия и публикуют «общие труды», если стоимость программы не превышает 12 500,75 евро.',
}
const headings: Record<string, string> = { en: 'Purpose and scope', fa: 'هدف و دامنه', ru: 'Предмет и цели' }
export const titles: Record<string, string> = {
  en: 'Memorandum of Understanding',
  fa: 'تفاهم‌نامهٔ همکاری',
  ru: 'Меморандум о взаимопонимании',
}

const version = (language: string, nth: number, heading: boolean): ClauseVersion => ({
  heading: heading ? [{ text: headings[language]! }] : [],
  blocks: [
    { kind: 'paragraph', runs: [{ text: `${bodies[language]} ${nth}` }] },
    ...(nth % 4 === 0
      ? ([0, 1, 0] as const).map(depth => ({
          ...{ kind: 'point' as const, ordered: true, depth },
          runs: [{ text: bodies[language]!.slice(0, 80), bold: depth === 1 }],
        }))
      : []),
  ],
})

/** A clause of these languages. */
export const sampleClause = (role: ClauseRole, languages: readonly string[], nth: number): TextClause => ({
  ...{ id: newId(), role },
  versions: Object.fromEntries(languages.map(one => [one, version(one, nth, role !== 'recital')])),
})

/** A recital, so many articles, and an annex. */
export function sampleText(languages: readonly string[], articles: number): DocumentText {
  return {
    ...{ languages: [...languages], prevailing: null },
    title: Object.fromEntries(languages.map(one => [one, titles[one]!])),
    clauses: [
      sampleClause('recital', languages, 1),
      ...Array.from({ length: articles }, (_, nth) => sampleClause('article', languages, nth)),
      sampleClause('annex', languages, 1),
    ],
  }
}

export const sampleFrame: DocumentFrame = {
  ...emptyFrame,
  ...{ number: 'MoU-2026-0417', version: '3', state: 'final', hasCover: true, date: '2026-11-23' },
  place: { en: 'Northport', fa: 'شمال‌بندر', ru: 'Нортпорт' },
  parties: [
    {
      side: 'home',
      name: { en: 'Northern University', fa: 'دانشگاه شمال', ru: 'Северный университет' },
      ...{ country: null, address: null },
      signatories: [
        {
          name: { en: 'A. Rector', fa: 'الف. رئیس', ru: 'А. Ректоров' },
          title: { en: 'Rector', fa: 'رئیس', ru: 'Ректор' },
        },
      ],
    },
    {
      side: 'partner',
      name: { en: 'Southern Institute', fa: 'مؤسسهٔ جنوب', ru: 'Южный институт' },
      ...{ country: null, address: null, signatories: [] },
    },
  ],
}

export const sampleRequest = (
  languages: readonly string[] = ['fa', 'ru', 'en'],
  articles = 3,
  frame: Partial<DocumentFrame> = {},
): RenderRequest => ({
  text: sampleText(languages, articles),
  frame: { ...sampleFrame, ...frame },
  madeAt: '2026-11-23T10:00:00Z',
})
