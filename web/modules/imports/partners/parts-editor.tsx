// A cell that names several partners is taken apart here, one line for each.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '../../../core/format.ts'
import { Button, IconButton } from '../../../kit/button.tsx'
import { TextField } from '../../../kit/text-field.tsx'

interface PartsEditorProps {
  written: string
  /** As far as the cell could be taken apart by itself. */
  parts: readonly string[]
  isDisabled: boolean
  onSplit: (parts: string[]) => void
  onBack: () => void
}

const mostParts = 20
interface Part {
  id: number
  text: string
}

export function PartsEditor({ written, parts, isDisabled, onSplit, onBack }: PartsEditorProps) {
  const { t } = useLingui()
  const { number } = useFormat()
  const first = parts.length > 1 ? parts : [written, '']
  const [lines, setLines] = useState<Part[]>(() => first.map((text, id) => ({ id, text })))
  const filled = lines.map(line => line.text.trim()).filter(text => text !== '')
  const change = (id: number, text: string) =>
    setLines(before => before.map(line => (line.id === id ? { id, text } : line)))
  return (
    <fieldset className="flex flex-col gap-2 border-s-3 border-s-accent ps-4">
      <legend className="sr-only">{t`Partners in this cell`}</legend>
      <p className="text-sm font-medium">
        <Trans>One line for each partner in the cell</Trans>
      </p>
      {lines.map((line, index) => (
        <div key={line.id} className="flex items-center gap-1">
          <TextField
            label={t`Partner ${number(index + 1)}`}
            hidesLabel
            className="flex-1"
            maxLength={500}
            isDisabled={isDisabled}
            value={line.text}
            onChange={text => change(line.id, text)}
          />
          <IconButton
            label={t`Remove this line`}
            isDisabled={lines.length <= 2}
            onPress={() => setLines(before => before.filter(each => each.id !== line.id))}
          >
            <X aria-hidden className="size-4" />
          </IconButton>
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          isDisabled={isDisabled || filled.length < 2}
          onPress={() => onSplit(filled)}
        >{t`Split into these partners`}</Button>
        <Button
          variant="quiet"
          icon={<Plus aria-hidden className="size-4" />}
          isDisabled={lines.length >= mostParts}
          onPress={() =>
            setLines(before => [...before, { id: Math.max(...before.map(line => line.id)) + 1, text: '' }])
          }
        >{t`Another line`}</Button>
        <Button variant="quiet" onPress={onBack}>{t`It is one partner`}</Button>
      </div>
    </fieldset>
  )
}
