// Everything a process has open: database, files, jobs, mail, clock; made once at start and handed down.
import type { ActionServices } from './actions.ts'
import type { Config } from './config.ts'
import type { FileStorage } from './files/files.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Log } from './log.ts'
import type { Mail } from './mail/mail.ts'

export interface Services extends ActionServices {
  config: Config
  log: Log
  files: FileStorage
  jobs: Jobs
  mail: Mail
}
