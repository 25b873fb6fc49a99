// Reference pages made from the code: API, events, errors, settings, tables, states.
import { configTable } from '../../server/core/config.ts'
import { declaredErrors } from '../../server/core/errors.ts'
import { declaredEvents } from '../../server/core/events.ts'
import { createHttp } from '../../server/core/http/server.ts'
import {
  retentionBounds,
  retentionReasons,
  retentionRules,
  retentionTerms,
} from '../../server/core/identity/personal/retention.terms.ts'
import { personalTables } from '../../server/core/identity/personal-data.ts'
import {
  powers,
  powerTerms,
  rolePowers,
  roleSentences,
  roles,
  roleTerms,
} from '../../server/core/identity/roles.terms.ts'
import { silentLog } from '../../server/core/log.ts'
import type { Services } from '../../server/core/services.ts'
import { declaredWorkflows } from '../../server/core/workflow.ts'
import { modules } from '../../server/modules.ts'
import { type Caller, callers, expectedStatus, places } from '../../server/permissions/expected.ts'
import { contractsOf, probes, routeKey } from '../../server/permissions/probes.ts'

const head = (title: string) => `# ${title}\n\nMade from the code by \`npm run generate\`; do not edit.\n\n`
const row = (cells: readonly string[]) =>
  `| ${cells.map(cell => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
const table = (columns: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(columns), row(columns.map(() => '---')), ...rows.map(row)].join('\n') + '\n'

/** The OpenAPI document, made without a database: routes are only registered, never called. */
async function openApi(): Promise<string> {
  const services = {
    config: { publicUrl: 'http://localhost:3000', uploadLimitMb: 50, trustProxy: false, secret: '' },
    log: silentLog(),
  } as unknown as Services
  const app = await createHttp({ services, modules })
  await app.ready()
  const document = app.swagger()
  await app.close()
  return `${JSON.stringify(document, null, 1)}\n`
}

function errorsPage(): string {
  const rows = declaredErrors().map(error => [`\`${error.code}\``, String(error.status), error.text.message])
  return head('Errors') + table(['Code', 'Status', 'Sentence'], rows)
}

function eventsPage(): string {
  const rows = declaredEvents().map(event => {
    const properties = (event.data as { properties?: Record<string, unknown> }).properties ?? {}
    return [
      `\`${event.type}\``,
      event.subject,
      Object.keys(properties)
        .map(name => `\`${name}\``)
        .join(', '),
      event.text.message,
    ]
  })
  return head('Events') + table(['Type', 'Subject', 'Data', 'Sentence'], rows)
}

function settingsPage(): string {
  const rows = configTable.map(({ name, fallback, text }) => [
    `\`${name}\``,
    fallback === '' ? '' : `\`${fallback}\``,
    text,
  ])
  return head('Settings') + table(['Environment variable', 'Default', 'What it is for'], rows)
}

function statesPage(): string {
  const parts = declaredWorkflows().map(workflow => {
    const lines = Object.entries(workflow.steps).flatMap(([name, step]) => {
      const from = step.from === 'any' ? Object.keys(workflow.states).filter(state => state !== step.to) : step.from
      return step.from === 'any'
        ? [`  [*] --> ${step.to}: ${name}`]
        : from.map(state => `  ${state} --> ${step.to}: ${name}`)
    })
    const states = Object.entries(workflow.states).map(([key, state]) => [
      `\`${key}\``,
      state.label.message,
      state.turn,
    ])
    return `## ${workflow.name}\n\n${table(['State', 'Label', 'Whose turn'], states)}\n\`\`\`mermaid\nstateDiagram-v2\n${lines.join('\n')}\n\`\`\`\n`
  })
  return head('States and steps') + parts.join('\n')
}

function rolesPage(): string {
  const scope =
    'A role is given to a person for the whole installation, or for an organisation or unit and all below it, from a day and until a day.\n\n'
  const sentences = roles.map(role => [roleTerms[role].message, `\`${role}\``, roleSentences[role].message])
  const grid = powers.map(power => [
    powerTerms[power].message,
    ...roles.map(role => (rolePowers[role].includes(power) ? 'yes' : '')),
  ])
  const names = roles.map(role => roleTerms[role].message)
  return `${head('Roles')}${scope}${table(['Role', 'Key', 'What it is for'], sentences)}\n${table(['May', ...names], grid)}`
}

function permissionsPage(): string {
  const text = `A matrix test calls every route as everybody below and compares with these tables. Records are tried at home A, open and
confidential, and at home B, where the roles of A reach nothing. Where a route is about one record, a cell holds the
three answers in that order: A open, A confidential, B. 401: sign in. 403: you see it but may not. 404: not there, as far as you may know.
Other numbers are what follows when who asks was settled: 200 done, 204 nothing there, 409 and 422 refused for what was asked in the test.

`
  const rows = contractsOf(modules).flatMap(contract => {
    const need = probes[routeKey(contract)]
    return need ? [{ contract, need }] : []
  })
  const cell = ({ contract, need }: (typeof rows)[number], caller: Caller) => {
    const answers = (need.about ? places : [null]).map(place => expectedStatus(contract, need, caller, place))
    return new Set(answers).size === 1 ? String(answers[0]) : answers.join(' ')
  }
  const grid = (chosen: readonly Caller[]) =>
    table(
      ['Route', ...chosen.map(caller => caller.name.replace('_', ' '))],
      rows.map(one => [`\`${routeKey(one.contract)}\``, ...chosen.map(caller => cell(one, caller))]),
    )
  const people = callers.filter(caller => caller.kind !== 'token')
  const tokens = callers.filter(caller => caller.kind === 'token')
  const words = 'Each token is an administrator’s and holds `read` and the one scope of its name.'
  return `${head('Permissions')}${text}## People\n\n${grid(people)}\n## API tokens\n\n${words}\n\n${grid(tokens)}`
}

function personalDataPage(): string {
  const text = `Fields that tell about a person. A test compares this list with the columns of the database. People export their own data from their
account page; administrators erase accounts and contacts. What is typed into free text (remarks, comments, files) may name anybody; it is
erased by editing the record.

`
  const rows = personalTables.map(({ table: name, columns, why, kept, erasure }) => [
    `\`${name}\``,
    columns.map(column => `\`${column}\``).join(', '),
    ...[why, kept, erasure],
  ])
  const rules = retentionRules.map(rule => [
    retentionTerms[rule].message,
    String(retentionBounds[rule].usual),
    retentionReasons[rule].message,
  ])
  const fields = table(['Table', 'Fields', 'Why', 'How long', 'When erased'], rows)
  return `${head('Personal data')}${text}${fields}\n## Retention rules\n\n${table(['What', 'Usual', 'Why'], rules)}`
}

/** File name -> text of all reference pages. */
export async function referencePages(): Promise<Map<string, string>> {
  return new Map([
    ['docs/reference/openapi.json', await openApi()],
    ['docs/reference/errors.md', errorsPage()],
    ['docs/reference/events.md', eventsPage()],
    ['docs/reference/settings.md', settingsPage()],
    ['docs/reference/roles.md', rolesPage()],
    ['docs/reference/permissions.md', permissionsPage()],
    ['docs/reference/personal-data.md', personalDataPage()],
    ['docs/reference/states.md', statesPage()],
  ])
}
