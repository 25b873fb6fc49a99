// Lets one setup at a time work in a checkout; a part of setup.mjs, as plain as that.
// biome-ignore-all lint/style/useNodejsImportProtocol: an old Node must get as far as the sentence about its age
import fs from 'fs'
import { dirname } from 'path'

// The lock is a symbolic link that names a process: made with its content in one step, void when that process is dead.
export function createLock(path, say) {
  return {
    take() {
      fs.mkdirSync(dirname(path), { recursive: true })
      for (let tries = 0; !takeOnce(path); tries += 1) {
        if (tries % 50 === 1) say('waiting for another setup of this folder to finish')
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
      }
    },
    /** Hands the lock to a child, which may outlive this process, or back. */
    giveTo(pid) {
      const next = `${path}.${process.pid}`
      fs.rmSync(next, { force: true })
      fs.symlinkSync(String(pid), next)
      fs.renameSync(next, path)
    },
    release() {
      fs.rmSync(path, { force: true })
    },
  }
}

function takeOnce(path) {
  try {
    fs.symlinkSync(String(process.pid), path)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  if (isVoid(path)) removeVoid(path)
  return false
}

function isVoid(path) {
  try {
    process.kill(Number(fs.readlinkSync(path)), 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

// Two that wait may find the same void lock: the second must not take away the new one of the first.
function removeVoid(path) {
  const aside = `${path}.void.${process.pid}`
  try {
    fs.renameSync(path, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  if (isVoid(aside)) fs.rmSync(aside, { force: true })
  else fs.renameSync(aside, path)
}
