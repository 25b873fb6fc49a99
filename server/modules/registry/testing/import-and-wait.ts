// Imports a registry file in small batches in a process of its own, so that a test can kill it in the middle.
import { openPool } from '#core/database/connect.ts'
import { actionServices } from '#core/testing.ts'
import { importRegistry } from '../import/import-registry.ts'

const [connection, file] = process.argv.slice(2)
const db = openPool(JSON.parse(connection!))
await importRegistry(actionServices(db), file!, {
  batchSize: 10,
  onProgress: ({ step, done }) => {
    process.stdout.write(`${step} ${done}\n`)
    // Time for the test to kill this process between two batches.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
  },
})
