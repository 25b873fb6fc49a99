// The last findings of the doctor, kept with their codes so that each reader gets them in the own language.
import type { Static } from 'typebox'
import type { Db } from '../../database/connect.ts'
import type { Translator } from '../../i18n.ts'
import { readSetting, writeSetting } from '../../settings.ts'
import type { Term } from '../../terms.ts'
import type { HealthReport } from '../operation.contract.ts'
import type { HealthState } from './finding.ts'
import { findings } from './health.terms.ts'
import { type CheckName, type HealthCheck, worst } from './health.ts'

interface KeptReport {
  at: string
  checks: {
    name: CheckName
    state: HealthState
    findings: { state: HealthState; code: string; values: Record<string, unknown> }[]
  }[]
}

const key = 'operation.last_checks'
const terms = new Map<string, Term>(Object.values(findings).map(term => [term.id, term]))

export async function keepReport(db: Db, checks: readonly HealthCheck[], at: Temporal.Instant): Promise<KeptReport> {
  const report = {
    at: new Date(at.epochMilliseconds).toISOString(),
    checks: checks.map(({ name, state, findings: list }) => ({
      name,
      state,
      findings: list.map(one => ({ state: one.state, code: one.term.id, values: one.values })),
    })),
  }
  await writeSetting(db, key, report)
  return report
}

export const lastReport = (db: Db): Promise<KeptReport | null> => readSetting<KeptReport | null>(db, key, null)

/** A finding whose words this version no longer has is left out. */
export const presentReport = ({ at, checks }: KeptReport, t: Translator): Static<typeof HealthReport> => ({
  at,
  state: worst(checks),
  checks: checks.map(({ name, state, findings: list }) => ({
    name,
    state,
    findings: list.flatMap(one => {
      const term = terms.get(one.code)
      return term ? [{ state: one.state, text: t(term, one.values) }] : []
    }),
  })),
})
