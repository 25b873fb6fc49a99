// Finds a Chromium for tests in a real browser; on a Debian machine of root it may install one.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function candidates(): string[] {
  const given = process.env.CONCORD_CHROMIUM
  if (given) return [given]
  const places = ['/usr/bin', '/snap/bin', ...(process.env.PATH ?? '').split(delimiter)]
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright')
  return [
    ...places.flatMap(place => names.map(name => join(place, name))),
    ...globSync(
      ['chromium-*/chrome-linux*/chrome', 'chromium_headless_shell-*/chrome*/{headless_shell,chrome-headless-shell}'],
      {
        cwd: cache,
      },
    ).map(path => join(cache, path)),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]
}

const runs = (path: string) => spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0

/** Path of a Chromium that runs, or undefined. */
export const findChromium = (): string | undefined => candidates().find(path => existsSync(path) && runs(path))

/** Installs Chromium where that needs no question: root on Debian or its kin. Returns its path, or undefined. */
export function installChromium(say: (text: string) => void): string | undefined {
  if (process.env.CONCORD_CHROMIUM || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  say('no Chromium found; installing it with apt-get')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 300_000,
    }).status === 0
  const packages = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core']
  if (!apt(...packages)) {
    apt('update')
    apt(...packages)
  }
  return findChromium()
}
