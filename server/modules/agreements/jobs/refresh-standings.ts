// Judges agreements anew after the ledger changed, and all of them every night because the date has moved.
import { findEvent } from '#core/events.ts'
import type { JobDefinition } from '#core/module.ts'
import { dayIn } from '#core/time.ts'
import { currentPortfolio } from '../portfolio/live-portfolio.ts'
import { agreementsOfActivities, agreementsOfCommitments } from '../standing.store.ts'
import { refreshAllStandings, refreshStandings } from '../standing.ts'

const idsIn = (data: unknown): string[] => {
  const { agreementId, agreementIds } = data as { agreementId?: string | null; agreementIds?: string[] }
  return [...(agreementId ? [agreementId] : []), ...(agreementIds ?? [])]
}

/** Idempotent: the same event may come twice. */
export const refreshAfterEvent: JobDefinition = {
  name: 'agreements.refresh_standing',
  retries: 5,
  async run(payload, { services }) {
    const event = await findEvent(services.db, String(payload.eventId))
    if (!event) return
    const ids = new Set(idsIn(event.data))
    // What serves one commitment may serve a wider one of another agreement.
    if (event.subjectType === 'commitment')
      for (const id of await agreementsOfCommitments(services.db, [event.subjectId])) ids.add(id)
    if (event.subjectType === 'activity')
      for (const id of await agreementsOfActivities(services.db, [event.subjectId])) ids.add(id)
    await refreshStandings(services.db, [...ids], dayIn(services.clock.now(), services.timeZone))
  },
}

export const refreshNightly: JobDefinition = {
  name: 'agreements.refresh_all_standings',
  schedule: '10 0 * * *',
  retries: 3,
  async run(_payload, { services, signal }) {
    const today = dayIn(services.clock.now(), services.timeZone)
    const count = await refreshAllStandings(services.db, today, signal)
    services.log.info({ count }, 'agreements judged for the new day')
    // The first reader of the day shall not wait for what the date changes.
    await currentPortfolio(services.db, today)
  },
}

export const refreshWhenSettingsChange: JobDefinition = {
  name: 'agreements.refresh_after_settings',
  retries: 3,
  async run(_payload, { services, signal }) {
    await refreshAllStandings(services.db, dayIn(services.clock.now(), services.timeZone), signal)
  },
}
