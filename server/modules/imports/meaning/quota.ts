// Reads quota columns ("5", "2+2", "3 outgoing / 2 incoming") as commitments; invents no number.
import type { Cell } from '../reading/source-table.ts'
import { cellText, isBlank } from './cell-text.ts'
import type { QuotaOption } from './column-options.ts'
import { inDirection, type ProposedCommitment, proposeCommitments } from './commitments.ts'
import { type Doubt, doubt } from './doubt.ts'
import { findPeriod } from './quantities.ts'
import { fold } from './text-folding.ts'

const OUT_WORDS = '(?:out|outgoing|outbound|исх\\p{L}*|отправ\\p{L}*|اعزام\\p{L}*|خروجی|salient\\p{L}*|sortant\\p{L}*)'
const IN_WORDS = '(?:in|incoming|inbound|вх\\p{L}*|принима\\p{L}*|پذیرش|ورودی|entrant\\p{L}*)'
const countWith = (words: string) =>
  new RegExp(
    `(?<!\\d)(\\d{1,3})\\s*(?:students?\\s*)?${words}(?!\\p{L})|(?<!\\p{L})${words}\\s*[:=]?\\s*(\\d{1,3})(?!\\d)`,
    'u',
  )
const OUT_COUNT = countWith(OUT_WORDS)
const IN_COUNT = countWith(IN_WORDS)

/** "2+2", "3/3" and "4 (2 out, 2 in)": how many go and how many come. In a column of one direction such numbers mean something else. */
function bothWays(folded: string, option: QuotaOption): { out: string; back: string } | undefined {
  const [out, back] = [OUT_COUNT, IN_COUNT].map(pattern => pattern.exec(folded)).map(match => match?.[1] ?? match?.[2])
  if (out && back) return { out, back }
  const pair = option.direction === 'both' ? /^\s*(\d{1,3})\s*[+/]\s*(\d{1,3})\s*$/.exec(folded) : null
  if (!pair) return undefined
  return option.incomingFirst ? { out: pair[2]!, back: pair[1]! } : { out: pair[1]!, back: pair[2]! }
}

function quotaBothWays(
  { out, back }: { out: string; back: string },
  option: QuotaOption,
  { text, column }: { text: string; column: number },
): ProposedCommitment[] {
  const words = text.trim()
  const start = text.indexOf(words)
  const promise = {
    kind: option.kind,
    unit: option.unit,
    comparator: 'at_most',
    period: findPeriod(fold(text)) ?? { kind: 'per_academic_year' },
    condition: 'none',
    clause: { words, start, end: start + words.length, column },
  } as const
  const pair = Number(out) > 0 && Number(back) > 0 ? { pair: `${column}:quota` } : {}
  return [
    { ...promise, ...pair, quantity: out, promisor: 'home' as const, beneficiary: 'partner' as const },
    { ...promise, ...pair, quantity: back, promisor: 'partner' as const, beneficiary: 'home' as const },
  ].filter(each => Number(each.quantity) > 0)
}

/** Reads a cell of a quota column ("5", "2, 2", "3 outgoing / 2 incoming"); places are a ceiling, so the comparator is `at_most`. */
export function commitmentsFromQuota(
  cell: Cell,
  option: QuotaOption,
  column: number,
): { commitments: ProposedCommitment[]; doubts: Doubt[] } {
  if (isBlank(cell)) return { commitments: [], doubts: [] }
  const text = cellText(cell)
  const folded = fold(text)
  const numbers = [...folded.matchAll(/(?<![\p{L}\d.])\d{1,4}(?:\.\d+)?(?![\d.])/gu)].map(match => match[0])
  const both = bothWays(folded, option)
  if (both) return { commitments: quotaBothWays(both, option, { text, column }), doubts: [] }
  const words = folded.replace(/[\d.,;/+()x×\s-]+/gu, '')
  const plain = words === '' && numbers.length === 1
  if (numbers.length === 0 || Number(numbers[0]) > 2000)
    return {
      commitments: proposeCommitments(text, column),
      doubts:
        numbers.length === 0 && proposeCommitments(text).length > 0
          ? []
          : [doubt('quota_not_understood', { value: text.trim() })],
    }
  if (numbers.every(number => Number(number) === 0)) return { commitments: [], doubts: [] }
  if (!plain && words !== '') {
    const read = proposeCommitments(text, column).filter(each => each.quantity !== null)
    if (read.length > 0)
      return {
        commitments: read.map(each => ({
          ...each,
          comparator: each.comparator === 'exactly' ? each.comparator : 'at_most',
        })),
        doubts: [],
      }
  }
  const clause = {
    words: text.trim(),
    start: text.indexOf(text.trim()),
    end: text.indexOf(text.trim()) + text.trim().length,
    column,
  }
  const promise = {
    kind: option.kind,
    quantity: numbers[0]!,
    unit: option.unit,
    comparator: 'at_most',
    period: findPeriod(folded) ?? { kind: 'per_academic_year' },
    condition: 'none',
    clause,
  } as const
  return {
    commitments: inDirection(promise, option.direction, `${column}:quota`),
    doubts: plain ? [] : [doubt('quota_not_understood', { value: text.trim() })],
  }
}
