// What stands above both lists of the library: where I am, the other list, files, the start set.
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, Upload } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { getLibrary } from '#modules/documents/library/library.contract.ts'
import { useCall } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { BareLink, LinkButton } from '../../../kit/link.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'

const StartSetDialog = lazy(() => import('./start-set-dialog.tsx').then(file => ({ default: file.StartSetDialog })))

export type Library = NonNullable<ReturnType<typeof useLibrary>>
export const useLibrary = () => useCall(getLibrary).data

const part = 'border-b-2 pb-2 text-sm font-medium focus-ring'

function PartLink({ to, isHere, children }: { to: string; isHere: boolean; children: ReactNode }) {
  return (
    <BareLink
      to={to}
      aria-current={isHere ? 'page' : undefined}
      className={`${part} ${isHere ? 'border-accent text-ink' : 'border-transparent text-muted hover:text-ink'}`}
    >
      {children}
    </BareLink>
  )
}

interface LibraryFrameProps {
  here: 'templates' | 'clauses'
  library: Library | undefined
  children: (startSet: ReactNode) => ReactNode
}

/** The button of the start set, for those who may take it over where something of it is missing. */
function StartSetButton({ library }: { library: Library }) {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  const places = library.places.filter(place => place.abilities.adopt === true && place.missing > 0)
  if (places.length === 0) return null
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t`Look at the start set`}</Button>
      {isOpen && (
        <Suspense>
          <StartSetDialog library={library} places={places} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

export function LibraryFrame({ here, library, children }: LibraryFrameProps) {
  const { t } = useLingui()
  const mayWrite = library?.places.some(place => place.abilities.write === true) ?? false
  const startSet = library && <StartSetButton library={library} />
  return (
    <Page fill>
      <PageHeader
        title={t`Clause library`}
        subtitle={t`Approved wording for agreements, with the commitments that it makes`}
        actions={
          mayWrite && (
            <>
              <LinkButton to="/library/upload" icon={<Upload aria-hidden className="size-4" />}>
                {t`From a Word file`}
              </LinkButton>
              <LinkButton
                variant="primary"
                to={here === 'clauses' ? '/library/clauses/new' : '/library/templates/new'}
                icon={<Plus aria-hidden className="size-4" />}
              >
                {here === 'clauses' ? t`New clause` : t`New template`}
              </LinkButton>
            </>
          )
        }
      />
      <nav aria-label={t`Parts of the library`} className="mb-4 flex gap-5 border-b border-line">
        <PartLink to="/library" isHere={here === 'templates'}>
          <Trans>Templates</Trans>
        </PartLink>
        <PartLink to="/library/clauses" isHere={here === 'clauses'}>
          <Trans>Clauses</Trans>
        </PartLink>
      </nav>
      {children(startSet)}
    </Page>
  )
}

/** Said where somebody may only read. */
export function MayNotWrite() {
  const { t } = useLingui()
  return (
    <Banner tone="warn" title={t`You may read the library, but not write in it`}>
      <Trans>Those who write agreements for an organisation write in its library.</Trans>
    </Banner>
  )
}
