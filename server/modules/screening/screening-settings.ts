// What an installation sets: from which likeness on people are asked, how long decisions hold, what it says of countries.
import type { Static } from 'typebox'
import type { Db } from '#core/database/connect.ts'
import { readSetting } from '#core/settings.ts'
import type { ScreeningSettings } from './list.contract.ts'

export const settingsKey = 'screening'

export type Settings = Static<typeof ScreeningSettings>

/** No country is rated here: that is for each installation to say. */
export const defaultSettings: Settings = { threshold: 0.75, verdictMonths: 12, validMonths: 12, countries: [] }

export const readScreeningSettings = async (db: Db): Promise<Settings> => ({
  ...defaultSettings,
  ...(await readSetting<Partial<Settings>>(db, settingsKey, {})),
})
