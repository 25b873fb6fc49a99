// A promise in one line: what, how much and how often, and from whom to whom.
import { useLingui } from '@lingui/react/macro'
import { type CommitmentView, listCommitments } from '#modules/ledger/ledger.contract.ts'
import { conditionTerms } from '#modules/ledger/ledger.terms.ts'
import { useTerm } from '../../core/i18n.ts'
import { useCall } from '../../core/query.ts'
import { DirectionLine } from '../ledger/direction-line.tsx'
import { useLedgerWords } from '../ledger/ledger-words.ts'

/** Proposed commitments of an agreement: what its draft promises. */
export const useProposed = (agreementId: string): CommitmentView[] | undefined =>
  useCall(listCommitments, { query: { agreementId, limit: 500 } }).data?.items.filter(one => one.state === 'proposed')

export function PromiseLine({ commitment }: { commitment: CommitmentView }) {
  const { t } = useLingui()
  const term = useTerm()
  const words = useLedgerWords()
  const { condition, ownerName } = commitment
  return (
    <div className="min-w-0 flex-1 text-sm">
      <p>
        <span className="font-medium">{words.kind(commitment.kind)}</span> ·{' '}
        {words.promise(commitment, t`some, at least one`)}
      </p>
      <p className="text-xs text-muted">
        <DirectionLine from={commitment.promisor} to={commitment.beneficiary} />
        {condition !== 'none' && ` · ${term(conditionTerms[condition])}`}
        {ownerName && (
          <>
            {' · '}
            <bdi>{ownerName}</bdi>
          </>
        )}
      </p>
    </div>
  )
}
