// What stands in the calendar of agreements: ends, reviews and last days to give notice, in the reader's language.
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import type { Term } from '#core/terms.ts'
import { agreementKindTerms } from '../agreement.terms.ts'
import type { LivePortfolio } from '../portfolio/live-portfolio.ts'
import { type Item, isInForce, partnerNameOf, titleOf } from '../portfolio/portfolio-items.ts'
import type { PortfolioFilter } from '../portfolio.contract.ts'
import type { Calendar, CalendarEvent } from './calendar-text.ts'

const calendarName: Term = /*i18n*/ { id: 'agreements.calendar.name', message: 'Agreements: ends and reviews' }
const facts = {
  end: {
    summary: /*i18n*/ { id: 'agreements.calendar.end', message: 'Ends: {title} ({partners})' },
    category: /*i18n*/ { id: 'agreements.calendar.category_end', message: 'End' },
  },
  renewal: {
    summary: /*i18n*/ { id: 'agreements.calendar.renewal', message: 'Renews itself: {title} ({partners})' },
    category: /*i18n*/ { id: 'agreements.calendar.category_renewal', message: 'Renewal' },
  },
  review: {
    summary: /*i18n*/ { id: 'agreements.calendar.review', message: 'Review: {title} ({partners})' },
    category: /*i18n*/ { id: 'agreements.calendar.category_review', message: 'Review' },
  },
  notice: {
    summary: /*i18n*/ { id: 'agreements.calendar.notice', message: 'Last day to give notice: {title} ({partners})' },
    category: /*i18n*/ { id: 'agreements.calendar.category_notice', message: 'Notice' },
  },
} as const
const numberTerm: Term = /*i18n*/ { id: 'agreements.calendar.number', message: 'Number {number}' }

const yearsBack = 1
const mostEvents = 20_000

function eventsOf(item: Item, t: Translator, publicUrl: string): CalendarEvent[] {
  const { effectiveEnd, reviewOn, noticeDeadline } = item.term
  const url = `${publicUrl}/agreements/${item.id}`
  const title = titleOf(item, t.language)
  const partners = item.partners.map(partner => partnerNameOf(partner, t.language)).join(', ')
  const lines = [
    title,
    partners,
    item.kinds.map(kind => t(agreementKindTerms[kind])).join(', '),
    item.number && t(numberTerm, { number: item.number }),
    url,
  ]
  const event = (name: keyof typeof facts, on: string | null): CalendarEvent[] =>
    on === null
      ? []
      : [
          {
            uid: `${item.id}.${name === 'renewal' ? 'end' : name}@concord`,
            on,
            summary: t(facts[name].summary, { title, partners }),
            description: lines.filter(Boolean).join('\n'),
            url,
            category: t(facts[name].category),
            changedAt: item.updatedAt,
          },
        ]
  return [
    ...event(item.renewal === 'automatic' ? 'renewal' : 'end', effectiveEnd),
    ...event('review', reviewOn),
    ...event('notice', noticeDeadline),
  ]
}

/** The calendar of agreements in force that fit the filter, from a year ago on. */
export function agreementCalendar(
  portfolio: LivePortfolio,
  reader: { actor: Actor; t: Translator; today: Temporal.PlainDate; publicUrl: string },
  filter: PortfolioFilter,
): Calendar {
  const from = reader.today.subtract({ years: yearsBack }).toString()
  const events = portfolio
    .fitting(reader.actor, filter)
    .filter(item => isInForce(item) || item.term.state === 'expired')
    .flatMap(item => eventsOf(item, reader.t, reader.publicUrl))
    .filter(event => event.on >= from)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.uid < b.uid ? -1 : 1))
  return { name: reader.t(calendarName), events: events.slice(0, mostEvents) }
}
