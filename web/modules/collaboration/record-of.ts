// A record that is talked about, and what changes when somebody says something.
import type { RouteContract } from '#core/contract.ts'
import { getAgreementTimeline } from '#modules/agreements/agreement.contract.ts'
import { getDiscussion, listComments } from '#modules/collaboration/comment.contract.ts'
import { getTimeline } from '#modules/registry/organisation.contract.ts'

export interface TalkedAbout {
  /** `agreement`, `organisation`. */
  subject: string
  id: string
}

/** Routes that are read again after a change. */
export type Refreshes = readonly Pick<RouteContract, 'path'>[]

export const talkRefreshes = [listComments, getDiscussion, getAgreementTimeline, getTimeline] as const

/** Why the reader may not do something; undefined when it may be done. */
export function reasonAgainst(
  abilities: Readonly<Record<string, true | { reason: string }>> | undefined,
  ability: string,
): string | undefined {
  const answer = abilities?.[ability]
  return typeof answer === 'object' ? answer.reason : undefined
}
