// A clause and a template of a home organisation, and the people who work on them; for tests.
import type { ClauseContent, TemplateContent } from '../content.contract.ts'

export const clauseContent = (more: Partial<ClauseContent> = {}): ClauseContent => ({
  title: { en: 'Places for students', fa: 'ظرفیت دانشجو' },
  role: 'article',
  guidance: { en: 'Ask the faculties first.' },
  variables: [{ key: 'places', kind: 'number', question: { en: 'number of places', fa: 'شمار جا' } }],
  alternatives: [
    {
      key: 'a',
      when: {},
      versions: {
        en: { heading: 'Places', body: 'Each side keeps **{{places}}** places.\n- for a year' },
        fa: { heading: 'ظرفیت', body: 'هر طرف {{places}} جا نگه می‌دارد.\n- برای یک سال' },
      },
      promises: [
        {
          ...{ kind: 'student_mobility', unit: 'place', quantity: null, quantityVariable: 'places', currency: null },
          ...{ comparator: 'at_least', period: 'per_academic_year', periodYears: null },
          ...{ condition: 'none', direction: 'both' },
        },
      ],
    },
  ],
  ...more,
})

export const templateContent = (
  clauseIds: readonly string[],
  more: Partial<TemplateContent> = {},
): TemplateContent => ({
  title: { en: 'Agreement on places' },
  description: {},
  kinds: ['exchange_agreement'],
  languages: ['en', 'fa'],
  prevailing: null,
  parts: clauseIds.map(clauseId => ({ clauseId, role: 'article', alternative: null })),
  ...more,
})
