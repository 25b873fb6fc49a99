// Offers to load the official registry now, or explains how it is done later.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { getRegistryState } from '#modules/registry/registry.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { CopyLine } from '../../../kit/copy.tsx'
import { SkeletonBox } from '../../../kit/skeleton.tsx'
import { RegistryUpload } from '../../registry/registry-upload.tsx'
import { StepFrame } from './step-frame.tsx'

export function RegistryStep({ onDone, hasHome }: { onDone: () => void; hasHome: boolean }) {
  const { t } = useLingui()
  const { number } = useFormat()
  const { data, error } = useCall(getRegistryState)
  const known = data?.organisations ?? 0
  return (
    <StepFrame
      title={t`Know your partners by name`}
      text={
        <Trans>
          The Research Organization Registry (ROR) is a free list of more than a hundred thousand universities,
          institutes and ministries with their names in many languages. With it, the partners in your spreadsheet are
          recognised by themselves.
        </Trans>
      }
    >
      {error && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {known > 1 && (
        <p className="text-sm">
          <Plural
            value={known}
            one="The registry knows one organisation now."
            other={`The registry knows ${number(known)} organisations now.`}
          />
        </p>
      )}
      {data || error ? <RegistryUpload kind="ror" running={data?.lastImport ?? null} /> : <SkeletonBox height={180} />}
      <details className="text-sm">
        <summary className="cursor-default rounded-sm font-medium focus-ring">
          <Trans>Later, or on the server</Trans>
        </summary>
        <div className="mt-3 flex max-w-prose flex-col gap-3 text-muted">
          <p>
            <Trans>
              Everything works without the registry too; partners are then written by hand. Whoever runs the server can
              load it at any time with the file that was downloaded:
            </Trans>
          </p>
          <CopyLine text="./concord registry import FILE" label={t`Copy the command`} />
          <p>
            <Trans>Where the server has a connection, this fetches the newest one by itself:</Trans>
          </p>
          <CopyLine text="./concord registry update" label={t`Copy the command`} />
        </div>
      </details>
      <div className="border-t border-line pt-5">
        <Button variant="primary" onPress={onDone}>
          {hasHome ? t`Go on` : t`Choose your organisation`}
        </Button>
      </div>
    </StepFrame>
  )
}
