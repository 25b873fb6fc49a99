// A question that the cells leave open, asked once for the whole column, with its own cells read each way.
import { Trans, useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import type { ColumnView } from '#modules/imports/import.contract.ts'
import { Bdi } from '../../../kit/bdi.tsx'
import { RadioGroup } from '../../../kit/radio-group.tsx'
import type { Mapping } from '../use-mapping.ts'
import { chosenAnswer } from './questions.ts'

interface ColumnQuestionProps {
  column: ColumnView
  question: NonNullable<ColumnView['question']>
  mapping: Mapping
  isDisabled: boolean
}

export function ColumnQuestion({ column, question, mapping, isDisabled }: ColumnQuestionProps) {
  const { t } = useLingui()
  const pending = mapping.pending.columns?.find(each => each.index === column.index)?.options?.[question.option]
  const value = typeof pending === 'string' ? pending : chosenAnswer(column, question)
  const answer = (next: string) =>
    mapping.change({
      columns: [{ index: column.index, meaning: column.meaning, options: { [question.option]: next } }],
    })
  return (
    <section
      aria-label={t`Question about ${column.source}`}
      className={`flex flex-col gap-3 border-s-3 ps-4 md:ms-8 ${value === null ? 'border-s-warn' : 'border-s-ok'}`}
    >
      <RadioGroup
        label={question.text}
        isDisabled={isDisabled}
        choices={question.choices.map(choice => ({ id: choice.value, label: choice.label }))}
        value={value}
        onChange={answer}
      />
      {question.examples.length > 0 && <Examples question={question} value={value} />}
      <p className="flex items-center gap-1.5 text-xs text-muted">
        {value !== null && <Check aria-hidden className="size-3.5 text-ok" />}
        {value === null ? (
          <Trans>The answer counts for every cell of the column.</Trans>
        ) : (
          <Trans>Every cell of the column is read this way.</Trans>
        )}
      </p>
    </section>
  )
}

function Examples({ question, value }: { question: ColumnQuestionProps['question']; value: string | null }) {
  return (
    <div className="max-w-full overflow-x-auto">
      <table className="text-xs">
        <thead>
          <tr className="text-muted">
            <th className="py-1 pe-6 text-start font-medium">
              <Trans>Written</Trans>
            </th>
            {question.choices.map(choice => (
              <th key={choice.value} className="py-1 pe-6 text-start font-medium">
                {choice.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {question.examples.map(example => (
            <tr key={example.written} className="border-t border-line">
              <td className="py-1 pe-6 font-medium tabular-nums">
                <Bdi>{example.written}</Bdi>
              </td>
              {question.choices.map((choice, index) => (
                <td
                  key={choice.value}
                  className={`py-1 pe-6 ${value !== null && value !== choice.value ? 'text-muted line-through' : ''}`}
                >
                  {example.readings[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
