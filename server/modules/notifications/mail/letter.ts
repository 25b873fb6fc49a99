// Writes a mail about what somebody was told: as text and as HTML that reads well from either side, without anything from outside.
import { isolate, withoutIsolates } from '#core/bidi.ts'
import type { Translator } from '#core/i18n.ts'
import type { Term } from '#core/terms.ts'
import type { NotificationView } from '../notification.contract.ts'
import type { MailStream } from './mail.terms.ts'

const subjectOne: Term = /*i18n*/ { id: 'notifications.mail.subject_one', message: '{record}: {sentence}' }
const subjectSame: Term = /*i18n*/ {
  id: 'notifications.mail.subject_same',
  message: '{record}: {count, plural, one {# notification} other {# notifications}}',
}
const subjects: Readonly<Record<MailStream, Term>> = {
  at_once: /*i18n*/ {
    id: 'notifications.mail.subject_at_once',
    message: '{count, plural, one {# notification} other {# notifications}}',
  },
  daily: /*i18n*/ {
    id: 'notifications.mail.subject_daily',
    message: 'Your day: {count, plural, one {# notification} other {# notifications}}',
  },
  weekly: /*i18n*/ {
    id: 'notifications.mail.subject_weekly',
    message: 'Your week: {count, plural, one {# notification} other {# notifications}}',
  },
}
const greeting: Term = /*i18n*/ { id: 'notifications.mail.greeting', message: 'Good day, {name}. This is new for you:' }
const because: Term = /*i18n*/ {
  id: 'notifications.mail.because',
  message: 'You get this mail because of what you chose in {installation}.',
}
const change: Term = /*i18n*/ { id: 'notifications.mail.change', message: 'Change what is mailed' }
const noMore: Term = /*i18n*/ { id: 'notifications.mail.no_more', message: 'No more mails of this kind' }

export interface LetterInput {
  name: string
  installation: string
  stream: MailStream
  items: readonly NotificationView[]
  t: Translator
  timeZone: string
  /** Without a slash at the end. */
  publicUrl: string
  unsubscribeUrl: string
}

export interface Letter {
  subject: string
  text: string
  html: string
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, sign => escapes[sign]!)

const locales = { en: 'en-GB', fa: 'fa-IR', ru: 'ru' } as const

interface Group {
  title: string
  number: string | null
  kind: string
  url: string
  items: readonly NotificationView[]
}

/** By record, in the order in which each first comes. */
function groupsOf({ items, t, publicUrl }: LetterInput): Group[] {
  return [...Map.groupBy(items, item => item.record.id).values()].map(group => {
    const { title, number, kind, path } = group[0]!.record
    return { title: t.localised(title), number, kind, url: `${publicUrl}${path}`, items: group }
  })
}

/** Number and title, each of which keeps its direction to itself. */
const nameOf = ({ number, title }: Group, alone: (text: string) => string) =>
  (number === null ? [title] : [number, title]).map(alone).join(' ')

function subjectOf({ stream, items, t }: LetterInput, groups: readonly Group[]): string {
  const record = groups[0]!.number ?? groups[0]!.title
  const term =
    items.length === 1 ? subjectOne : groups.length === 1 && stream === 'at_once' ? subjectSame : subjects[stream]
  // Invisible signs in a subject are shown as boxes by some programs.
  const subject = withoutIsolates(t(term, { record, sentence: items[0]!.sentence, count: items.length }))
  return subject.replace(/\s+/g, ' ').slice(0, 200)
}

function timesOf({ t, timeZone }: LetterInput): (at: string) => string {
  const format = new Intl.DateTimeFormat(locales[t.language], { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return at => format.format(new Date(at))
}

const detailOf = ({ fields }: NotificationView, t: Translator) =>
  fields.length > 0 ? new Intl.ListFormat(locales[t.language], { type: 'unit' }).format(fields) : null

function textOf(input: LetterInput, groups: readonly Group[]): string {
  const { t, name, installation, publicUrl, unsubscribeUrl } = input
  const timeOf = timesOf(input)
  const lines = groups.flatMap(group => [
    '',
    nameOf(group, text => isolate(text, t.language)),
    group.url,
    ...group.items.flatMap(item => {
      const detail = detailOf(item, t)
      return [
        `- ${item.sentence}${detail ? `: ${detail}` : ''} (${timeOf(item.at)})`,
        ...(item.words ? [`  “${isolate(item.words, t.language)}”`] : []),
      ]
    }),
  ])
  const footer = [
    t(because, { installation }),
    `${t(change)}:`,
    `${publicUrl}/notifications/settings`,
    `${t(noMore)}:`,
    unsubscribeUrl,
  ]
  return [t(greeting, { name }), ...lines, '', '--', ...footer, ''].join('\n')
}

const muted = 'color:#5b6067;font-size:13px'
const linkTo = (href: string, html: string, more = '') =>
  `<a href="${escapeHtml(href)}" style="color:#0f5c6e;${more}">${html}</a>`
const link = (href: string, text: string) => linkTo(href, escapeHtml(text))

function htmlOf(input: LetterInput, groups: readonly Group[], subject: string): string {
  const { t, name, installation, publicUrl, unsubscribeUrl } = input
  const timeOf = timesOf(input)
  const side = t.language === 'fa' ? 'right' : 'left'
  const direction = t.language === 'fa' ? 'rtl' : 'ltr'
  const frame = `direction:${direction};text-align:${side}`
  const itemOf = (item: NotificationView) => {
    const detail = detailOf(item, t)
    const words = item.words ? `<div dir="auto" style="${muted}">“<bdi>${escapeHtml(item.words)}</bdi>”</div>` : ''
    return `<li style="margin:0 0 8px">${escapeHtml(item.sentence)}${detail ? `: ${escapeHtml(detail)}` : ''}
<span style="${muted}">· ${escapeHtml(timeOf(item.at))}</span>${words}</li>`
  }
  const groupOf = (group: Group) => `<div style="margin:0 0 20px;padding:16px 0 0;border-top:1px solid #e7e6e1">
<p style="margin:0 0 8px;font-weight:600">${linkTo(
    group.url,
    nameOf(group, text => `<bdi>${escapeHtml(text)}</bdi>`),
    'text-decoration:none',
  )} <span style="${muted};font-weight:400">· ${escapeHtml(group.kind)}</span></p>
<ul style="margin:0;padding-${side}:18px;padding-${side === 'left' ? 'right' : 'left'}:0">${groupsItems(group, itemOf)}</ul></div>`
  return `<!doctype html>
<html lang="${t.language}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escapeHtml(subject)}</title></head>
<body dir="${direction}" style="margin:0;padding:24px 16px;background:#f7f7f4">
<div dir="${direction}" style="${frame};max-width:600px;margin:0 auto;padding:24px;background:#fff;color:#1d2125;font:15px/1.6 Inter,Vazirmatn,Tahoma,Arial,sans-serif">
<p style="margin:0 0 20px">${escapeHtml(t(greeting, { name }))}</p>
${groups.map(groupOf).join('\n')}
<p style="margin:24px 0 0;padding:16px 0 0;border-top:1px solid #e7e6e1;${muted}">${escapeHtml(t(because, { installation }))}<br>
${link(`${publicUrl}/notifications/settings`, t(change))} · ${link(unsubscribeUrl, t(noMore))}</p>
</div>
</body>
</html>
`
}

const groupsItems = (group: Group, itemOf: (item: NotificationView) => string) => group.items.map(itemOf).join('\n')

/** @throws RangeError without anything to tell. */
export function writeLetter(input: LetterInput): Letter {
  if (input.items.length === 0) throw new RangeError('a mail about nothing')
  const groups = groupsOf(input)
  const subject = subjectOf(input, groups)
  return { subject, text: textOf(input, groups), html: htmlOf(input, groups, subject) }
}
