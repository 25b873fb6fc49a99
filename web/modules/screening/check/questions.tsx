// The questionnaire of a check: the short stage for all, the long one where something asks for it.
import { Trans, useLingui } from '@lingui/react/macro'
import { answerCheck, type CheckView } from '#modules/screening/check.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { pickText } from '../../../core/localised-text.ts'
import { useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Form } from '../../../kit/form.tsx'
import { Section } from '../../../kit/page.tsx'
import { RadioGroup } from '../../../kit/radio-group.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { checkRefreshes } from '../check-words.tsx'

export function Questions({ check }: { check: CheckView }) {
  const { t, i18n } = useLingui()
  const { instant } = useFormat()
  const { questionnaire } = check
  const save = useWrite(answerCheck, { refreshes: checkRefreshes })
  const shown = questionnaire.questions.filter(question => question.stage === 'short' || questionnaire.isLongDue)
  const initial: Record<string, string> = Object.fromEntries(
    questionnaire.questions.map(question => [question.key, questionnaire.answers[question.key] ?? '']),
  )
  const form = useForm({
    initial,
    version: `${questionnaire.number} ${questionnaire.answeredAt ?? ''}`,
    onSubmit: async answers => {
      const given = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer.trim() !== ''))
      await save.mutateAsync({
        params: { id: check.id },
        body: { questionnaire: questionnaire.number, answers: given },
      })
      toast({ text: t`Answers saved.` })
    },
  })
  const yesNo = [
    { id: 'yes', label: t`Yes` },
    { id: 'no', label: t`No` },
    { id: 'unknown', label: t`Not known` },
  ]
  const isReader = check.abilities.check !== true
  const fields = shown.map(question => {
    const label = pickText(question.text, i18n.locale)?.text ?? question.key
    const help = question.help && pickText(question.help, i18n.locale)?.text
    const bound = { ...form.field(question.key), label, isDisabled: isReader, ...(help && { help }) }
    if (question.kind === 'text') return <TextArea key={question.key} {...bound} rows={2} maxLength={4000} />
    const choices =
      question.kind === 'yes_no'
        ? yesNo
        : (question.options ?? []).map(option => ({
            id: option.key,
            label: pickText(option.text, i18n.locale)?.text ?? option.key,
          }))
    return <RadioGroup<string> key={question.key} {...bound} choices={choices} direction="row" />
  })
  return (
    <Section title={t`Questions`}>
      {questionnaire.isLongDue && (
        <Banner tone="info">
          {questionnaire.longWhy.length > 0 ? (
            <Trans>
              The long questionnaire is due: <bdi>{questionnaire.longWhy.join(', ')}</bdi>
            </Trans>
          ) : (
            <Trans>The long questionnaire is due because of a confirmed match or a country.</Trans>
          )}
        </Banner>
      )}
      <div className="mt-3 max-w-prose">
        {isReader ? (
          <div className="flex flex-col gap-4">{fields}</div>
        ) : (
          <Form form={form} submitLabel={t`Save answers`}>
            {fields}
          </Form>
        )}
      </div>
      {questionnaire.answeredAt && (
        <p className="mt-2 text-xs text-muted">
          <Trans>
            Answered by <bdi>{questionnaire.answeredBy ?? '–'}</bdi> on {instant(questionnaire.answeredAt)}
          </Trans>
        </p>
      )}
    </Section>
  )
}
