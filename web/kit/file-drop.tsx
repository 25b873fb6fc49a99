// A place for files: drag them here, choose them, or paste; also takes pasted cells as a file.
import { Trans, useLingui } from '@lingui/react/macro'
import { FileUp } from 'lucide-react'
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react'
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
  const paste = (event: ClipboardEvent) => {
    if (isDisabled || isTextInput(event.target)) return
    const files = [...(event.clipboardData?.files ?? [])]
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (files.length > 0) take(files)
    else if (pastedTextName && text.trim() !== '')
      take([new File([text], pastedTextName, { type: 'text/tab-separated-values' })])
  }
  usePaste(paste)
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!isDisabled) take([...event.dataTransfer.files])
  }
  const input = useRef<HTMLInputElement>(null)
  const shownProblem = problem ?? props.error
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging is a shortcut; the button inside does the same */}
      <div
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`flex flex-col items-center gap-2 rounded-lg border border-dashed px-6 py-10 text-center transition-colors ${isOver ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface'} ${isDisabled ? 'opacity-50' : ''}`}
      >
        <FileUp aria-hidden className="size-7 text-quiet" strokeWidth={1.5} />
        <p className="text-base font-medium">{label}</p>
        {help && <div className="max-w-prose text-sm text-muted">{help}</div>}
        <input
          ref={input}
          type="file"
          hidden
          aria-label={label}
          accept={accept?.join(',')}
          multiple={props.allowsMultiple}
          onChange={event => {
            take([...(event.target.files ?? [])])
            // The same file may be chosen again after it was corrected.
            event.target.value = ''
          }}
        />
        <Button isDisabled={isDisabled} onPress={() => input.current?.click()} className="mt-2">
          <Trans>Choose a file</Trans>
        </Button>
      </div>
      {shownProblem && (
        <p role="alert" className="mt-2 text-sm text-bad">
          {shownProblem}
        </p>
      )}
    </div>
  )
}

/** What is pasted into a field belongs to the field. */
const isTextInput = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]')

/** Pasting works wherever the focus is, as people paste right after copying. */
function usePaste(paste: (event: ClipboardEvent) => void): void {
  const latest = useRef(paste)
  latest.current = paste
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => latest.current(event)
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])
}
