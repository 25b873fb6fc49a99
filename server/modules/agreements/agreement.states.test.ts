// Tests of the workflow of agreements.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type StepDefinition, stepsFrom } from '#core/workflow.ts'
import { type AgreementState, agreementStates, agreementSteps, agreementWorkflow } from './agreement.states.ts'

const steps: Record<string, StepDefinition<AgreementState>> = agreementWorkflow.steps
const states: Record<AgreementState, { final?: boolean }> = agreementWorkflow.states

test('every state can be left, and reached by a step or as the first', () => {
  for (const state of agreementStates) {
    assert.ok(stepsFrom(agreementWorkflow, state).length > 0, `${state} cannot be left`)
    assert.ok(
      state === 'inquiry' || agreementSteps.some(step => steps[step]!.to === state),
      `${state} cannot be reached`,
    )
  }
})

test('steps out and back need a reason', () => {
  const out = agreementSteps.filter(step => states[steps[step]!.to].final || steps[step]!.from === 'any')
  const back = ['return_to_drafting', 'suspend', 'reinstate', 'reopen']
  for (const step of [...out, ...back]) assert.equal(steps[step]!.reasonRequired, true, step)
})
