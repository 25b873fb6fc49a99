// Picks the sheet that looks like the list; the others stay offered.
import { guessHeader } from './header-guess.ts'
import type { HeaderGuess, SourceFile, SourceTable } from './source-table.ts'

export interface TableChoice {
  index: number
  table: SourceTable
  header: HeaderGuess
  score: number
}

const LIST_NAME =
  /agree|partner|mou|mo[au]s?\b|list|cooperat|convenio|acuerdo|accord|convention|partenaire|соглаш|договор|партн|تفاهم|قرارداد|توافق|همکار|فهرست/i
const SIDE_NAME =
  /legend|read\s?me|code|lookup|drop\s?down|help|instruction|statistic|summary|pivot|chart|справк|итог|статистик|راهنما|آمار|stat|résumé|resumen/i

/** Best first; at least one, as files without filled cells are refused when read. */
export function rankTables(file: SourceFile): TableChoice[] {
  return file.tables
    .map((table, index) => {
      const header = guessHeader(table)
      return { index, table, header, score: listScore(table, header) }
    })
    .sort((a, b) => b.score - a.score || a.index - b.index)
}

export function chooseTable(file: SourceFile): TableChoice {
  const best = rankTables(file)[0]
  if (best === undefined) throw new Error('A file that was read has at least one table.')
  return best
}

/** Lists have many rows, several columns and a header; what the sheet is called decides between equals. */
function listScore(table: SourceTable, header: HeaderGuess): number {
  const dataRows = Math.max(0, header.lastDataRow - header.firstDataRow + 1)
  if (dataRows === 0) return -10
  const named = LIST_NAME.test(table.name) ? 2 : 0
  const aside = SIDE_NAME.test(table.name) ? 2 : 0
  const columns = Math.min(3, Math.log2(1 + header.columns.length))
  return Math.log2(1 + dataRows) + columns + 2 * header.confidence + named - aside - (table.hidden ? 6 : 0)
}
