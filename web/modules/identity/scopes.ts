// What a role can be given for: the whole installation, a home organisation, a unit of one.
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { listHomes } from '#modules/registry/organisation.contract.ts'
import { useCall } from '../../core/query.ts'
import type { Choice } from '../../kit/choice.ts'

/** Stands for the whole installation in lists, whose choices need an id. */
export const everywhere = 'everywhere'

export interface Scopes {
  choices: Choice[]
  /** In words; undefined while it loads or when the scope is not seen by the reader. */
  nameOf: (scopeId: string | null) => string | undefined
}

export function useScopes(): Scopes {
  const { t } = useLingui()
  const { data } = useCall(listHomes)
  const whole = t`The whole installation`
  return useMemo(() => {
    const choices: Choice[] = [
      { id: everywhere, label: whole },
      ...(data?.items ?? []).flatMap(home => [
        { id: home.id, label: home.name },
        ...home.units.map(unit => ({ id: unit.id, label: unit.name, detail: home.name })),
      ]),
    ]
    return { choices, nameOf: scopeId => choices.find(choice => choice.id === (scopeId ?? everywhere))?.label }
  }, [data, whole])
}
