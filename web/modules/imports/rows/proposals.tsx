// Commitments that the words of a row promise; each is taken only when a person says so.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ImportRow } from '#modules/imports/import.contract.ts'
import { Bdi } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { Checkbox } from '../../../kit/checkbox.tsx'
import { useCommitmentKindWord, useConditionWord, usePeriodWord, useQuantityWord } from './agreement-words.ts'
import type { UnderstoodProps } from './understood.tsx'

type Proposal = ImportRow['commitments'][number]

function useProposalLine(): (proposal: Proposal) => string {
  const { t } = useLingui()
  const quantityWord = useQuantityWord()
  const periodWord = usePeriodWord()
  const conditionWord = useConditionWord()
  const directions = {
    home_to_partner: t`from us to the partner`,
    partner_to_home: t`from the partner to us`,
    both: t`both ways`,
  }
  return proposal =>
    [
      proposal.quantity === null
        ? t`number not said`
        : quantityWord(proposal.unit, { quantity: Number(proposal.quantity), currency: '' }),
      proposal.period === 'every_n_years' ? null : periodWord(proposal.period),
      directions[proposal.direction],
      proposal.condition === 'none' ? null : conditionWord(proposal.condition),
    ]
      .filter(part => part !== null)
      .join(' · ')
}

export function Proposals({ run, row, isDisabled, onDecide }: UnderstoodProps) {
  const { t } = useLingui()
  const kindWord = useCommitmentKindWord()
  const lineOf = useProposalLine()
  const isFixed = run.options.commitments !== 'chosen'
  const open = row.commitments.filter(proposal => !proposal.accepted)
  const take = (proposals: readonly Proposal[], accepted: boolean) =>
    onDecide({ commitments: proposals.map(({ key }) => ({ key, accepted })) })
  return (
    <section aria-label={t`Promises in this row`}>
      <div className="mb-2 flex flex-wrap items-center gap-3">
        <h3 className="flex-1 text-xs font-medium text-muted">
          <Trans>Promises in this row</Trans>
        </h3>
        {!isFixed && open.length > 1 && (
          <Button size="small" variant="quiet" isDisabled={isDisabled} onPress={() => take(open, true)}>
            <Trans>Take all of this row</Trans>
          </Button>
        )}
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {row.commitments.map(proposal => (
          <li key={proposal.key} className="py-2.5">
            <Checkbox
              isSelected={proposal.accepted}
              isDisabled={isDisabled || isFixed}
              onChange={accepted => take([proposal], accepted)}
            >
              <span className="font-medium">{kindWord(proposal.kind)}</span>
              <span className="block text-xs text-muted">{lineOf(proposal)}</span>
              <span className="mt-1 block border-s-2 border-s-line-strong ps-2 text-xs">
                <Bdi>{proposal.clause}</Bdi>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-xs text-muted">
        {run.options.commitments === 'all' ? (
          <Trans>All promises of the list become commitments; you can change that in the step Write.</Trans>
        ) : run.options.commitments === 'none' ? (
          <Trans>No promise of the list becomes a commitment; you can change that in the step Write.</Trans>
        ) : (
          <Trans>What you tick becomes a commitment; the rest stays in the text of the row.</Trans>
        )}
      </p>
    </section>
  )
}
