// State machines of cases: states, whose turn, allowed steps and the reasons they need. Pure: the web imports it.
import { declareError, Refusal } from './errors.ts'
import type { Term, Terms } from './terms.ts'

export interface StateDefinition {
  label: Term
  /** Whose move it is while a case is in this state. */
  turn: 'home' | 'partner' | 'nobody'
  tone: 'neutral' | 'info' | 'ok' | 'warn' | 'bad'
  /** A case in a final state waits for nobody. */
  final?: boolean
}

export interface StepDefinition<S extends string> {
  from: readonly S[] | 'any'
  to: S
  label: Term
  /** Steps back or out need a reason in words. */
  reasonRequired?: boolean
}

export interface Workflow<S extends string = string, K extends string = string> {
  name: string
  subject: string
  states: Readonly<Record<S, StateDefinition>>
  steps: Readonly<Record<K, StepDefinition<S>>>
}

const declared: Workflow[] = []

/** All declared workflows, for the reference page. */
export const declaredWorkflows = (): readonly Workflow[] => declared

/** Declares a workflow; every step must lead from and to states that exist, every state must be reachable by a step or an entry. */
export function defineWorkflow<S extends string, K extends string>(workflow: Workflow<S, K>): Workflow<S, K> {
  for (const [name, step] of Object.entries<StepDefinition<S>>(workflow.steps)) {
    const named = [step.to, ...(step.from === 'any' ? [] : step.from)]
    for (const state of named)
      if (!(state in workflow.states)) throw new Error(`${workflow.name}.${name}: no state ${state}`)
  }
  declared.push(workflow as unknown as Workflow)
  return workflow
}

/** Labels of the states, for selects and filters. */
export const stateTerms = <S extends string>(workflow: Workflow<S>): Terms<S> =>
  Object.fromEntries(
    Object.entries<StateDefinition>(workflow.states).map(([key, state]) => [key, state.label]),
  ) as Record<S, Term>

/** The steps that may be taken from a state. */
export function stepsFrom<S extends string, K extends string>(workflow: Workflow<S, K>, state: S): K[] {
  return (Object.keys(workflow.steps) as K[]).filter(name => {
    const step = workflow.steps[name]
    return step.to !== state && (step.from === 'any' || step.from.includes(state))
  })
}

export const StepNotAllowed = declareError(
  'case.step_not_allowed',
  409,
  /*i18n*/ {
    id: 'core.error.step_not_allowed',
    message: 'This step is not possible from the present state. Reload the page to see what is.',
  },
)
export const ReasonNeeded = declareError(
  'case.reason_needed',
  422,
  /*i18n*/ {
    id: 'core.error.reason_needed',
    message: 'Please say why. The reason is kept with the record.',
  },
)

/** The state after a step, or a refusal. */
export function takeStep<S extends string, K extends string>(
  workflow: Workflow<S, K>,
  state: S,
  name: K,
  reason: string | null | undefined,
): S {
  const step = workflow.steps[name]
  if (!step || !stepsFrom(workflow, state).includes(name)) throw new Refusal(StepNotAllowed)
  if (step.reasonRequired && !reason?.trim()) throw new Refusal(ReasonNeeded)
  return step.to
}
