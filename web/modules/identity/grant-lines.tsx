// Roles of a person as lines: the role, and where it holds.
import { Trans } from '@lingui/react/macro'
import { useFormat } from '../../core/format.ts'
import { Missing } from '../../kit/bdi.tsx'
import { type Role, useRoleWords } from './role-words.ts'
import { useScopes } from './scopes.ts'

interface Grant {
  role: Role
  scopeId: string | null
  scopeName?: string | null
  validFrom?: string | null
  validUntil?: string | null
  source?: string | null
}

function Validity({ grant }: { grant: Grant }) {
  const { dateRange } = useFormat()
  if (!grant.validFrom && !grant.validUntil) return null
  return <> · {dateRange(grant.validFrom ?? null, grant.validUntil ?? null)}</>
}

export function GrantLines({ grants }: { grants: readonly Grant[] }) {
  const words = useRoleWords()
  const { nameOf } = useScopes()
  if (grants.length === 0)
    return (
      <span className="text-muted">
        <Trans>No role: sees nothing</Trans>
      </span>
    )
  return (
    <ul className="flex flex-col gap-2">
      {grants.map(grant => {
        const scope = grant.scopeName ?? nameOf(grant.scopeId)
        return (
          <li key={`${grant.role} ${grant.scopeId} ${grant.source ?? ''}`}>
            <span className="font-medium">{words.name(grant.role)}</span>
            <span className="text-muted">
              {' · '}
              {scope ? <bdi>{scope}</bdi> : <Missing />}
              <Validity grant={grant} />
              {grant.source && (
                <>
                  {' · '}
                  <Trans>by the groups of {grant.source}</Trans>
                </>
              )}
            </span>
            <span className="block text-xs text-muted">{words.sentence(grant.role)}</span>
          </li>
        )
      })}
    </ul>
  )
}
