// The evidence of a check as one page without scripts: who, when, which lists, matches, decisions, answers.
import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/events.ts'
import type { Translator } from '#core/i18n.ts'
import type { Term } from '#core/terms.ts'
import type { CheckView, MatchView } from './check.contract.ts'
import { evidenceTerms as words } from './evidence.terms.ts'
import { entryKindTerms } from './list.terms.ts'
import { screeningStateTerms } from './screening.states.ts'
import { levelTerms, partyRoleTerms, verdictTerms } from './screening.terms.ts'

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, mark => marks[mark]!)
// Names of others stand in their own direction, whatever they hold.
const own = (text: string): string => `<bdi>${escaped(text)}</bdi>`
const list = (texts: readonly string[]): string => texts.map(own).join(' · ') || '–'

const style = `body{font:14px/1.5 system-ui,sans-serif;max-width:54rem;margin:2rem auto;padding:0 1rem;color:#1d2125}
h1{font-size:22px;margin:0 0 .25rem}h2{font-size:16px;margin:1.5rem 0 .5rem;border-bottom:1px solid #ccc}
table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid #ddd}
th{font-weight:600}code{font-size:11px;overflow-wrap:anywhere}ul{margin:0;padding-inline-start:1.1rem}
section.match{border:1px solid #ccc;border-radius:6px;padding:.5rem .75rem;margin:.5rem 0;break-inside:avoid}
@media print{body{margin:0;max-width:none}}`

export interface Printed {
  now: Temporal.Instant
  by: string
  timeZone: string
}

/** A complete HTML document in the reader's language; the hash over its facts stands at its end. */
export function evidencePage(view: CheckView, t: Translator, printed: Printed): string {
  const { abilities: _, ...facts } = view
  const hash = createHash('sha256').update(canonicalJson(facts)).digest('hex')
  const at = (iso: string | null) => (iso === null ? '–' : momentIn(iso, t.language, printed.timeZone))
  const say = (term: Term, values: Record<string, unknown> = {}) => escaped(t(term, values))
  const fact = (label: Term, value: string) => `<tr><th>${say(label)}</th><td>${value}</td></tr>`
  const title = t.localised(view.record.title)
  const body = [
    `<h1>${say(words.title)}</h1><p>${own([view.record.number, title].filter(Boolean).join(' · '))} — ${own(view.home)}</p>`,
    `<table>${[
      fact(words.state, say(screeningStateTerms[view.state])),
      fact(words.validTo, escaped(dayIn(view.validTo, t.language))),
      fact(
        words.concluded,
        view.concludedAt ? `${own(view.concludedBy ?? '–')} · ${escaped(at(view.concludedAt))}` : '–',
      ),
      fact(words.conditions, own(view.conditions ?? '–')),
      fact(words.compared, escaped(at(view.screenedAt))),
      fact(words.owner, own(view.owner ?? '–')),
    ].join('')}</table>`,
    `<h2>${say(words.lists)}</h2><table>${view.lists
      .map(
        one =>
          `<tr><td>${own(one.name)}</td><td>${say(words.version, { number: one.number })}</td><td>${escaped(dayIn(one.publishedOn, t.language))}</td><td>${escaped(at(one.loadedAt))}</td><td><code dir="ltr">${escaped(one.sha256)}</code></td></tr>`,
      )
      .join('')}</table>`,
    `<h2>${say(words.parties)}</h2><table>${view.parties
      .map(
        one =>
          `<tr><td>${own(one.name)}</td><td>${say(partyRoleTerms[one.role])}${one.hasLeft ? ` (${say(words.left)})` : ''}</td><td>${list([...one.names.filter(name => name !== one.name), ...one.birthDates, ...countriesIn(one.countries, t.language), ...one.identifiers])}</td></tr>`,
      )
      .join('')}</table>`,
    `<h2>${say(words.matches)}</h2>${view.matches.map(one => matchPart(one, view, t, at)).join('') || `<p>${say(words.none)}</p>`}`,
    `<h2>${say(words.questionnaire, { number: view.questionnaire.number })}</h2>${answersPart(view, t)}`,
    view.questionnaire.answeredAt
      ? `<p>${own(view.questionnaire.answeredBy ?? '–')} · ${escaped(at(view.questionnaire.answeredAt))}</p>`
      : '<p>–</p>',
    `<h2>${say(words.rating)}</h2><p>${view.rating ? say(levelTerms[view.rating]) : '–'}</p><ul>${view.ratingReasons
      .map(one => `<li>${say(levelTerms[one.level])}: ${own(one.text)}</li>`)
      .join('')}</ul><p>${own(view.ratingNote ?? '')}</p>`,
    `<h2>${say(words.made)}</h2><p>${own(printed.by)} · ${escaped(at(printed.now.toString()))}</p><p><code dir="ltr">SHA-256 ${hash}</code></p>`,
  ].join('\n')
  const direction = t.language === 'fa' ? 'rtl' : 'ltr'
  return `<!doctype html>\n<html lang="${t.language}" dir="${direction}"><head><meta charset="utf-8"><title>${own(title).replace(/<\/?bdi>/g, '')}</title><style>${style}</style></head><body>\n${body}\n</body></html>\n`
}

function matchPart(match: MatchView, view: CheckView, t: Translator, at: (iso: string | null) => string): string {
  const party = view.parties.find(one => one.id === match.partyId)
  const { entry, verdict } = match
  const said = verdict
    ? `<p><strong>${escaped(t(verdictTerms[verdict.verdict]))}</strong> · ${own(verdict.by ?? '–')} · ${escaped(at(verdict.at))} · ${escaped(t(words.until, { day: dayIn(verdict.expiresOn, t.language) }))}</p><p>${own(verdict.reason)}</p>${verdict.mitigations ? `<p>${own(verdict.mitigations)}</p>` : ''}`
    : `<p><strong>${escaped(t(match.hasGone ? words.gone : words.undecided))}</strong></p>`
  const facts = [
    ...entry.birthDates,
    ...countriesIn(entry.countries, t.language),
    ...entry.identifiers,
    ...entry.programmes,
  ]
  return `<section class="match"><p>${own(party?.name ?? '')} ↔ ${own(match.name)} (${own(match.list)} · ${own(entry.number)} · ${escaped(t(entryKindTerms[entry.kind]))}) — ${percentOf(match.score, t.language)}</p>
<ul>${match.evidence.map(one => `<li>${own(one)}</li>`).join('')}</ul><p>${list([...entry.names, ...facts])}</p>${entry.remarks ? `<p>${own(entry.remarks)}</p>` : ''}${said}</section>`
}

function answersPart({ questionnaire: { questions, answers } }: CheckView, t: Translator): string {
  const rows = questions.flatMap(question => {
    const given = answers[question.key]
    if (given === undefined) return []
    const option = question.options?.find(one => one.key === given)
    const yesNo = { yes: words.yes, no: words.no, unknown: words.unknown }[given]
    const said = option ? t.localised(option.text) : question.kind === 'yes_no' && yesNo ? t(yesNo) : given
    return [`<tr><td>${own(t.localised(question.text))}</td><td>${own(said)}</td></tr>`]
  })
  return `<table>${rows.join('')}</table>`
}

function countriesIn(codes: readonly string[], language: string): string[] {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' })
  return codes.map(code => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code))
}

const localeOf = (language: string): string => (language === 'fa' ? 'fa-IR' : language)
const percentOf = (score: number, language: string): string =>
  new Intl.NumberFormat(localeOf(language), { style: 'percent' }).format(score)
const momentIn = (iso: string, language: string, timeZone: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(iso))
const dayIn = (day: string | null, language: string): string =>
  day === null
    ? '–'
    : new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00Z`),
      )
