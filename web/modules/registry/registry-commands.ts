// What the command palette offers of the registry: a new organisation; those that are known are found by the search.
import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { CommandProvider } from '../../kit/commands.ts'

export const registryCommands: CommandProvider = {
  title: () => i18n._(msg`Organisations`),
  commands: () => [{ id: 'new organisation', label: i18n._(msg`Add an organisation`), to: '/organisations/new' }],
}
