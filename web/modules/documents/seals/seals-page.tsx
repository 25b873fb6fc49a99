// By which certificates the organisations seal: for their administrators.
import { Trans, useLingui } from '@lingui/react/macro'
import { BadgeCheck } from 'lucide-react'
import { useState } from 'react'
import {
  type CertificateState,
  type CertificateView,
  downloadSealSample,
  type HomeSeal,
  listSeals,
  makeCertificate,
  retireCertificate,
} from '#modules/documents/sealing/certificate.contract.ts'
import { downloadAddress } from '../../../core/api.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Bdi } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { DescriptionList } from '../../../kit/description-list.tsx'
import { ConfirmDialog } from '../../../kit/dialog.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Link, OutsideLink } from '../../../kit/link.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { SkeletonBox } from '../../../kit/skeleton.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'
import { Code } from '../verify/verification-result.tsx'
import { KeyFileDialog } from './key-file-dialog.tsx'

const tones = { valid: 'ok', not_yet: 'warn', soon_over: 'warn', over: 'bad' } as const

export function SealsPage() {
  const { t } = useLingui()
  const seals = useCall(listSeals, {})
  return (
    <Page width="reading">
      <PageHeader title={t`Seals`} subtitle={t`By which certificate each organisation seals its documents`} />
      <p className="mb-6 text-sm text-muted">
        <Trans>
          A seal shows who issued a document and that nothing in it was changed. Anybody can look at it on the page{' '}
          <Link to="/verify">Verify a document</Link>.
        </Trans>
      </p>
      {seals.error && <Banner tone="bad">{sentenceFor(seals.error)}</Banner>}
      {seals.isPending && <SkeletonBox height={280} />}
      {seals.data?.items.length === 0 && (
        <EmptyState icon={<BadgeCheck />} title={t`No organisation of your own yet`}>
          <Trans>As soon as a home organisation is there, it can get a certificate here.</Trans>
        </EmptyState>
      )}
      {seals.data?.items.map(home => (
        <HomeSection key={home.id} home={home} />
      ))}
    </Page>
  )
}

type Asking = 'file' | 'make' | 'retire' | null

function HomeSection({ home }: { home: HomeSeal }) {
  const { t } = useLingui()
  const [asking, setAsking] = useState<Asking>(null)
  const close = () => setAsking(null)
  return (
    <Section
      title={<Bdi>{home.name}</Bdi>}
      actions={
        <>
          <Button onPress={() => setAsking('make')}>{t`Make one here`}</Button>
          <Button variant={home.used ? 'plain' : 'primary'} onPress={() => setAsking('file')}>
            {home.used ? t`Replace by a file` : t`Add a certificate file`}
          </Button>
        </>
      }
    >
      {home.used ? (
        <Certificate home={home} certificate={home.used} onRetire={() => setAsking('retire')} />
      ) : (
        <p className="text-sm text-muted">
          <Trans>
            This organisation cannot seal yet. Add the certificate that an authority issued to it, or make one here,
            which only those trust who know its fingerprint.
          </Trans>
        </p>
      )}
      {home.former.length > 0 && <Former certificates={home.former} />}
      {asking === 'file' && <KeyFileDialog home={home} onClose={close} />}
      <MakeDialog home={home} isOpen={asking === 'make'} onClose={close} />
      <RetireDialog home={home} isOpen={asking === 'retire'} onClose={close} />
    </Section>
  )
}

interface QuestionProps {
  home: HomeSeal
  isOpen: boolean
  onClose: () => void
}

function MakeDialog({ home, isOpen, onClose }: QuestionProps) {
  const { t } = useLingui()
  const make = useWrite(makeCertificate, { refreshes: [listSeals] })
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t`Make a certificate here?`}
      consequence={
        home.used
          ? t`It is valid for ten years and trusted only by those who know its fingerprint. It replaces the certificate in use, whose key is deleted; what that one sealed can still be verified.`
          : t`It is valid for ten years and trusted only by those who know its fingerprint.`
      }
      action={t`Make the certificate`}
      onConfirm={async () => {
        await make.mutateAsync({ params: { id: home.id } })
      }}
    />
  )
}

function RetireDialog({ home, isOpen, onClose }: QuestionProps) {
  const { t } = useLingui()
  const retire = useWrite(retireCertificate, { refreshes: [listSeals] })
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      title={t`Stop sealing with this certificate?`}
      consequence={t`Its key is deleted and cannot be brought back. What it sealed can still be verified.`}
      action={t`Stop and delete the key`}
      isDangerous
      onConfirm={async () => {
        await retire.mutateAsync({ params: { id: home.id } })
      }}
    />
  )
}

function useStateWords(): Record<CertificateState, string> {
  const { t } = useLingui()
  return { valid: t`Valid`, not_yet: t`Not valid yet`, soon_over: t`Ends soon`, over: t`Expired` }
}

function Certificate({
  home,
  certificate,
  onRetire,
}: {
  home: HomeSeal
  certificate: CertificateView
  onRetire: () => void
}) {
  const { t } = useLingui()
  const { instant } = useFormat()
  const words = useStateWords()
  const { validFrom, validUntil } = certificate
  const span = `${instant(validFrom)} – ${instant(validUntil)}`
  return (
    <>
      <DescriptionList
        facts={[
          { label: t`State`, value: <StatusDot tone={tones[certificate.state]}>{words[certificate.state]}</StatusDot> },
          { label: t`Issued to`, value: <Bdi>{certificate.name}</Bdi> },
          {
            label: t`Issued by`,
            value: certificate.madeHere ? <Trans>Made here</Trans> : <Bdi>{certificate.issuer}</Bdi>,
            note: certificate.madeHere ? t`Trusted only by those who know its fingerprint` : undefined,
          },
          { label: t`Valid`, value: span },
          { label: t`Fingerprint`, value: <Code text={certificate.fingerprint} />, note: 'SHA-256' },
          {
            label: t`Added`,
            value: certificate.addedBy ? (
              <>
                {instant(certificate.addedAt)} · <Bdi>{certificate.addedBy}</Bdi>
              </>
            ) : (
              instant(certificate.addedAt)
            ),
          },
        ]}
      />
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <OutsideLink href={downloadAddress(downloadSealSample, { params: { id: home.id } })} download>
          {t`Download a sealed sample page`}
        </OutsideLink>
        <Button variant="quiet" onPress={onRetire}>{t`Stop sealing with it`}</Button>
      </div>
    </>
  )
}

function Former({ certificates }: { certificates: readonly CertificateView[] }) {
  const { t } = useLingui()
  const { instant } = useFormat()
  return (
    <div className="mt-6">
      <h3 className="mb-2 text-sm font-semibold">{t`Used before`}</h3>
      <ul className="divide-y divide-line border-y border-line text-sm">
        {certificates.map(one => (
          <li key={one.id} className="py-2">
            <Bdi>{one.name}</Bdi>
            <span className="text-muted">
              {' · '}
              {one.retiredAt && t`until ${instant(one.retiredAt)}`}
            </span>
            <span className="block text-muted">
              <Code text={one.fingerprint} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
