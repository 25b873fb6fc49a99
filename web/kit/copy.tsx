// Puts a text into the clipboard; where the browser does not allow that, the text can still be selected.
import { useLingui } from '@lingui/react/macro'
import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, IconButton } from './button.tsx'
import { toast } from './toasts.tsx'

function useCopy(text: string) {
  const { t } = useLingui()
  const [isDone, setDone] = useState(false)
  useEffect(() => {
    if (!isDone) return undefined
    const timer = setTimeout(() => setDone(false), 2500)
    return () => clearTimeout(timer)
  }, [isDone])
  const copy = () => {
    const refused = () =>
      toast({ tone: 'bad', text: t`The browser did not allow copying. Select the text and copy it.` })
    if (!navigator.clipboard) return refused()
    navigator.clipboard.writeText(text).then(() => setDone(true), refused)
  }
  return { isDone, copy }
}

export interface CopyButtonProps {
  text: string
  /** What is copied, for screen readers: "Copy the ROR". */
  label: string
}

/** A small button beside the text. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const { t } = useLingui()
  const { isDone, copy } = useCopy(text)
  const Icon = isDone ? Check : Copy
  return (
    <IconButton label={isDone ? t`Copied` : label} size="small" onPress={copy}>
      <Icon aria-hidden className={`size-3.5 ${isDone ? 'text-ok' : ''}`} />
    </IconButton>
  )
}

/** A text to be passed on, such as a link or a command, in a frame with a button. */
export function CopyLine({ text, label }: CopyButtonProps) {
  const { t } = useLingui()
  const { isDone, copy } = useCopy(text)
  const Icon = isDone ? Check : Copy
  return (
    <div className="flex items-center gap-2 rounded-md border border-line bg-raised py-1.5 ps-3 pe-1.5">
      <code dir="ltr" className="min-w-0 flex-1 text-start text-xs break-all select-all">
        {text}
      </code>
      <Button
        size="small"
        aria-label={label}
        onPress={copy}
        icon={<Icon aria-hidden className={`size-3.5 ${isDone ? 'text-ok' : ''}`} />}
      >
        {isDone ? t`Copied` : t`Copy`}
      </Button>
    </div>
  )
}
