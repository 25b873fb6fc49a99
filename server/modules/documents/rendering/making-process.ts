// The process that makes documents: it takes one order at a time and ends with the process that started it.

import type { PaperLayout } from './paper-layout.ts'
import { MakingFailed, type MakingFault } from './rendering-faults.ts'

export type MakingOrder =
  | { kind: 'pdf' | 'docx'; layout: PaperLayout }
  /** Answers a report as JSON. */
  | { kind: 'check_template'; template: Uint8Array }
  | { kind: 'fill_template'; template: Uint8Array; layout: PaperLayout }

export interface OrderMessage {
  id: number
  order: MakingOrder
}

export interface AnswerMessage {
  id: number
  made: { bytes: Uint8Array; pages: number | null } | { is: MakingFault }
  /** Memory of this process after the order, in bytes. */
  memory: number
}

// Each maker is loaded when it is first needed: most installations make PDF only.
async function make(order: MakingOrder): Promise<{ bytes: Uint8Array; pages: number | null }> {
  switch (order.kind) {
    case 'pdf':
      return (await import('./make-pdf.ts')).makePdf(order.layout)
    case 'docx':
      return { bytes: await (await import('./make-docx.ts')).makeDocx(order.layout), pages: null }
    case 'check_template': {
      const report = await (await import('../word-templates/word-template.ts')).checkTemplate(order.template)
      return { bytes: Buffer.from(JSON.stringify(report)), pages: null }
    }
    case 'fill_template': {
      const { fillTemplate } = await import('../word-templates/word-template.ts')
      return { bytes: await fillTemplate(order.template, order.layout), pages: null }
    }
  }
}

const faultOf = (error: unknown): MakingFault =>
  error instanceof MakingFailed ? error.is : { fault: 'failed', reason: String(error).slice(0, 2000) }

if (process.send) {
  process.on('disconnect', () => process.exit(0))
  // A Ctrl-C in the terminal reaches the whole group; the parent says when to stop.
  process.on('SIGINT', () => {})
  process.on('message', async ({ id, order }: OrderMessage) => {
    const made = await make(order).catch(error => ({ is: faultOf(error) }))
    process.send!({ id, made, memory: process.memoryUsage.rss() } satisfies AnswerMessage)
  })
}
