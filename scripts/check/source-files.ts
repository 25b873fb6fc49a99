// The files of the checkout that checks look at: what git would commit.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

/** Paths from the root, tracked or new, without what git ignores. */
export function listFiles(): string[] {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (git.status !== 0) throw new Error(`The check needs git to list the files: ${git.error?.message ?? git.stderr}`)
  const paths = git.stdout.split('\0').filter(path => path !== '' && existsSync(join(root, path)))
  return [...new Set(paths)].sort()
}

export const readSource = (path: string): string => readFileSync(join(root, path), 'utf8')
