// `concord doctor`: looks at everything an operator answers for; exit code 0 when nothing is broken.
import { stderr, stdout } from 'node:process'
import { translator } from '#core/i18n.ts'
import type { ModuleDefinition } from '#core/module.ts'
import { checkNames } from '#core/operation/health/health.terms.ts'
import { checkHealth, type HealthCheck, presentFinding, worst } from '#core/operation/health/health.ts'
import type { Services } from '#core/services.ts'
import { readArguments } from './terminal.ts'

export const doctorUsage = 'doctor [--deep] [--json]'

const marks = { ok: 'ok     ', warning: 'LOOK   ', problem: 'BROKEN ' } as const

/** Exit code 1 when something is broken; warnings alone are 0. */
export async function doctorCommand(
  args: string[],
  services: Services,
  modules: readonly ModuleDefinition[],
): Promise<number> {
  const { values } = readArguments(doctorUsage, args, { deep: { type: 'boolean' }, json: { type: 'boolean' } })
  const t = translator('en')
  const onCheck = (name: keyof typeof checkNames) => {
    if (stderr.isTTY && values.json !== true) stderr.write(`\r\u001b[K${t(checkNames[name])} …`)
  }
  const checks = await checkHealth(services, modules, { deep: values.deep ?? false, onCheck })
  if (stderr.isTTY) stderr.write('\r\u001b[K')
  stdout.write(values.json === true ? `${JSON.stringify(jsonOf(checks), null, 2)}\n` : textOf(checks))
  return worst(checks) === 'problem' ? 1 : 0
}

function textOf(checks: HealthCheck[]): string {
  const t = translator('en')
  const lines = checks.flatMap(({ name, findings }) => [
    t(checkNames[name]),
    ...findings.map(finding => `  ${marks[finding.state]}${presentFinding(finding, t)}`),
  ])
  return `${lines.join('\n')}\n`
}

/** Stable for programs: states and codes; the sentences are for people. */
export function jsonOf(checks: HealthCheck[]) {
  const t = translator('en')
  return {
    state: worst(checks),
    checks: checks.map(({ name, state, findings }) => ({
      name,
      state,
      findings: findings.map(finding => ({
        state: finding.state,
        code: finding.term.id.replace('core.health.', ''),
        text: presentFinding(finding, t),
        values: finding.values,
      })),
    })),
  }
}
