// Imports an official list of either kind and turns what is wrong with a file into a sentence.
import type { ActionServices } from '#core/actions.ts'
import type { ImportKind } from '../registry.terms.ts'
import { RorFileError } from '../resolution/ror-records.ts'
import { CharterFileError } from './charter-rows.ts'
import { importCharterList } from './import-charter.ts'
import { type ImportOptions, type ImportResult, importRegistry } from './import-registry.ts'

/** The kind that a file name suggests. */
export const kindOfFile = (name: string): ImportKind => (/\.(csv|tsv|txt)$/i.test(name) ? 'charter' : 'ror')

export function importOfficialList(
  services: ActionServices,
  file: string,
  options: ImportOptions & { kind: ImportKind; create?: boolean },
): Promise<ImportResult> {
  return options.kind === 'ror' ? importRegistry(services, file, options) : importCharterList(services, file, options)
}

/** The sentence about a file that cannot be read, or undefined for any other error. */
export const fileProblem = (error: unknown, file: string): string | undefined =>
  error instanceof RorFileError
    ? error.message.replace(`${file}: `, '')
    : error instanceof CharterFileError
      ? error.message
      : undefined
