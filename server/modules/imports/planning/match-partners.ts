// Finds which organisation each distinct partner text means: sure ones matched, doubtful ones offered, several flagged.
import { fold, type OrganisationResolver, type Resolution } from '#modules/registry/index.ts'
import type { IdentifierScheme } from '../meaning/column-meanings.ts'
import type { PlannedCandidate, PlannedPartner } from './plan.ts'

/** A list names many partners that no registry knows: what is less probable than this is a hint, not a doubt (0 to 1). */
const leastLikely = 0.15
/**
 * Answers below this probability (0 to 1) are offered, not taken: in a list of agreements a wrong partner that nobody sees
 * costs more than a question. On annotated names nineteen of twenty answers above it are right, three of four below.
 */
const surely = 0.85

/** Resolves every partner that nobody has decided about; texts that seem to hold several are never matched silently. */
export async function matchPartners(
  partners: readonly PlannedPartner[],
  resolver: OrganisationResolver,
  pause?: (done: number, total: number) => Promise<void>,
): Promise<void> {
  for (const [done, partner] of partners.entries()) {
    if (done % 50 === 0) await pause?.(done, partners.length)
    if (partner.decision === null) match(partner, resolver)
  }
  await pause?.(partners.length, partners.length)
}

function match(partner: PlannedPartner, resolver: OrganisationResolver): void {
  const { hints } = partner
  const resolution = resolver.resolve(partner.written, {
    ...(partner.country !== null && { country: partner.country }),
    ...(partner.city !== null && { city: partner.city }),
    ...(hints.website !== undefined && { domain: hints.website }),
    identifiers: hints.identifiers.map(({ scheme, value }) => ({ scheme: schemeOf(scheme), value })),
  })
  partner.evidence = resolution.evidence
  partner.candidates = candidatesOf(resolution)
  const decided = resolution.evidence.some(item => item.code === 'decided_before')
  if (hints.parts !== undefined && hints.parts.length > 1 && !decided) {
    partner.outcome = 'several'
    return
  }
  const likeliest = partner.candidates[0]?.score ?? 0
  if (resolution.outcome === 'none' || likeliest < leastLikely) partner.outcome = 'new'
  else if (resolution.answers.length === 1 && (decided || isSure(partner, resolution.answers[0]!))) {
    partner.outcome = 'matched'
    partner.organisationId = resolution.answers[0]!.organisationId
    partner.evidence = resolution.answers[0]!.evidence
  } else partner.outcome = resolution.answers.length > 1 ? 'several' : 'doubtful'
}

/** A text that is the whole name of the one organisation that fits is no guess, however little stands beside it. */
const isSure = (partner: PlannedPartner, { score, evidence }: Resolution['answers'][number]): boolean =>
  score >= surely ||
  evidence.some(item => item.code === 'name_exact' && fold(String(item.values.name)) === fold(partner.written))

const candidatesOf = ({ answers, candidates }: Resolution): PlannedCandidate[] =>
  [...answers, ...candidates].slice(0, 5).map(one => ({
    organisationId: one.organisationId,
    ror: one.rorId ?? null,
    score: one.score,
    evidence: one.evidence,
  }))

/** The list's word for an Erasmus code differs from the registry's. */
export const schemeOf = (scheme: IdentifierScheme) => (scheme === 'erasmus_code' ? 'erasmus' : scheme)
