// PostgreSQL's COPY as a stream of blocks, in both directions, over the driver's own connection.
import type { Writable } from 'node:stream'
import type pg from 'pg'

/** Lines are gathered to blocks of about this many bytes. */
export const copyBlock = 4 * 1024 * 1024
const blocksAhead = 2

/** The part of the driver's connection that COPY needs; its types do not tell of it. */
interface CopyConnection {
  query(text: string): void
  stream: Writable & { pause(): void; resume(): void }
  sendCopyFromChunk(chunk: Uint8Array): void
  endCopyFrom(): void
  sendCopyFail(reason: string): void
}

/** What the driver calls while a statement of ours runs; ends with `handleReadyForQuery` or `handleError`. */
abstract class CopyStatement implements pg.Submittable {
  readonly text: string
  readonly finished: Promise<number>
  protected connection!: CopyConnection
  protected rows = 0
  #resolve!: (rows: number) => void
  #reject!: (error: Error) => void

  constructor(text: string) {
    this.text = text
    this.finished = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    // Whoever reads the blocks learns of an error there; nobody may be waiting here.
    this.finished.catch(() => {})
  }
  submit = (connection: unknown): void => {
    this.connection = connection as CopyConnection
    this.connection.query(this.text)
  }
  handleCommandComplete(message: { text: string }): void {
    this.rows = Number(message.text.split(' ')[1] ?? 0)
  }
  handleReadyForQuery(): void {
    this.#resolve(this.rows)
  }
  handleError(error: Error): void {
    this.#reject(error)
  }
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}

class CopyOut extends CopyStatement {
  #block = Buffer.allocUnsafe(copyBlock)
  #filled = 0
  #full: Buffer[] = []
  #wake: () => void = () => {}

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (this.#filled > 0 && this.#filled + chunk.length > copyBlock) this.#push()
    if (chunk.length > copyBlock) {
      this.#full.push(Buffer.from(chunk))
    } else {
      // The driver uses its buffer again: the bytes are taken at once.
      chunk.copy(this.#block, this.#filled)
      this.#filled += chunk.length
    }
    if (this.#full.length > blocksAhead) this.connection.stream.pause()
    this.#wake()
  }
  handleCopyInResponse(): void {}

  #push(): void {
    this.#full.push(this.#block.subarray(0, this.#filled))
    this.#block = Buffer.allocUnsafe(copyBlock)
    this.#filled = 0
  }

  async *blocks(): AsyncGenerator<Buffer> {
    let ended = false
    const end = () => {
      ended = true
      this.#wake()
    }
    this.finished.then(end, end)
    for (;;) {
      const block = this.#full.shift()
      if (block) {
        yield block
        continue
      }
      if (ended) break
      this.connection?.stream.resume()
      await new Promise<void>(resolve => {
        this.#wake = resolve
        if (this.#full.length > 0 || ended) resolve()
      })
    }
    await this.finished
    if (this.#filled > 0) yield this.#block.subarray(0, this.#filled)
  }
}

class CopyIn extends CopyStatement {
  readonly source: AsyncIterable<Uint8Array>

  constructor(text: string, source: AsyncIterable<Uint8Array>) {
    super(text)
    this.source = source
  }
  handleCopyData(): void {}
  handleCopyInResponse(connection: CopyConnection): void {
    this.#send(connection).catch(error => {
      this.#sourceError = error as Error
      connection.sendCopyFail('the source ended early')
    })
  }
  #sourceError: Error | undefined
  #failed = false

  async #send(connection: CopyConnection): Promise<void> {
    const { stream } = connection
    for await (const block of this.source) {
      if (this.#failed) return
      for (let start = 0; start < block.length; start += 65_536)
        connection.sendCopyFromChunk(block.subarray(start, start + 65_536))
      if (stream.writableNeedDrain) await new Promise(resolve => stream.once('drain', resolve))
      if (stream.destroyed) throw new Error('the connection is closed')
    }
    connection.endCopyFrom()
  }
  override handleError(error: Error): void {
    this.#failed = true
    super.handleError(this.#sourceError ?? error)
  }
}

/** The lines of `copy ... to stdout` in blocks; `rows()` gives their number after the last block. */
export function copyOut(
  client: pg.ClientBase,
  text: string,
): { blocks: AsyncIterable<Buffer>; rows(): Promise<number> } {
  const statement = new CopyOut(text)
  client.query(statement)
  return { blocks: statement.blocks(), rows: () => statement.finished }
}

/** Feeds `copy ... from stdin`; answers the number of rows. @throws the error of the database or of the source. */
export function copyIn(client: pg.ClientBase, text: string, source: AsyncIterable<Uint8Array>): Promise<number> {
  const statement = new CopyIn(text, source)
  client.query(statement)
  return statement.finished
}
