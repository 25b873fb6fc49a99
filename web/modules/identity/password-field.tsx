// A password that can be looked at while typing; a new one is judged and says what would make it better.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Eye, EyeOff } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import * as Aria from 'react-aria-components'
import { TextField, type TextFieldProps } from '../../kit/text-field.tsx'
import { judgePassword, type PasswordVerdict, type Strength, shortestPassword } from './password-strength.ts'

export type PasswordFieldProps = Omit<TextFieldProps, 'type' | 'after'>

export function PasswordField(props: PasswordFieldProps) {
  const { t } = useLingui()
  const [isShown, setShown] = useState(false)
  const Icon = isShown ? EyeOff : Eye
  return (
    <TextField
      {...props}
      type={isShown ? 'text' : 'password'}
      maxLength={256}
      after={
        <Aria.ToggleButton
          aria-label={t`Show the password`}
          isSelected={isShown}
          onChange={setShown}
          className="-me-1.5 flex size-7 items-center justify-center rounded-sm text-muted hover:text-ink focus-ring"
        >
          <Icon aria-hidden className="size-4" strokeWidth={1.75} />
        </Aria.ToggleButton>
      }
    />
  )
}

export interface NewPasswordFieldProps extends PasswordFieldProps {
  /** Name and address of the person, which make a password easy to guess. */
  known: readonly string[]
}

export function NewPasswordField({ known, ...props }: NewPasswordFieldProps) {
  const verdict = judgePassword(props.value, known)
  return (
    <PasswordField
      {...props}
      autoComplete="new-password"
      help={props.value === '' ? <FirstHint /> : <Judgement verdict={verdict} />}
    />
  )
}

const FirstHint = () => (
  <Trans>
    At least <Plural value={shortestPassword} one="# character" other="# characters" />. Three or four words that do not
    belong together are strong and easy to remember.
  </Trans>
)

const looks: Record<Strength, string> = { short: 'bg-bad', weak: 'bg-bad', fair: 'bg-warn', strong: 'bg-ok' }

function Judgement({ verdict }: { verdict: PasswordVerdict }) {
  const { missing, strength, share } = verdict
  const words: Record<Strength, ReactNode> = {
    short: <Plural value={missing} one="# more character is needed." other="# more characters are needed." />,
    weak: <Trans>Easy to guess. Add a word or two that have nothing to do with you.</Trans>,
    fair: <Trans>Good. One more word makes it strong.</Trans>,
    strong: <Trans>Strong.</Trans>,
  }
  return (
    <span className="flex items-center gap-3">
      <span aria-hidden className="h-1 w-20 shrink-0 overflow-hidden rounded-full bg-line forced-color-adjust-none">
        <span
          className={`block h-full rounded-full transition-[width] ${looks[strength]}`}
          style={{ width: `${share * 100}%` }}
        />
      </span>
      <span>{words[strength]}</span>
    </span>
  )
}
