// Builds the web part when something it is made of changed; a finished build is never half replaced.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const builds = join(root, '.runtime', 'web')

const inputs = [
  'web/**/*',
  'server/core/*.ts',
  'server/**/*.{contract,states,terms}.ts',
  'server/**/locales/*.po',
  '{vite,lingui}.config.ts',
  'package{,-lock}.json',
]

function inputsHash(): string {
  const hash = createHash('sha256').update(process.env.CONCORD_DRAFT_TEXTS ?? '')
  const files = globSync(inputs, { cwd: root, withFileTypes: true, exclude: entry => /\.test\.tsx?$/.test(entry.name) })
  const paths = files.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  for (const path of [...new Set(paths)].sort())
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path))
  return hash.digest('hex').slice(0, 16)
}

/**
 * Returns the folder with the built web part, after building it when there is none for the present sources.
 * `say` is told when it takes time. @throws Error with the builder's words when the build fails.
 */
export async function ensureWebBuilt(say: (text: string) => void = () => {}): Promise<string> {
  const folder = join(builds, inputsHash())
  if (existsSync(folder)) return folder
  say('building the pages; this takes some seconds')
  mkdirSync(builds, { recursive: true })
  const fresh = `${folder}.${process.pid}`
  await runVite(fresh)
  try {
    renameSync(fresh, folder)
  } catch (error) {
    // Another process built the same at the same time.
    if (!existsSync(folder)) throw error
    rmSync(fresh, { recursive: true, force: true })
  }
  removeOthers(folder)
  return folder
}

// The newest other build stays: a server that was started before the change still serves it.
function removeOthers(folder: string): void {
  const others = readdirSync(builds)
    .map(name => join(builds, name))
    .filter(path => path !== folder && !/\.\d+$/.test(path))
  for (const path of others.slice(0, -1)) rmSync(path, { recursive: true, force: true })
}

// In a process of its own, whose memory goes with it.
function runVite(folder: string): Promise<void> {
  const program = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [program, 'build', '--config', join(root, 'vite.config.ts'), '--outDir', folder, '--logLevel', 'warn']
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined }
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Buffer[] = []
    child.stdout.on('data', chunk => said.push(chunk))
    child.stderr.on('data', chunk => said.push(chunk))
    child.on('error', reject)
    child.on('exit', code => {
      if (code === 0) return resolve()
      rmSync(folder, { recursive: true, force: true })
      reject(new Error(`The pages could not be built.\n${Buffer.concat(said).toString('utf8').trim()}`))
    })
  })
}

if (import.meta.main) {
  const say = (text: string) => process.stderr.write(`setup: ${text}\n`)
  await ensureWebBuilt(say).catch(error => {
    say(error.message)
    process.exitCode = 1
  })
}
