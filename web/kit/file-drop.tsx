// A place for files: drag them here, choose them, or paste; also takes pasted cells as a file.
import { Trans, useLingui } from '@lingui/react/macro'
import { FileUp } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import * as Aria from 'react-aria-components'
import { useFormat } from '../core/format.ts'
import { Button } from './button.tsx'

export interface FileDropProps {
  label: string
  /** Which files, in words. */
  help?: ReactNode
  /** Endings and types: `['.xlsx', '.csv', 'text/csv']`. */
  accept?: readonly string[]
  allowsMultiple?: boolean
  /** Largest size in bytes. */
  maxBytes?: number
  onFiles: (files: File[]) => void
  /** Turns pasted text into a file with this name. */
  pastedTextName?: string
  isDisabled?: boolean
  error?: string | null
}

/** Whether a name or type is among those accepted; the content is checked by the server. */
export const isAccepted = (file: File, accept: readonly string[] | undefined): boolean =>
  !accept || accept.some(each => (each.startsWith('.') ? file.name.toLowerCase().endsWith(each) : file.type === each))

async function filesOf(items: Iterable<Aria.DropItem>): Promise<File[]> {
  const files = await Promise.all([...items].map(item => (item.kind === 'file' ? item.getFile() : null)))
  return files.filter(file => file !== null)
}

export function FileDrop(props: FileDropProps) {
  const { label, help, accept, maxBytes, pastedTextName, isDisabled = false } = props
  const { t } = useLingui()
  const { fileSize } = useFormat()
  const [problem, setProblem] = useState<string | null>(null)
  const take = (files: readonly File[]) => {
    const wrong = files.find(file => !isAccepted(file, accept))
    const large = files.find(file => maxBytes !== undefined && file.size > maxBytes)
    const empty = files.find(file => file.size === 0)
    if (wrong) return setProblem(t`“${wrong.name}” is not a file of a kind that can be read here.`)
    if (large)
      return setProblem(
        t`“${large.name}” has ${fileSize(large.size)}; at most ${fileSize(maxBytes ?? 0)} can be read. Split the file or save it without pictures.`,
      )
    if (empty) return setProblem(t`“${empty.name}” is empty. Save it again in the program it comes from.`)
    setProblem(null)
    if (files.length > 0) props.onFiles(props.allowsMultiple ? [...files] : files.slice(0, 1))
  }
  const paste = (event: React.ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    const text = event.clipboardData.getData('text/plain')
    if (files.length > 0) take(files)
    else if (pastedTextName && text.trim() !== '')
      take([new File([text], pastedTextName, { type: 'text/tab-separated-values' })])
  }
  const shownProblem = problem ?? props.error
  return (
    <div onPaste={isDisabled ? undefined : paste}>
      <Aria.DropZone
        aria-label={label}
        isDisabled={isDisabled}
        onDrop={event => void filesOf(event.items).then(take)}
        className="flex flex-col items-center gap-2 rounded-lg border border-dashed border-line-strong bg-surface px-6 py-10 text-center transition-colors focus-ring drop-target:border-accent drop-target:bg-accent-soft disabled:opacity-50"
      >
        <FileUp aria-hidden className="size-7 text-quiet" strokeWidth={1.5} />
        <Aria.Text slot="label" className="text-base font-medium">
          {label}
        </Aria.Text>
        {help && <div className="max-w-prose text-sm text-muted">{help}</div>}
        <div className="mt-2">
          <Aria.FileTrigger
            {...(accept && { acceptedFileTypes: accept })}
            allowsMultiple={props.allowsMultiple ?? false}
            onSelect={list => take([...(list ?? [])])}
          >
            <Button isDisabled={isDisabled}>
              <Trans>Choose a file</Trans>
            </Button>
          </Aria.FileTrigger>
        </div>
      </Aria.DropZone>
      {shownProblem && (
        <p role="alert" className="mt-2 text-sm text-bad">
          {shownProblem}
        </p>
      )}
    </div>
  )
}
