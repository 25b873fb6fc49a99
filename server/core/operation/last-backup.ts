// Remembers when the last backup was written, so that its absence is noticed.
import type { Db } from '../database/connect.ts'
import { readSetting, writeSetting } from '../settings.ts'

export interface LastBackup {
  at: string
  bytes: number
  isSealed: boolean
}

const key = 'operation.last_backup'

export const lastBackup = (db: Db): Promise<LastBackup | null> => readSetting<LastBackup | null>(db, key, null)
export const noteBackup = (db: Db, backup: LastBackup): Promise<void> => writeSetting(db, key, backup)
