// Keeps the style sheet small: no fallbacks for browsers that we do not support.
import type { Plugin } from 'vite'

/** Removes what Tailwind writes for browsers without `color-mix` and `@property`; ours all have both. */
export function leanStyles(): Plugin {
  const dropBlock = (css: string, start: string): string => {
    const from = css.indexOf(start)
    if (from < 0) return css
    let open = 0
    for (let at = from; at < css.length; at++) {
      if (css[at] === '{') open++
      if (css[at] === '}' && --open === 0) return dropBlock(css.slice(0, from) + css.slice(at + 1), start)
    }
    return css
  }
  return {
    name: 'concord:lean-styles',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue
        // Every such block repeats the rule before it, whose colours were worked out at build time.
        const css = dropBlock(String(file.source), '@supports (color:color-mix(in lab, red, red)){')
        file.source = dropBlock(css, '@layer properties{')
      }
    },
  }
}
