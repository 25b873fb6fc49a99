// Controls for how things are shown that are always at hand: language and theme.
import { useLingui } from '@lingui/react/macro'
import { Languages, Monitor, Moon, Sun } from 'lucide-react'
import { chooseReader, isLanguage, languageCodes, languages, type Theme, useReader } from '../core/reader.ts'
import { Button, IconButton } from '../kit/button.tsx'
import { Menu } from '../kit/menu.tsx'

/** A new language brings its own calendar and digits, unless they were chosen by hand. */
const chooseLanguage = (language: string): void => {
  if (isLanguage(language)) chooseReader({ language })
}

export function LanguageMenu({ isCompact = false }: { isCompact?: boolean }) {
  const { t } = useLingui()
  const { language } = useReader()
  const own = languages[language].name
  const trigger = isCompact ? (
    <IconButton label={t`Language`}>
      <Languages aria-hidden className="size-4" />
    </IconButton>
  ) : (
    <Button
      variant="quiet"
      icon={<Languages aria-hidden className="size-4" strokeWidth={1.75} />}
      aria-label={t`Language: ${own}`}
    >
      {own}
    </Button>
  )
  const items = languageCodes.map(code => ({
    id: code,
    label: <span lang={code}>{languages[code].name}</span>,
    text: languages[code].name,
  }))
  return (
    <Menu
      label={t`Language`}
      trigger={trigger}
      sections={[
        {
          id: 'language',
          items,
          selection: { mode: 'single', chosen: [language], onChange: ([next]) => chooseLanguage(next ?? '') },
        },
      ]}
    />
  )
}

const nextTheme: Record<Theme, Theme> = { auto: 'light', light: 'dark', dark: 'auto' }
const themeIcons = { auto: Monitor, light: Sun, dark: Moon } as const

export function ThemeButton() {
  const { t } = useLingui()
  const { theme } = useReader()
  const Icon = themeIcons[theme]
  const names: Record<Theme, string> = { auto: t`Colours of the device`, light: t`Light`, dark: t`Dark` }
  return (
    <IconButton label={t`Colours: ${names[theme]}`} onPress={() => chooseReader({ theme: nextTheme[theme] })}>
      <Icon aria-hidden className="size-4" strokeWidth={1.75} />
    </IconButton>
  )
}
