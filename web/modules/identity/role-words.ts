// The roles in words that need no explanation.
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

export type Role = 'administrator' | 'officer' | 'viewer'

export const roles: readonly Role[] = ['administrator', 'officer', 'viewer']

const words: Record<Role, { name: MessageDescriptor; sentence: MessageDescriptor }> = {
  administrator: {
    name: msg`Administrator`,
    sentence: msg`Sets up the installation and decides who may sign in; may see and change everything.`,
  },
  officer: {
    name: msg`Officer`,
    sentence: msg`Does the daily work: records agreements and deeds, changes them and moves them on.`,
  },
  viewer: {
    name: msg`Viewer`,
    sentence: msg`Sees everything and changes nothing: for the rector, a dean or an auditor.`,
  },
}

export interface RoleWords {
  name: (role: Role) => string
  /** What the role may do, in one sentence. */
  sentence: (role: Role) => string
}

export function useRoleWords(): RoleWords {
  const { i18n } = useLingui()
  return { name: role => i18n._(words[role].name), sentence: role => i18n._(words[role].sentence) }
}
