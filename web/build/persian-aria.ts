// Gives React Aria, which brings 34 languages but not Persian, our Persian texts while building and serving.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const persianFile = path.join(import.meta.dirname, '../core/persian-aria-texts.ts')
const ariaTexts = /(react-(?:aria|stately|aria-components))\/dist\/private\/(?:(\w+)\/)?intlStrings\.mjs$/

/** Name of the Persian texts that belong to a React Aria text file, `datepicker` or `statelyDatepicker`; null when we have none. */
function persianNameFor(id: string): string | null {
  const match = ariaTexts.exec(id.replaceAll('\\', '/').split('?')[0] ?? '')
  if (!match) return null
  const family = match[2] ?? 'components'
  const name = match[1] === 'react-stately' ? `stately${family[0]?.toUpperCase()}${family.slice(1)}` : family
  return readFileSync(persianFile, 'utf8').includes(`export const ${name} =`) ? name : null
}

/** React Aria has no Persian; its text files get ours added. */
export function persianAriaTexts(): Plugin {
  return {
    name: 'concord:persian-aria-texts',
    enforce: 'pre',
    transform(code, id) {
      const name = persianNameFor(id)
      const table = /export \{\s*(\S+) as default\s*\};/.exec(code)
      if (!name || !table) return undefined
      const added = `${table[1]}["fa-IR"] = { ...${table[1]}["en-US"], ...persianTexts };`
      return {
        code: `import { ${name} as persianTexts } from ${JSON.stringify(persianFile)};\n${code.replace(table[0], `${added}\n${table[0]}`)}`,
        map: null,
      }
    },
  }
}
