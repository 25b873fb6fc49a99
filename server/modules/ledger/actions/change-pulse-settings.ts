// Changes the numbers by which pulse judges; subscribers make every pulse anew.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Malformed, Refusal } from '#core/errors.ts'
import { changesBetween } from '#core/events.ts'
import { PulseSettingsChanged } from '../ledger.events.ts'
import { ledgerInputTerms } from '../ledger-input.terms.ts'
import { defaultPulseSettings, type PulseSettings } from '../pulse.settings.ts'
import { readPulseSettings, writePulseSettings } from '../pulse-settings.store.ts'

const installation = '00000000-0000-0000-0000-000000000000'

export const changePulseSettings = defineAction({
  name: 'change-pulse-settings',
  async run(ctx: ActionContext, input: Record<string, unknown>): Promise<PulseSettings> {
    const before = await readPulseSettings(ctx.db)
    const after = { ...before, ...input } as PulseSettings
    const wrong = Object.keys(input).filter(name => !isSound(name, input[name]))
    if (wrong.length > 0)
      throw new Refusal(
        Malformed,
        {},
        { fields: wrong.map(name => ({ path: `settings.${name}`, message: ledgerInputTerms['settings.number'] })) },
      )
    const changes = changesBetween(before, after)
    if (Object.keys(changes).length === 0) {
      ctx.unchanged()
      return before
    }
    await writePulseSettings(ctx.db, after)
    ctx.record(PulseSettingsChanged, { subjectId: installation, data: {}, changes })
    return after
  },
})

const decimals: readonly string[] = ['balanceTolerance', 'fadingShare']

function isSound(name: string, value: unknown): boolean {
  if (!(name in defaultPulseSettings)) return false
  if (name === 'balanceTolerance' && value === null) return true
  return decimals.includes(name) ? typeof value === 'string' : Number.isInteger(value)
}
