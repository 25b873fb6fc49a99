// The roles in words that need no explanation.
import { type Role, roleSentences, roleTerms } from '#core/identity/roles.terms.ts'
import { useTerm } from '../../core/i18n.ts'

export { type Role, roles } from '#core/identity/roles.terms.ts'

export interface RoleWords {
  name: (role: Role) => string
  /** What the role may do, in one sentence. */
  sentence: (role: Role) => string
}

export function useRoleWords(): RoleWords {
  const term = useTerm()
  return { name: role => term(roleTerms[role]), sentence: role => term(roleSentences[role]) }
}
