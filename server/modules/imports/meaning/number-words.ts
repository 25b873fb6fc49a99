// Numbers as digits or as words in five languages, as far as years, months, persons and places need them.
import { fold, phraseSource } from './text-folding.ts'

const words: [number, string][] = [
  [1, 'one a an single یک один одна одно одного одну uno una un une ein eine واحد واحدة'],
  [2, 'two both دو два две двух dos deux zwei dois due اثنان'],
  [3, 'three سه три трех tres trois drei tre ثلاث ثلاثة'],
  [4, 'four چهار четыре четырех cuatro quatre vier quatro quattro أربع أربعة'],
  [5, 'five پنج пять пяти cinco cinq fuenf funf cinque خمس خمسة'],
  [6, 'six شش шесть шести seis sechs sei ست ستة'],
  [7, 'seven هفت семь семи siete sept sieben sete sette سبع سبعة'],
  [8, 'eight هشت восемь восьми ocho huit acht oito otto ثمان ثماني ثمانية'],
  [9, 'nine نه девять девяти nueve neuf neun nove تسع تسعة'],
  [10, 'ten ده десять десяти diez dix zehn dez dieci عشر عشرة'],
  [11, 'eleven یازده одиннадцать одиннадцати once onze'],
  [12, 'twelve دوازده двенадцать двенадцати doce douze zwoelf zwolf doze'],
  [13, 'thirteen سیزده тринадцать тринадцати trece treize'],
  [14, 'fourteen چهارده четырнадцать четырнадцати catorce quatorze'],
  [15, 'fifteen پانزده пятнадцать пятнадцати quince quinze'],
  [16, 'sixteen شانزده шестнадцать шестнадцати dieciseis seize'],
  [18, 'eighteen هجده هیجده восемнадцать восемнадцати dieciocho'],
  [20, 'twenty بیست двадцать двадцати veinte vingt zwanzig vinte venti'],
  [24, 'twenty_four بیست_و_چهار двадцать_четыре veinticuatro vingt_quatre'],
  [25, 'twenty_five بیست_و_پنج двадцать_пять veinticinco vingt_cinq'],
  [30, 'thirty سی тридцать тридцати treinta trente'],
  [36, 'thirty_six سی_و_شش тридцать_шесть'],
  [40, 'forty چهل сорок cuarenta quarante'],
  [50, 'fifty پنجاه пятьдесят пятидесяти cincuenta cinquante'],
  [60, 'sixty شصت шестьдесят шестидесяти sesenta soixante'],
  [90, 'ninety نود девяносто noventa quatre_vingt_dix'],
  [99, 'ninety_nine نود_و_نه девяносто_девять noventa_y_nueve'],
  [100, 'hundred one_hundred صد сто cien cent'],
]

const values = new Map<string, number>()
const phrases: string[] = []
for (const [value, list] of words) {
  for (const written of list.split(' ')) {
    const phrase = written.replaceAll('_', ' ')
    phrases.push(phrase)
    values.set(fold(phrase).replace(/[\s-]+/g, ' '), value)
  }
}

/** Source of a pattern over folded text: a number in digits (with a decimal part) or in words, without word borders. */
export const numberSource = `\\d{1,3}(?:[.,]\\d{1,2})?|${phraseSource(phrases)}`

export const numberWordSource = phraseSource(phrases)

/** The value of what `numberSource` matched; NaN for anything else. */
export function numberOf(folded: string): number {
  const plain = folded.replace(',', '.')
  if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain)
  return values.get(folded.replace(/[\s.'_-]+/g, ' ')) ?? Number.NaN
}
