// Recovery codes, shown this one time: to copy or to keep as a file.
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '../../../kit/button.tsx'
import { CopyButton } from '../../../kit/copy.tsx'
import { OutsideLink } from '../../../kit/link.tsx'

export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useLingui()
  const text = codes.join('\n')
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm">
        <Trans>
          Each of these works once in place of the app, for the day your telephone is lost. Keep them where nobody else
          reads them; they are shown only now.
        </Trans>
      </p>
      <ol
        dir="ltr"
        className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-lg border border-line bg-surface p-4 font-mono text-sm"
      >
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-4">
        <CopyButton text={text} label={t`Copy the recovery codes`} />
        <OutsideLink
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
          download="recovery-codes.txt"
        >
          {t`Save as a file`}
        </OutsideLink>
        <Button variant="primary" className="ms-auto" onPress={onDone}>{t`I have kept them`}</Button>
      </div>
    </div>
  )
}
