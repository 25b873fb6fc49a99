// Titles of invented deeds in the language in which the two sides write to each other.
import type { BuiltInKind } from '#modules/ledger/ledger.terms.ts'
import type { AgreementPlan } from './agreement-plans.ts'
import type { Language } from './agreement-words.ts'

const titles: Record<Language, Partial<Record<BuiltInKind, string>> & { other: string }> = {
  en: {
    student_mobility: 'Student exchange, {term}',
    staff_mobility: 'Lectures and consultations, {topic}',
    joint_project: 'Final report of the project “{topic}”',
    event: 'Joint conference on {topic} {year}',
    publication: 'Joint paper: {topic}',
    joint_degree: 'Intake of the joint programme, {term}',
    resource_access: 'Instrument time, {year}',
    course: 'Persian language course, {term}',
    lectureship: 'Seconded lecturer, {term}',
    recognition: 'Decision on an application for recognition, {year}',
    technology_transfer: 'Hand-over of the documentation and training',
    funding: 'Payment for {year}',
    visit: 'Visit of a delegation, {year}',
    governance: 'Meeting of the joint board {year}',
    report: 'Report on implementation {year}',
    other: 'Guest house, {year}',
  },
  fa: {
    student_mobility: 'تبادل دانشجو، {term}',
    staff_mobility: 'سخنرانی و مشاوره، {topic}',
    joint_project: 'گزارش پایانی طرح «{topic}»',
    event: 'همایش مشترک {topic}، سال {year}',
    publication: 'مقالهٔ مشترک: {topic}',
    joint_degree: 'پذیرش دورهٔ مشترک، {term}',
    resource_access: 'استفاده از دستگاه، سال {year}',
    course: 'دورهٔ زبان فارسی، {term}',
    lectureship: 'مدرس اعزامی، {term}',
    recognition: 'تصمیم دربارهٔ درخواست شناسایی، سال {year}',
    technology_transfer: 'تحویل مدارک و آموزش',
    funding: 'پرداخت سال {year}',
    visit: 'دیدار هیئت، سال {year}',
    governance: 'نشست شورای مشترک {year}',
    report: 'گزارش اجرا {year}',
    other: 'مهمانسرا، سال {year}',
  },
  ru: {
    student_mobility: 'Студенческий обмен, {term}',
    staff_mobility: 'Лекции и консультации: {topic}',
    joint_project: 'Итоговый отчёт по проекту «{topic}»',
    event: 'Совместная конференция «{topic}», {year}',
    publication: 'Совместная статья: {topic}',
    joint_degree: 'Набор на совместную программу, {term}',
    resource_access: 'Работа на оборудовании, {year}',
    course: 'Курс персидского языка, {term}',
    lectureship: 'Направленный преподаватель, {term}',
    recognition: 'Решение по заявлению о признании, {year}',
    technology_transfer: 'Передача документации и обучение',
    funding: 'Платёж за {year} год',
    visit: 'Визит делегации, {year}',
    governance: 'Заседание совместного совета, {year}',
    report: 'Отчёт о выполнении за {year} год',
    other: 'Гостевой дом, {year}',
  },
}

const terms: Record<Language, readonly [autumn: string, spring: string]> = {
  en: ['autumn semester {year}', 'spring semester {year}'],
  fa: ['نیم‌سال پاییز {year}', 'نیم‌سال بهار {year}'],
  ru: ['осенний семестр {year} г.', 'весенний семестр {year} г.'],
}

/** Persian offices write years of the Solar Hijri calendar in Persian digits. */
function yearIn(language: Language, on: Temporal.PlainDate): string {
  if (language !== 'fa') return String(on.year)
  return new Intl.NumberFormat('fa-IR', { useGrouping: false }).format(on.withCalendar('persian').year)
}

export function deedTitle(
  { language, topic }: Pick<AgreementPlan, 'language' | 'topic'>,
  kind: BuiltInKind,
  on: Temporal.PlainDate,
): string {
  const words = titles[language][kind] ?? titles[language].other
  return words
    .replace('{term}', terms[language][on.month >= 8 ? 0 : 1])
    .replace('{year}', yearIn(language, on))
    .replace('{topic}', topic[language])
}
