// What the command palette offers of agreements: a new one, and views of the portfolio; records are found by the search.
import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { CommandProvider } from '../../kit/commands.ts'

export const agreementCommands: CommandProvider = {
  title: () => i18n._(msg`Agreements and partners`),
  commands: () => [
    { id: 'new agreement', label: i18n._(msg`Record an agreement`), to: '/agreements/new' },
    { id: 'map of partners', label: i18n._(msg`Map of partners`), to: '/portfolio?view=map' },
    { id: 'calendar of expiries', label: i18n._(msg`Calendar of expiries`), to: '/portfolio?view=timeline' },
    { id: 'sleeping partnerships', label: i18n._(msg`Sleeping partnerships`), to: '/partners?pulse=dormant' },
  ],
}
