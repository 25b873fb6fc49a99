// Fits the resolver to labelled texts: node scripts/fit-resolver.ts --registry FILE --labelled FILE [--write]
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { JUDGED } from '../server/modules/registry/resolution/context.ts'
import { FEATURES } from '../server/modules/registry/resolution/features.ts'
import { Forest, packTrees } from '../server/modules/registry/resolution/judgement.ts'
import { OrganisationIndex } from '../server/modules/registry/resolution/organisation-index.ts'
import type { OrganisationRecord } from '../server/modules/registry/resolution/organisation-record.ts'
import { organisationOfRor, readRorRecords } from '../server/modules/registry/resolution/ror-records.ts'
import { type BoostOptions, boost, type Examples } from './fit-resolver/boosting.ts'
import { type LabelledText, readLabelled } from './fit-resolver/labelled.ts'
import { fitLogistic, type Prior } from './fit-resolver/logistic.ts'
import { type AnsweredText, answered, scoresOf } from './fit-resolver/scores.ts'
import { collectRows, examplesOf, hashOf, type LabelledRow } from './fit-resolver/vectors.ts'

const USAGE = `Usage: node scripts/fit-resolver.ts --registry FILE [--registry FILE ...] --labelled FILE[=WEIGHT] [...]

  --registry  ROR dump, as for "concord resolve".
  --labelled  JSON lines {"input", "ror_ids", "also_accept"?, "country"?}, or the CSV file of decisions that the
              registry page exports; =WEIGHT says how much each text counts (1 when not given).
  --first     Fit the first judgement (weights.ts) instead of the second (model.json). Fit the second one after it.
  --folds N   Parts for cross-validation (4); 0 leaves it out.
  --write     Write the result into the resolver; without it only the scores are printed.
`

const OPTIONS: BoostOptions = {
  trees: 300,
  rate: 0.07,
  leaves: 24,
  leastLeaf: 25,
  ridge: 2,
  exampleShare: 0.6,
  featureShare: 0.5,
  seed: 7,
}
/** Facts that labelled texts seldom show keep the weight that experience gives them. */
const PRIORS: Partial<Record<(typeof FEATURES)[number], Prior>> = {
  domainAgrees: { mean: 2.5, strength: 50 },
  otherNumber: { mean: -1.5, strength: 400 },
  countryDiffers: { mean: -3.5, strength: 150 },
}
/** Copies without recorded facts, and rows resolved against a small registry, count this much. */
const BLANK = 0.6
const SMALL = 0.5
/** Parts of fewer texts are not scored by themselves. */
const LEAST_PART = 30
const FOLDER = join(import.meta.dirname, '../server/modules/registry/resolution')

const { values } = parseArgs({
  options: {
    registry: { type: 'string', multiple: true },
    labelled: { type: 'string', multiple: true },
    first: { type: 'boolean' },
    folds: { type: 'string' },
    write: { type: 'boolean' },
  },
})
if (values.registry === undefined || values.labelled === undefined) {
  process.stderr.write(USAGE)
  process.exit(2)
}
const labelled = values.labelled.flatMap(given => {
  const [, path, weight] = /^(.*?)(?:=([\d.]+))?$/.exec(given) as unknown as [string, string, string | undefined]
  return readLabelled(path, weight === undefined ? 1 : Number(weight))
})
const records = await readAll(values.registry)
console.log(`${records.length} organisations, ${labelled.length} labelled texts`)
const index = new OrganisationIndex(records)
const rows = collectRows(index, labelled)
if (values.first) fitFirst()
else fitSecond()

function fitFirst(): void {
  const { width, ...all } = examplesOf([{ rows, weight: 1, blank: 0 }])
  const own = FEATURES.length
  const narrow = new Float32Array(all.labels.length * own)
  for (let i = 0; i < all.labels.length; i++) narrow.set(all.values.subarray(i * width, i * width + own), i * own)
  const priors = FEATURES.map(feature => PRIORS[feature] ?? { mean: 0, strength: 1 })
  const weights = fitLogistic({ ...all, values: narrow, width: own }, priors)
  const lines = FEATURES.map((feature, k) => `  ${feature}: ${Number(weights[k]!.toFixed(2))},`)
  const text = `// Weights of the features in features.ts for the first judgement, written by scripts/fit-resolver.ts.\n\nexport const WEIGHTS = {\n${lines.join('\n')}\n}\n`
  if (values.write) writeFileSync(join(FOLDER, 'weights.ts'), text)
  else console.log(text)
}

function fitSecond(): void {
  const small = smallTexts()
  const smallRows = collectRows(small.index, small.texts)
  const folds = Number(values.folds ?? 4)
  const full: AnsweredText[] = []
  const few: AnsweredText[] = []
  for (let fold = 0; fold < folds; fold++) {
    const isOther = (row: LabelledRow): boolean => row.key % folds !== fold
    const forest = new Forest(fitted(rows.filter(isOther), smallRows.filter(isOther)))
    for (const row of rows) if (!isOther(row)) full.push(answered(index, forest, row.text))
    for (const row of smallRows) if (!isOther(row)) few.push(answered(small.index, forest, row.text))
    console.log(`part ${fold + 1} of ${folds} judged by the others`)
  }
  if (folds > 0) printScores(full, few)
  if (!values.write) return
  const model = fitted(rows, smallRows)
  writeFileSync(join(FOLDER, 'model.json'), `${JSON.stringify(model)}\n`)
  console.log('written; format it with: npx biome check --write server/modules/registry/resolution/model.json')
}

function fitted(own: LabelledRow[], small: LabelledRow[]) {
  const examples: Examples = examplesOf([
    { rows: own, weight: 1, blank: BLANK },
    { rows: small, weight: SMALL, blank: BLANK },
  ])
  const { start, trees } = boost(examples, OPTIONS)
  return packTrees(JUDGED, start, trees)
}

/** A ninth of the texts against a small registry that has half of what they mean: as in a young installation. */
function smallTexts(): { index: OrganisationIndex; texts: LabelledText[] } {
  const texts = labelled.filter(text => hashOf(text.input, 11) % 9 === 0)
  const meant = new Set(texts.flatMap(text => [...text.right]))
  const kept = records.filter(
    record => (meant.has(record.id) && hashOf(record.id, 13) % 2 === 0) || hashOf(record.id, 11) % 60 === 0,
  )
  const small = new OrganisationIndex(kept)
  const known = texts.map(text => ({ ...text, right: new Set([...text.right].filter(id => small.has(id))) }))
  return { index: small, texts: known }
}

function printScores(full: AnsweredText[], few: AnsweredText[]): void {
  console.log('\nEvery text answered by the resolver as it is, with trees that have not seen the text:')
  console.log('set\trows\tP\tR\tF1\tneg. unanswered\tin five\tcalibration error')
  const sets = Map.groupBy(full, one => one.text.set)
  for (const [set, own] of [...sets, ['all', full] as const, ['small registry', few] as const, ...partsOf(full)]) {
    const { rows: count, precision, recall, f1, unanswered, inFive, calibrationError } = scoresOf(own)
    const figures = [precision, recall, f1, unanswered, inFive, calibrationError]
    console.log([set, count, ...figures.map(one => (Number.isFinite(one) ? one.toFixed(3) : '-'))].join('\t'))
  }
}

/** By language and by how texts were made, where the sets say it. */
function partsOf(full: AnsweredText[]): [string, AnsweredText[]][] {
  const known = full.filter(one => one.text.making !== undefined)
  const byLanguage = Map.groupBy(known, one => `  ${one.text.language ?? '-'}`)
  const byMaking = Map.groupBy(known, one => `  ${one.text.making}`)
  return [...byLanguage, ...byMaking].filter(([, own]) => own.length >= LEAST_PART)
}

async function readAll(paths: string[]): Promise<OrganisationRecord[]> {
  const found = new Map<string, OrganisationRecord>()
  for (const path of paths)
    for await (const record of readRorRecords(path))
      if (!found.has(record.id)) found.set(record.id, organisationOfRor(record))
  return [...found.values()]
}
