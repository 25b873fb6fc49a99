// Administrators change the settings of due diligence and its questionnaire.
import type { Static } from 'typebox'
import { defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { changesBetween } from '#core/events.ts'
import { newId } from '#core/ids.ts'
import { ensure } from '#core/policy.ts'
import { writeSetting } from '#core/settings.ts'
import { insertQuestionnaire } from '../answer.store.ts'
import type { ScreeningSettings } from '../list.contract.ts'
import { instantOf } from '../move-check.ts'
import { contradictions, type Questionnaire } from '../questions/questionnaire.ts'
import { readQuestionnaire } from '../questions/read-questionnaire.ts'
import { QuestionnaireNewer, QuestionnaireWrong } from '../screening.errors.ts'
import { QuestionnaireChanged, SettingsChanged } from '../screening.events.ts'
import { canAdminister } from '../screening.policy.ts'
import { readScreeningSettings, settingsKey } from '../screening-settings.ts'
import { compareAllJob } from './write-list.ts'

/** The settings are one for the installation: their history needs a subject. */
const settingsId = '5c4ee217-0000-7000-8000-000000000001'

export const changeSettings = defineAction({
  name: 'screening.change_settings',
  async run(ctx, input: Static<typeof ScreeningSettings>): Promise<void> {
    ensure(canAdminister(ctx.actor))
    const before = await readScreeningSettings(ctx.db)
    const changes = changesBetween(before, input)
    if (Object.keys(changes).length === 0) return ctx.unchanged()
    await writeSetting(ctx.db, settingsKey, input)
    if (changes.threshold) ctx.enqueue(compareAllJob, {}, { singletonKey: compareAllJob })
    ctx.record(SettingsChanged, { subjectId: settingsId, data: {}, changes })
  },
})

export const writeQuestionnaire = defineAction({
  name: 'screening.write_questionnaire',
  async run(ctx, input: { number: number; content: Questionnaire }): Promise<void> {
    ensure(canAdminister(ctx.actor))
    const { number } = await readQuestionnaire(ctx.db)
    if (number !== input.number) throw new Refusal(QuestionnaireNewer)
    const wrong = contradictions(input.content)
    if (wrong.length > 0) throw new Refusal(QuestionnaireWrong, { detail: wrong.join(', ') })
    const id = newId()
    const next = { id, number: number + 1, content: input.content }
    await insertQuestionnaire(ctx.db, { ...next, made_by: ctx.actor.id, made_at: instantOf(ctx) })
    ctx.record(QuestionnaireChanged, { subjectId: id, data: { number: next.number } })
  },
})
