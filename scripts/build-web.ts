// Builds the web part when something it is made of changed; a finished build is never half replaced.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  globSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'

const root = join(import.meta.dirname, '..')
const builds = join(root, '.runtime', 'web-builds')

/** The built pages: a link to the newest build. */
export const webFolder = join(root, '.runtime', 'web')

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
 * Builds the pages when there is no build of the present sources, and returns the folder they are in.
 * `say` is told when it takes time. @throws Error with the builder's words when the build fails.
 */
export async function ensureWebBuilt(say: (text: string) => void = () => {}): Promise<string> {
  const folder = join(builds, inputsHash())
  if (!existsSync(folder)) {
    say('building the pages; this takes some seconds')
    await build(folder)
  }
  if (!existsSync(webFolder) || realpathSync(webFolder) !== realpathSync(folder)) linkTo(folder)
  removeOthers(folder)
  return webFolder
}

async function build(folder: string): Promise<void> {
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
}

function linkTo(folder: string): void {
  const fresh = `${webFolder}.${process.pid}`
  rmSync(fresh, { force: true })
  symlinkSync(relative(dirname(webFolder), folder), fresh)
  // A folder, unlike a link, is not replaced by a rename.
  if (lstatSync(webFolder, { throwIfNoEntry: false })?.isDirectory()) rmSync(webFolder, { recursive: true })
  renameSync(fresh, webFolder)
}

// The newest other build stays: a server that was started before the change still serves it.
function removeOthers(folder: string): void {
  const others = readdirSync(builds)
    .map(name => join(builds, name))
    .filter(path => path !== folder && !/\.\d+$/.test(path))
    .sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs)
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
