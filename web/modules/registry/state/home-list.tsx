// Whose agreements are kept here; one is added by search and leaves while it has no cases.
import { Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useState } from 'react'
import { getSession } from '#core/identity/identity.contract.ts'
import { listHomes, listOrganisations, removeHome, setHomes } from '#modules/registry/organisation.contract.ts'
import { getRegistryState } from '#modules/registry/registry.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Bdi } from '../../../kit/bdi.tsx'
import { IconButton } from '../../../kit/button.tsx'
import { ConfirmDialog } from '../../../kit/dialog.tsx'
import { Link } from '../../../kit/link.tsx'
import { SkeletonRows } from '../../../kit/skeleton.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { OrganisationPicker } from '../organisation-picker.tsx'

const refreshes = [listHomes, listOrganisations, getRegistryState, getSession]

interface Home {
  id: string
  name: string
  country: string | null
}

export function HomeList() {
  const { t } = useLingui()
  const { data, error } = useCall(listHomes)
  const add = useWrite(setHomes, { refreshes })
  const [leaving, setLeaving] = useState<Home | null>(null)
  const remove = useWrite(removeHome, { refreshes })
  if (error) return <Banner tone="bad">{sentenceFor(error)}</Banner>
  if (!data) return <SkeletonRows rows={2} />
  const ids = data.items.map(home => home.id)
  return (
    <div className="flex flex-col gap-4">
      {data.items.length > 0 && (
        <ul className="divide-y divide-line">
          {data.items.map(home => (
            <HomeLine key={home.id} home={home} onRemove={() => setLeaving(home)} />
          ))}
        </ul>
      )}
      <div className="max-w-md">
        <OrganisationPicker
          label={t`Add a home organisation`}
          help={<Trans>Its agreements are kept here, and roles can be given for it and its units.</Trans>}
          search={{ except: ids }}
          value={null}
          mayCreate
          onChange={choice => choice && add.mutate({ body: { organisationIds: [...ids, choice.id] } })}
          error={add.error && sentenceFor(add.error)}
        />
      </div>
      <ConfirmDialog
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        title={t`Remove ${leaving?.name ?? ''} from the home organisations?`}
        consequence={t`The organisation stays in the registry. New agreements can no longer be kept for it here.`}
        action={t`Remove it`}
        onConfirm={async () => {
          if (!leaving) return
          await remove.mutateAsync({ params: { id: leaving.id } })
          toast({ text: t`${leaving.name} is no home organisation any more.` })
        }}
      />
    </div>
  )
}

function HomeLine({ home, onRemove }: { home: Home; onRemove: () => void }) {
  const { t } = useLingui()
  const { country } = useFormat()
  return (
    <li className="flex min-h-11 items-center gap-4 py-1.5 text-sm">
      <span className="min-w-0 flex-1">
        <Link
          to="/organisations/$organisationId"
          params={{ organisationId: home.id }}
          className="no-underline hover:underline"
        >
          <Bdi>{home.name}</Bdi>
        </Link>
        {home.country && <span className="text-muted"> · {country(home.country)}</span>}
      </span>
      <IconButton label={t`Remove ${home.name}`} size="small" onPress={onRemove}>
        <X aria-hidden className="size-3.5" />
      </IconButton>
    </li>
  )
}
