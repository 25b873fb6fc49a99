// Measures putting texts on paper in three languages (1, 40, 200 clauses), Word, sealing and verifying, beside a bare compile of the same words.
// Usage: node bench/documents.ts [rounds]
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { makeDocx } from '#modules/documents/rendering/make-docx.ts'
import { fontFiles, makePdf } from '#modules/documents/rendering/make-pdf.ts'
import { layOut, type PaperLayout } from '#modules/documents/rendering/paper-layout.ts'
import { renderPdf, stopRendering } from '#modules/documents/rendering/render.ts'
import { makeOwnKey } from '#modules/documents/sealing/own-keys.ts'
import { sealPdf } from '#modules/documents/sealing/seal-pdf.ts'
import { ownKeySealer } from '#modules/documents/sealing/sealer.ts'
import { verifySeals } from '#modules/documents/sealing/verify-seals.ts'
import { sampleRequest } from '#modules/documents/testing/sample-text.ts'

const [rounds = 5] = process.argv.slice(2).map(Number)
const languages = ['fa', 'ru', 'en']
const at = '2026-11-23T10:00:00Z'

const sorted = (times: readonly number[]) => times.toSorted((a, b) => a - b)
const median = (times: readonly number[]) => sorted(times)[Math.floor(times.length / 2)]!
const worst = (times: readonly number[]) => sorted(times).at(-1)!
const megabytes = () => Math.round(process.memoryUsage.rss() / 1024 / 1024)

interface Measured {
  wall: number[]
  /** Time of the processor, which other programs on the machine do not change. */
  cpu: number[]
}

async function measure(work: (round: number) => unknown, times = rounds): Promise<Measured> {
  const measured: Measured = { wall: [], cpu: [] }
  await work(-1)
  for (let round = 0; round < times; round += 1) {
    const [from, before] = [performance.now(), process.cpuUsage()]
    await work(round)
    const { user, system } = process.cpuUsage(before)
    measured.wall.push(performance.now() - from)
    measured.cpu.push((user + system) / 1000)
  }
  return measured
}

function tell(name: string, { wall, cpu }: Measured, more = ''): void {
  const parts = [
    `${median(wall).toFixed(0)} ms`,
    `worst ${worst(wall).toFixed(0)} ms`,
    `cpu ${median(cpu).toFixed(0)} ms`,
  ]
  console.log(`${name.padEnd(48)}${parts.join(', ')}${more && `, ${more}`}`)
}

/** A text of its own each time: the compiler remembers what it has laid out. */
const layoutOf = (clauses: number, round: number): PaperLayout =>
  layOut({ ...sampleRequest(languages, clauses, { number: `MoU-${round}` }), madeAt: at })

const bare = NodeCompiler.create({ fontArgs: [{ fontBlobs: fontFiles.map(file => readFileSync(file)) }] })

/** The same words as plain paragraphs of one column, untagged. */
function compileBare(layout: PaperLayout): Uint8Array {
  const words = layout.body.flatMap(row =>
    row.cells.map(cell => cell.blocks.map(block => block.runs.map(run => run.text).join('')).join('\n\n')),
  )
  const source =
    '#set text(font: ("Noto Serif", "Vazirmatn"))\n#for words in json(bytes(sys.inputs.data)) { par(words) }'
  const pdf = bare.pdf({ mainFileContent: source, inputs: { data: JSON.stringify(words) } }, { pdfTags: false })
  bare.evictCache(0)
  return pdf
}

console.log(`three languages, ${rounds} rounds, a new text each\n`)
for (const clauses of [1, 40, 200]) {
  const times = clauses === 200 ? Math.min(rounds, 3) : rounds
  const base = await measure(round => compileBare(layoutOf(clauses, round)), times)
  let pages = 0
  const paper = await measure(round => {
    pages = makePdf(layoutOf(clauses, round)).pages
  }, times)
  tell(`${clauses} clauses, bare compile`, base)
  const ratio = `${(median(paper.cpu) / median(base.cpu)).toFixed(1)} times the bare one`
  tell(`${clauses} clauses, PDF/A-2a`, paper, `${pages} pages, ${ratio}, ${megabytes()} MB`)
  tell(`${clauses} clauses, Word`, await measure(round => makeDocx(layoutOf(clauses, round)), times))
}

const throughProcess = await measure(round => renderPdf(sampleRequest(languages, 40, { number: `MoU-P${round}` })))
stopRendering()
tell('40 clauses, PDF/A-2a, in a process of its own', throughProcess)

const pdf = makePdf(layoutOf(40, 0)).bytes
const sealer = ownKeySealer(await makeOwnKey('Northern University', new Date(at)))
const sealed = await sealPdf(pdf, sealer, { at, name: 'Northern University' })
tell(
  `\nbare SHA-256 of ${Math.round(pdf.length / 1024)} KB`,
  await measure(() => createHash('sha256').update(pdf).digest(), 20),
)
tell(
  'sealing',
  await measure(() => sealPdf(pdf, sealer, { at, name: 'Northern University' }), 20),
  `${sealed.length - pdf.length} bytes more`,
)
tell('verifying', await measure(() => verifySeals(sealed), 20))
