// The start set: clauses and three templates in English, Persian and Russian that an administrator may take over.
import { cooperationClauses } from './cooperation-clauses.ts'
import { exchangeClauses } from './exchange-clauses.ts'
import { generalClauses } from './general-clauses.ts'
import { projectClauses } from './project-clauses.ts'
import { rightsClauses } from './rights-clauses.ts'
import { type StartClause, type StartTemplate, type Three, three } from './write-start-set.ts'

export type { StartTemplate } from './write-start-set.ts'

export const startClauses: readonly StartClause[] = [
  ...generalClauses,
  ...rightsClauses,
  ...cooperationClauses,
  ...exchangeClauses,
  ...projectClauses,
]

const byOrigin = new Map(startClauses.map(one => [one.origin, one]))

/** Parts by the names of clauses; `name/b` settles the alternative. */
function template(
  origin: string,
  { title, description, kinds, parts }: { title: Three; description: Three; kinds: string[]; parts: string },
): StartTemplate {
  return {
    origin,
    content: {
      ...{
        title: three(title),
        description: three(description),
        kinds,
        languages: ['en', 'fa', 'ru'],
        prevailing: null,
      },
      parts: parts.split(/\s+/).map(part => {
        const [clause, alternative = null] = part.split('/') as [string, string?]
        return { clause, role: byOrigin.get(clause)!.content.role, alternative }
      }),
    },
  }
}

export const startTemplates: readonly StartTemplate[] = [
  template('template.memorandum', {
    title: [
      'Memorandum of understanding on cooperation in education, science and technology',
      'تفاهم‌نامهٔ همکاری‌های آموزشی، علمی و فناورانه',
      'Меморандум о взаимопонимании и сотрудничестве в области образования, науки и технологий',
    ],
    description: [
      'A general memorandum that still promises something: events, visits and projects with numbers, a meeting every year.',
      'تفاهم‌نامه‌ای عمومی که با این حال تعهد مشخص دارد: رویدادها، سفرها و طرح‌ها با ذکر شمار، و نشست سالانه.',
      'Общий меморандум, который всё же обещает конкретное: мероприятия, визиты и проекты с числами, ежегодную встречу.',
    ],
    kinds: ['memorandum', 'letter_of_intent', 'protocol'],
    parts:
      'preamble purpose student_exchange_intent staff_exchange joint_research joint_events access_to_resources coordination expenses intellectual_property/a confidentiality legal_nature differences/a amendment entry_into_force termination closing',
  }),
  template('template.student_exchange', {
    title: ['Agreement on the exchange of students', 'موافقت‌نامهٔ تبادل دانشجو', 'Соглашение об обмене студентами'],
    description: [
      'For two universities: places, nomination, fees, recognition and balance.',
      'برای دو دانشگاه: ظرفیت، معرفی، شهریه، پذیرش دروس و توازن.',
      'Для двух вузов: места, выдвижение кандидатур, оплата, признание и баланс.',
    ],
    kinds: ['exchange_agreement'],
    parts:
      'preamble exchange_subject exchange_places exchange_selection exchange_fees exchange_duties exchange_recognition coordination personal_data legal_nature/b differences/a force_majeure amendment entry_into_force termination closing',
  }),
  template('template.joint_project', {
    title: [
      'Agreement on a joint research project',
      'موافقت‌نامهٔ اجرای طرح پژوهشی مشترک',
      'Соглашение о совместном исследовательском проекте',
    ],
    description: [
      'One project with its plan of work, contributions, visits, publications and rights in the results.',
      'یک طرح با برنامهٔ کار، آوردهٔ طرفین، سفرها، آثار و حقوق نتایج.',
      'Один проект: план работ, вклад сторон, визиты, публикации и права на результаты.',
    ],
    kinds: ['project_agreement', 'technology_agreement'],
    parts:
      'preamble project_subject project_steering project_contributions project_visits project_publications report intellectual_property/b confidentiality personal_data compliance legal_nature/b differences/b force_majeure amendment entry_into_force termination closing project_plan',
  }),
]
