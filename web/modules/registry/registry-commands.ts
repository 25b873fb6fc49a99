// What the command palette offers of the registry: any organisation in any script, and a new one.
import { i18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { searchOrganisations } from '#modules/registry/organisation.contract.ts'
import { call } from '../../core/api.ts'
import { formatsFor } from '../../core/format.ts'
import { currentReader } from '../../core/reader.ts'
import type { CommandProvider } from '../../kit/commands.ts'
import { describeOption } from './find-organisations.ts'

export const registryCommands: CommandProvider = {
  title: () => i18n._(msg`Organisations`),
  commands: () => [{ id: 'new organisation', label: i18n._(msg`Add an organisation`), to: '/organisations/new' }],
  async find(text, signal) {
    const { items } = await call(searchOrganisations, { query: { q: text, limit: 8 }, signal })
    const formats = formatsFor(currentReader())
    return items.map(item => ({
      id: item.id,
      label: item.name,
      detail: describeOption(item, formats),
      to: `/organisations/${item.id}`,
    }))
  },
}
