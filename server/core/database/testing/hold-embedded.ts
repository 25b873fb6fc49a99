// Holds the embedded server of the folder named on the command line until it is told to stop or is killed.
import { startEmbedded } from '../embedded.ts'

const server = await startEmbedded({ dataDir: process.argv[2] ?? '', durable: false })
process.on('message', async () => {
  await server.stop()
  process.disconnect?.()
})
process.send?.(server.adopted)
