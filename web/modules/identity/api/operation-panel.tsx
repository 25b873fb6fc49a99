// One call of the API: what it takes, what it answers, and a form for trying it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { callHeaders } from '../../../core/api.ts'
import { Button } from '../../../kit/button.tsx'
import { CopyButton } from '../../../kit/copy.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { addressFor, commandFor, exampleOf, type Operation, typeOf } from './openapi.ts'

const pretty = (value: unknown): string => JSON.stringify(value, null, 2)

interface Answer {
  status: number
  ms: number
  text: string
}

/** Longer answers are cut, so that the page stays quick. */
const mostShown = 50_000

async function tryCall(operation: Operation, address: string, body: string): Promise<Answer> {
  const began = performance.now()
  const response = await fetch(address, {
    method: operation.method,
    headers: { ...callHeaders(), ...(operation.body && { 'content-type': 'application/json' }) },
    ...(operation.body && { body }),
  })
  const raw = await response.text()
  const ms = Math.round(performance.now() - began)
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  return { status: response.status, ms, text: (isJson && raw ? pretty(JSON.parse(raw)) : raw).slice(0, mostShown) }
}

export function OperationPanel({ operation }: { operation: Operation }) {
  const { t } = useLingui()
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [body, setBody] = useState(() => pretty(exampleOf(operation.body)))
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [isPending, setPending] = useState(false)
  const address = addressFor(operation, values)
  const run = async () => {
    setPending(true)
    setAnswer(
      await tryCall(operation, address, body).catch((error: unknown) => ({ status: 0, ms: 0, text: String(error) })),
    )
    setPending(false)
  }
  return (
    <div className="mb-4 flex flex-col gap-4 rounded-lg border border-line bg-surface p-4">
      {operation.parameters.length > 0 && (
        <div className="grid gap-3 sm:grid-cols-2">
          {operation.parameters.map(({ name, required = false, schema }) => (
            <TextField
              key={name}
              label={name}
              isRequired={required}
              help={<span dir="ltr">{typeOf(schema)}</span>}
              value={values[name] ?? ''}
              onChange={value => setValues({ ...values, [name]: value })}
            />
          ))}
        </div>
      )}
      {operation.body && <TextArea label={t`Body, in JSON`} rows={8} value={body} onChange={setBody} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button isPending={isPending} onPress={() => void run()}>{t`Try it`}</Button>
        <CopyButton
          text={commandFor(operation, address, body, window.location.origin)}
          label={t`Copy as a command for the terminal`}
        />
        {answer && (
          <StatusDot tone={answer.status >= 200 && answer.status < 300 ? 'ok' : 'bad'}>
            <span className="tabular-nums">{answer.status}</span> · {answer.ms} ms
          </StatusDot>
        )}
      </div>
      {answer && <Code text={answer.text} label={t`Answer`} />}
      {!answer && operation.answer && (
        <details>
          <summary className="cursor-pointer text-sm text-muted focus-ring">
            <Trans>The form of the answer</Trans>
          </summary>
          <Code text={pretty(operation.answer)} label={t`The form of the answer`} />
        </details>
      )}
    </div>
  )
}

function Code({ text, label }: { text: string; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="max-h-96 overflow-auto rounded-md bg-raised p-3 focus-ring">
      <pre className="text-xs whitespace-pre-wrap break-all">{text}</pre>
    </section>
  )
}
