// Where people here decided otherwise than an official source: both side by side, and the source's value can be taken over.
import { Trans, useLingui } from '@lingui/react/macro'
import {
  acceptStatement,
  getOrganisation,
  getTimeline,
  listOrganisations,
  type Organisation,
} from '#modules/registry/organisation.contract.ts'
import { getRegistryState } from '#modules/registry/registry.contract.ts'
import { factSources, organisationFields } from '#modules/registry/registry.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { isOffered, mayDo, refusalOf } from '../organisation-words.tsx'
import { FieldValue } from './field-value.tsx'

export function DifferencesTab({ organisation }: { organisation: Organisation }) {
  return (
    <div className="flex flex-col gap-6">
      <p className="max-w-prose text-sm text-muted">
        <Trans>
          What was decided here holds and is not overwritten when the official list is loaded again. Lines in bold stand
          on one side only.
        </Trans>
      </p>
      {organisation.differences.map(difference => (
        <OneDifference
          key={`${difference.field} ${difference.source}`}
          organisation={organisation}
          difference={difference}
        />
      ))}
    </div>
  )
}

interface OneDifferenceProps {
  organisation: Organisation
  difference: Organisation['differences'][number]
}

function OneDifference({ organisation, difference }: OneDifferenceProps) {
  const { t } = useLingui()
  const term = useTerm()
  const { date } = useFormat()
  const { field, source, ours, theirs, saidOn } = difference
  const sourceName = term(factSources[source])
  const fieldName = term(organisationFields[field])
  const accept = useWrite(acceptStatement, {
    refreshes: [getOrganisation, getTimeline, listOrganisations, getRegistryState],
    onDone: () => toast({ text: t`${fieldName}: the value of the source was taken over.` }),
  })
  const { abilities, version, id } = organisation
  const refusal = refusalOf(abilities, 'acceptStatement')
  return (
    <section className="border-t border-line pt-4">
      <h2 className="mb-3 text-base font-semibold">{fieldName}</h2>
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <div>
          <h3 className="mb-1.5 text-xs text-muted">
            <Trans>Decided here</Trans>
          </h3>
          <FieldValue field={field} value={ours} other={theirs} />
        </div>
        <div>
          <h3 className="mb-1.5 text-xs text-muted">
            {sourceName}
            {saidOn && <> · {date(saidOn)}</>}
          </h3>
          <FieldValue field={field} value={theirs} other={ours} />
        </div>
      </div>
      {accept.error && (
        <Banner tone="bad" className="mt-3">
          {sentenceFor(accept.error)}
        </Banner>
      )}
      {isOffered(abilities, 'acceptStatement') && (
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <Button
            size="small"
            isDisabled={!mayDo(abilities, 'acceptStatement')}
            isPending={accept.isPending}
            onPress={() => accept.mutate({ params: { id }, body: { field, source, version } })}
          >
            {t`Take over the value of the source`}
          </Button>
          {refusal && <span className="text-xs text-muted">{refusal}</span>}
        </div>
      )}
    </section>
  )
}
