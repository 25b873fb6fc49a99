// Kinds, states, renewal, notice and lengths of time in the words of five languages.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseDurationCell } from './durations.ts'
import { parseKindCell } from './kinds.ts'
import { parseNoticeCell, parseRenewalCell } from './renewal.ts'
import { parseStatusCell } from './statuses.ts'

function table<Input>(name: string, read: (input: Input) => string, rows: [Input, string][]): void {
  describe(name, () => {
    for (const [input, expected] of rows) test(String(input), () => assert.equal(read(input), expected))
  })
}

const kinds = (input: string) => {
  const { kinds: found, doubts } = parseKindCell(input)
  return [found.join(', '), ...doubts.map(each => each.code)].join(' ? ')
}

table('kinds', kinds, [
  ['MOU', 'memorandum'],
  ['MoA', 'memorandum'],
  ['MOU, Reciprocal Student Exchange', 'memorandum, exchange_agreement ? kinds_several'],
  ['IA', 'other ? kind_general'],
  ['ABRD', 'exchange_agreement'],
  ['IIA', 'exchange_agreement'],
  ['Dual', 'joint_degree'],
  ['Erasmus+ KA107', 'exchange_agreement'],
  ['General cooperation agreement', 'memorandum'],
  ['Memorandum of Understanding on student exchange', 'exchange_agreement'],
  ['Amendment to MOU', 'amendment'],
  ['Letter of Intent', 'letter_of_intent'],
  ['NDA', 'technology_agreement'],
  ['Research agreement', 'project_agreement'],
  ['تفاهم‌نامه', 'memorandum'],
  ['تفاهمنامه', 'memorandum'],
  ['تفاهم نامه همکاری', 'memorandum'],
  ['یادداشت تفاهم', 'memorandum'],
  ['قرارداد', 'other ? kind_general'],
  ['موافقت‌نامه تبادل دانشجو', 'exchange_agreement'],
  ['الحاقیه', 'annex'],
  ['Меморандум о взаимопонимании', 'memorandum'],
  ['Договор о сотрудничестве', 'memorandum'],
  ['соглашение об обмене', 'exchange_agreement'],
  ['Соглашение о двойных дипломах', 'joint_degree'],
  ['Межправительственное соглашение', 'treaty'],
  ['Протокол', 'protocol'],
  ['convenio marco', 'memorandum'],
  ['Convenio específico', 'project_agreement'],
  ['Convenio de intercambio', 'exchange_agreement'],
  ['doble titulación', 'joint_degree'],
  ['accord-cadre', 'memorandum'],
  ["lettre d'intention", 'letter_of_intent'],
  ['Something else', 'other ? kind_unknown'],
  ['', ''],
])

const state = (input: string | boolean) => {
  const { state: found, doubts } = parseStatusCell(input)
  return found ?? doubts.map(each => each.code).join()
}

table<string | boolean>('states', state, [
  ['Active', 'in_force'],
  ['inactive', 'expired'],
  [true, 'in_force'],
  ['no', 'expired'],
  ['renewal pending', 'renewal_in_progress'],
  ['Draft', 'drafting'],
  ['Pending signature', 'out_for_signature'],
  ['Superseded', 'superseded'],
  ['Terminated', 'terminated'],
  ['never signed', 'never_concluded'],
  ['действует', 'in_force'],
  ['не действует', 'expired'],
  ['истёк срок', 'expired'],
  ['не подписан', 'drafting'],
  ['на подписании', 'out_for_signature'],
  ['расторгнут', 'terminated'],
  ['приостановлен', 'suspended'],
  ['فعال', 'in_force'],
  ['غیرفعال', 'expired'],
  ['منقضی شده', 'expired'],
  ['در حال تمدید', 'renewal_in_progress'],
  ['در حال بررسی', 'drafting'],
  ['vigente', 'in_force'],
  ['vencido', 'expired'],
  ['en trámite', 'drafting'],
  ['en vigueur', 'in_force'],
  ['expiré', 'expired'],
  ['résilié', 'terminated'],
  ['purple', 'status_unknown'],
])

const renewal = (input: string) => {
  const { renewal: found, doubts } = parseRenewalCell(input)
  return found ? found.kind + (found.months ? ` ${found.months}` : '') : doubts.map(each => each.code).join()
}

table('renewal', renewal, [
  ['Automatic', 'automatic'],
  ['automatic renewal for 5 years', 'automatic 60'],
  ['not automatic', 'by_consent'],
  ['renewable by mutual consent', 'by_consent'],
  ['non renewable', 'none'],
  ['no', 'none'],
  ['автоматическая пролонгация на 1 год', 'automatic 12'],
  ['по взаимному согласию', 'by_consent'],
  ['без права продления', 'none'],
  ['تمدید خودکار', 'automatic'],
  ['قابل تمدید با توافق طرفین', 'by_consent'],
  ['غیرقابل تمدید', 'none'],
  ['renovación automática', 'automatic'],
  ['tacite reconduction', 'automatic'],
  ['perhaps', 'renewal_not_understood'],
])

test('a column that asks about automatic renewal turns yes and no into it', () => {
  assert.deepEqual(parseRenewalCell('yes', true).renewal, { kind: 'automatic' })
  assert.deepEqual(parseRenewalCell('нет', true).renewal, { kind: 'by_consent' })
})

table('notice in days', (input: string | number) => String(parseNoticeCell(input).days), [
  ['6 months', '180'],
  ['90', '90'],
  [60, '60'],
  ['3 месяца', '90'],
  ['شش ماه', '180'],
  ['seis meses', '180'],
  ['two weeks', '14'],
])

const months = (input: string | number) => {
  const { duration, doubts } = parseDurationCell(input)
  return [duration?.months, ...doubts.map(each => each.code)].join(' ? ')
}

table<string | number>('lengths in months', months, [
  ['5 years', '60'],
  ['five (5) years', '60'],
  ['5-year', '60'],
  ['1 year 6 months', '18'],
  ['2.5 years', '30'],
  ['پنج سال', '60'],
  ['۳ سال', '36'],
  ['سه ساله', '36'],
  ['3 года', '36'],
  ['пятилетний', '60'],
  ['полгода', '6'],
  ['24 meses', '24'],
  ['trois ans', '36'],
  ['5', '60 ? duration_unit_missing'],
  [60, '60 ? duration_unit_missing'],
  ['for ever', ' ? duration_not_understood'],
])
