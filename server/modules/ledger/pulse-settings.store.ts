// Where the installation's own numbers for the pulse are kept.
import type { Db } from '#core/database/connect.ts'
import { readSetting, writeSetting } from '#core/settings.ts'
import { defaultPulseSettings, type PulseSettings } from './pulse.settings.ts'

const key = 'ledger.pulse'

export async function readPulseSettings(db: Db): Promise<PulseSettings> {
  return { ...defaultPulseSettings, ...(await readSetting<Partial<PulseSettings>>(db, key, {})) }
}

export const writePulseSettings = (db: Db, settings: PulseSettings): Promise<void> => writeSetting(db, key, settings)
