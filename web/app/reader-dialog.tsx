// The dialog with all display choices: language, calendar, digits, time zone, colours.
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../core/format.ts'
import {
  type Calendar,
  chooseReader,
  type Digits,
  type Language,
  languageCodes,
  languages,
  type Theme,
  useReader,
  useReaderChoices,
} from '../core/reader.ts'
import { Dialog } from '../kit/dialog.tsx'
import { Select } from '../kit/select.tsx'

function useZones() {
  const zones = Intl.supportedValuesOf('timeZone')
  const device = Intl.DateTimeFormat().resolvedOptions().timeZone
  return { zones: zones.includes(device) ? zones : [device, ...zones], device }
}

/** All choices of the reader, each on its own; they hold at once. */
export function ReaderDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useLingui()
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t`Language and display`} width="narrow">
      <ReaderChoicesForm />
    </Dialog>
  )
}

const follow = 'follow'
type OrFollow<T extends string> = T | typeof follow
const chosen = <T extends string>(value: OrFollow<T>): T | null => (value === follow ? null : (value as T))

/** The choices themselves, for the dialog and for the page of the account. */
export function ReaderChoicesForm() {
  const { t } = useLingui()
  const choices = useReaderChoices()
  const reader = useReader()
  const { date, number } = useFormat()
  const { zones, device } = useZones()
  const asLanguage = { id: follow, label: t`As usual in this language` } as const
  return (
    <div className="flex flex-col gap-5 pb-2">
      <Select<Language>
        label={t`Language`}
        choices={languageCodes.map(code => ({ id: code, label: languages[code].name }))}
        value={choices.language}
        onChange={language => chooseReader({ language })}
      />
      <Select<OrFollow<Calendar>>
        label={t`Calendar`}
        choices={[asLanguage, { id: 'gregorian', label: t`Gregorian` }, { id: 'solar_hijri', label: t`Solar Hijri` }]}
        value={choices.calendar ?? follow}
        onChange={calendar => chooseReader({ calendar: chosen(calendar) })}
      />
      <Select<OrFollow<Digits>>
        label={t`Digits`}
        choices={[asLanguage, { id: 'latn', label: '0123456789' }, { id: 'arabext', label: '۰۱۲۳۴۵۶۷۸۹' }]}
        value={choices.digits ?? follow}
        onChange={digits => chooseReader({ digits: chosen(digits) })}
      />
      <Select<string>
        label={t`Time zone`}
        choices={[
          { id: follow, label: t`As on this device (${device})` },
          ...zones.map(zone => ({ id: zone, label: zone.replaceAll('_', ' ') })),
        ]}
        value={choices.timeZone ?? follow}
        onChange={zone => chooseReader({ timeZone: chosen(zone) })}
      />
      <Select<Theme>
        label={t`Colours`}
        choices={[
          { id: 'auto', label: t`As on this device` },
          { id: 'light', label: t`Light` },
          { id: 'dark', label: t`Dark` },
        ]}
        value={reader.theme}
        onChange={theme => chooseReader({ theme })}
      />
      <p className="border-t border-line pt-4 text-sm text-muted">
        <Trans>
          For example: {date('2026-11-23', 'long')} · {number(1234567.5)}
        </Trans>
      </p>
    </div>
  )
}
