// The agreement beside the portfolio: what it is, how it stands, the next step, and the way to all of it.
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type AgreementView, getAgreement } from '#modules/agreements/agreement.contract.ts'
import { endKindTerms } from '#modules/agreements/agreement.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { DescriptionList } from '../../../kit/description-list.tsx'
import { Link, LinkButton } from '../../../kit/link.tsx'
import { Panel } from '../../../kit/panel.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { NameLine, StateDot, useKindWords } from '../agreement-words.tsx'
import { PulseBlock } from '../record/pulse-block.tsx'
import { partnersOf } from '../record/record-parts.ts'

function Facts({ agreement }: { agreement: AgreementView }) {
  const { t } = useLingui()
  const term = useTerm()
  const { date, relativeDay, number, country, list } = useFormat()
  const kindWords = useKindWords()
  const { effectiveEnd, signedOn, owner, lastEntryOn, files } = agreement
  const countries = [
    ...new Set(
      partnersOf(agreement)
        .map(party => party.organisation.country)
        .filter(code => code !== null),
    ),
  ]
  return (
    <DescriptionList
      facts={[
        { label: t`State`, value: <StateDot state={agreement.state} /> },
        { label: t`Kind`, value: kindWords(agreement.kinds) },
        { label: t`Country`, value: countries.length > 0 ? list(countries.map(country)) : null },
        { label: t`Signed`, value: signedOn && date(signedOn) },
        {
          label: t`Ends`,
          value: agreement.end === 'known' && effectiveEnd ? date(effectiveEnd) : term(endKindTerms[agreement.end]),
          ...(agreement.end === 'known' && effectiveEnd && { note: relativeDay(effectiveEnd) }),
        },
        {
          label: t`Commitments`,
          value: (
            <Link to="/agreements/$agreementId" params={{ agreementId: agreement.id }} search={{ tab: 'commitments' }}>
              {number(agreement.commitmentCount)}
            </Link>
          ),
        },
        { label: t`Last activity`, value: lastEntryOn ? date(lastEntryOn) : t`none` },
        { label: t`Documents`, value: number(files.length) },
        { label: t`Owner`, value: owner && <bdi>{owner.name}</bdi> },
      ]}
    />
  )
}

export function AgreementPanel() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const search = useSearch({ strict: false })
  const { agreementId } = useParams({ strict: false }) as { agreementId: string }
  const { data: agreement, error } = useCall(getAgreement, { params: { id: agreementId } })
  const close = () => void navigate({ to: '/portfolio', search: search as never })
  return (
    <Panel
      overline={agreement?.number && <bdi>{agreement.number}</bdi>}
      title={agreement ? <bdi>{agreement.displayTitle}</bdi> : t`Agreement`}
      subtitle={agreement && <NameLine names={partnersOf(agreement).map(party => party.organisation.name)} />}
      onClose={close}
    >
      {error && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!agreement && !error && <SkeletonText lines={8} />}
      {agreement && (
        <>
          <div>
            <LinkButton variant="primary" to="/agreements/$agreementId" params={{ agreementId: agreement.id }}>
              <Trans>Open the agreement</Trans>
            </LinkButton>
          </div>
          {agreement.pulse && <PulseBlock pulse={agreement.pulse} />}
          <Facts agreement={agreement} />
        </>
      )}
    </Panel>
  )
}
