// The ways to write a clause: each in every language side by side, when it is the right one, and what it promises.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import type { ClauseAlternative, ClauseVariable } from '#modules/documents/library/content.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { Button } from '../../../kit/button.tsx'
import { Section } from '../../../kit/page.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { emptyAlternative, nextKey } from './clause-values.ts'
import { ListButtons } from './list-buttons.tsx'
import { LocalisedFields } from './localised-fields.tsx'
import { PromiseFields } from './promise-fields.tsx'
import { SideBySide } from './side-by-side.tsx'

interface AlternativeFieldsProps {
  alternatives: ClauseAlternative[]
  languages: readonly string[]
  variables: readonly ClauseVariable[]
  onChange: (alternatives: ClauseAlternative[]) => void
}

export function AlternativeFields({ alternatives, languages, variables, onChange }: AlternativeFieldsProps) {
  const { t } = useLingui()
  const isOne = alternatives.length === 1
  return (
    <>
      {alternatives.map((one, at) => {
        const label = t`Wording ${one.key.toUpperCase()}`
        const set = (change: Partial<ClauseAlternative>) => onChange(alternatives.with(at, { ...one, ...change }))
        return (
          <Section
            key={one.key}
            title={isOne ? t`Wording` : label}
            actions={!isOne && <ListButtons label={label} items={alternatives} at={at} onChange={onChange} />}
          >
            <div className="flex flex-col gap-5">
              {!isOne && (
                <LocalisedFields
                  label={t`When to use it`}
                  languages={languages}
                  value={one.when}
                  onChange={when => set({ when })}
                />
              )}
              <Versions one={one} languages={languages} onChange={versions => set({ versions })} />
              <PromiseFields promises={one.promises} variables={variables} onChange={promises => set({ promises })} />
            </div>
          </Section>
        )
      })}
      {alternatives.length < 10 && (
        <div className="pb-6">
          <Button
            size="small"
            icon={<Plus aria-hidden className="size-4" />}
            onPress={() => onChange([...alternatives, emptyAlternative(nextKey(alternatives))])}
          >
            {t`Add another wording`}
          </Button>
        </div>
      )}
    </>
  )
}

interface VersionsProps {
  one: ClauseAlternative
  languages: readonly string[]
  onChange: (versions: ClauseAlternative['versions']) => void
}

function Versions({ one, languages, onChange }: VersionsProps) {
  const { t } = useLingui()
  const { languageName } = useFormat()
  return (
    <div className="flex flex-col gap-2">
      <SideBySide languages={languages}>
        {language => {
          const written = one.versions[language] ?? { heading: '', body: '' }
          const set = (change: Partial<typeof written>) =>
            onChange({ ...one.versions, [language]: { ...written, ...change } })
          return (
            <div className="flex flex-col gap-3">
              <TextField
                label={t`Heading · ${languageName(language)}`}
                language={language}
                value={written.heading}
                onChange={heading => set({ heading })}
              />
              <TextArea
                label={t`Words · ${languageName(language)}`}
                language={language}
                rows={8}
                value={written.body}
                onChange={body => set({ body })}
              />
            </div>
          )
        }}
      </SideBySide>
      <p className="text-xs text-muted">
        <Trans>
          A paragraph a line. A line that begins with a hyphen, or with a number and a full stop, is a point; two spaces
          before it put it deeper. Two stars around words make them bold, one makes them italic.
        </Trans>
      </p>
    </div>
  )
}
