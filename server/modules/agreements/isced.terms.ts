// ISCED-F 2013 broad (two digits) and narrow (three digits) fields of education and training (UNESCO UIS, 2014).
import type { Term } from '#core/terms.ts'

export const broadFieldTerms = {
  '00': /*i18n*/ { id: 'agreements.field.00', message: 'Generic programmes and qualifications' },
  '01': /*i18n*/ { id: 'agreements.field.01', message: 'Education' },
  '02': /*i18n*/ { id: 'agreements.field.02', message: 'Arts and humanities' },
  '03': /*i18n*/ { id: 'agreements.field.03', message: 'Social sciences, journalism and information' },
  '04': /*i18n*/ { id: 'agreements.field.04', message: 'Business, administration and law' },
  '05': /*i18n*/ { id: 'agreements.field.05', message: 'Natural sciences, mathematics and statistics' },
  '06': /*i18n*/ { id: 'agreements.field.06', message: 'Information and communication technologies' },
  '07': /*i18n*/ { id: 'agreements.field.07', message: 'Engineering, manufacturing and construction' },
  '08': /*i18n*/ { id: 'agreements.field.08', message: 'Agriculture, forestry, fisheries and veterinary' },
  '09': /*i18n*/ { id: 'agreements.field.09', message: 'Health and welfare' },
  '10': /*i18n*/ { id: 'agreements.field.10', message: 'Services' },
} as const satisfies Record<string, Term>

export const narrowFieldTerms = {
  '001': /*i18n*/ { id: 'agreements.field.001', message: 'Basic programmes and qualifications' },
  '002': /*i18n*/ { id: 'agreements.field.002', message: 'Literacy and numeracy' },
  '003': /*i18n*/ { id: 'agreements.field.003', message: 'Personal skills and development' },
  '011': /*i18n*/ { id: 'agreements.field.011', message: 'Education (teaching)' },
  '021': /*i18n*/ { id: 'agreements.field.021', message: 'Arts' },
  '022': /*i18n*/ { id: 'agreements.field.022', message: 'Humanities (except languages)' },
  '023': /*i18n*/ { id: 'agreements.field.023', message: 'Languages' },
  '031': /*i18n*/ { id: 'agreements.field.031', message: 'Social and behavioural sciences' },
  '032': /*i18n*/ { id: 'agreements.field.032', message: 'Journalism and information' },
  '041': /*i18n*/ { id: 'agreements.field.041', message: 'Business and administration' },
  '042': /*i18n*/ { id: 'agreements.field.042', message: 'Law' },
  '051': /*i18n*/ { id: 'agreements.field.051', message: 'Biological and related sciences' },
  '052': /*i18n*/ { id: 'agreements.field.052', message: 'Environment' },
  '053': /*i18n*/ { id: 'agreements.field.053', message: 'Physical sciences' },
  '054': /*i18n*/ { id: 'agreements.field.054', message: 'Mathematics and statistics' },
  '061': /*i18n*/ { id: 'agreements.field.061', message: 'Computing and information technology' },
  '071': /*i18n*/ { id: 'agreements.field.071', message: 'Engineering and engineering trades' },
  '072': /*i18n*/ { id: 'agreements.field.072', message: 'Manufacturing and processing' },
  '073': /*i18n*/ { id: 'agreements.field.073', message: 'Architecture and construction' },
  '081': /*i18n*/ { id: 'agreements.field.081', message: 'Agriculture' },
  '082': /*i18n*/ { id: 'agreements.field.082', message: 'Forestry' },
  '083': /*i18n*/ { id: 'agreements.field.083', message: 'Fisheries' },
  '084': /*i18n*/ { id: 'agreements.field.084', message: 'Veterinary' },
  '091': /*i18n*/ { id: 'agreements.field.091', message: 'Health' },
  '092': /*i18n*/ { id: 'agreements.field.092', message: 'Welfare' },
  '101': /*i18n*/ { id: 'agreements.field.101', message: 'Personal services' },
  '102': /*i18n*/ { id: 'agreements.field.102', message: 'Hygiene and occupational health services' },
  '103': /*i18n*/ { id: 'agreements.field.103', message: 'Security services' },
  '104': /*i18n*/ { id: 'agreements.field.104', message: 'Transport services' },
} as const satisfies Record<string, Term>

const broad: Readonly<Record<string, Term>> = broadFieldTerms
const narrow: Readonly<Record<string, Term>> = narrowFieldTerms

/** The label of a code of two to four digits: its narrow field, else its broad one; undefined when it is none. */
export const fieldTerm = (code: string): Term | undefined => narrow[code.slice(0, 3)] ?? broad[code.slice(0, 2)]

/** Codes with a label of their own, broad fields before their narrow ones. */
export const fieldCodes: readonly string[] = [...Object.keys(broadFieldTerms), ...Object.keys(narrowFieldTerms)].sort()
