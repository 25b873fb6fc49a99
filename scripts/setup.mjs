// Makes the checkout ready to run (packages, Node 26, PostgreSQL) and starts its programs under that Node:
//   node scripts/setup.mjs                    make ready
//   node scripts/setup.mjs run FILE ARGS...   make ready without a word when nothing changed, then run
// Plain JavaScript of 2018 without dependencies: any Node of a host must understand it up to the sentence on its age.
// biome-ignore-all lint/style/useNodejsImportProtocol: see above
import { spawn } from 'child_process'
import { createHash } from 'crypto'
import fs from 'fs'
import { delimiter, dirname, join, resolve } from 'path'
import { fileURLToPath } from 'url'
import { createLock } from './setup-lock.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const node = join(modules, '.bin', 'node')
const stamp = join(modules, '.concord-setup')
const say = text => process.stderr.write(`setup: ${text}\n`)
const lock = createLock(join(root, '.runtime', 'setup.lock'), say)

// The stamp lies inside node_modules, so that it goes when they go.
function key() {
  const lockfile = fs.readFileSync(join(root, 'package-lock.json'))
  return createHash('sha256').update(`1 ${process.platform} ${process.arch} `).update(lockfile).digest('hex')
}

function isReady() {
  return fs.existsSync(node) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === key()
}

async function makeReady(options) {
  lock.take()
  try {
    if (isReady()) return
    const { installPackages } = await import('./setup-packages.mjs')
    await installPackages({ root, node, lock, say, options })
    fs.writeFileSync(`${stamp}.new`, key())
    fs.renameSync(`${stamp}.new`, stamp)
    say('ready')
  } finally {
    lock.release()
  }
}

function start(file, args) {
  const path = `${join(modules, '.bin')}${delimiter}${process.env.PATH || ''}`
  const env = Object.assign({ NODE_COMPILE_CACHE: join(root, '.runtime', 'compile-cache') }, process.env, {
    PATH: path,
  })
  const program = [resolve(root, file), ...args]
  // Where this process can become the program, no second one waits beside it.
  if (process.execve) process.execve(fs.realpathSync(node), [node, ...program], env)
  const child = spawn(node, program, { env, stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // A terminal tells the child itself.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  child.on('exit', (code, signal) => {
    if (signal) process.removeAllListeners(signal)
    return signal ? process.kill(process.pid, signal) : process.exit(code)
  })
}

async function main(args) {
  if (parseInt(process.versions.node, 10) < 20)
    throw new Error(`Concord needs Node.js 20 or newer; this is ${process.versions.node}. See https://nodejs.org.`)
  const runs = args[0] === 'run'
  if (!isReady()) await makeReady(runs ? [] : args)
  else if (!runs) say('nothing to do')
  if (runs) start(args[1], args.slice(2))
  else start('scripts/build-web.ts', [])
}

main(process.argv.slice(2)).catch(error => {
  say(error.message)
  process.exit(1)
})
