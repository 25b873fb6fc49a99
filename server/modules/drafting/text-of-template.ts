// What a template of the library becomes in the draft of an agreement: its text with the names of the parties, and the commitments that its clauses make.
import type { ActionContext } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import type { findAgreement } from '#modules/agreements/index.ts'
import { instantiateTemplate, openTemplate, type TemplateText } from '#modules/documents/index.ts'
import { commitmentRows, type NewCommitment } from '#modules/ledger/index.ts'
import type { DraftText } from './draft.contract.ts'
import { TemplateMissing } from './draft.errors.ts'

type Agreement = NonNullable<Awaited<ReturnType<typeof findAgreement>>>
type Organisation = Agreement['parties'][number]['organisation']

export interface TakenTemplate {
  template: { id: string; version: number }
  text: DraftText
  promises: TemplateText['promises']
  /** Which clause of the library, in which version, each clause came from. */
  origins: { clauseId: string; itemId: string; version: number; alternative: string }[]
}

const partnersOf = ({ parties }: Agreement) =>
  parties.filter(party => party.side === 'partner').map(party => party.organisation)

/** Names of organisations in each language of the text, joined as the language joins them. */
const namesIn = (organisations: readonly Organisation[], languages: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    languages.map(language => [
      language,
      new Intl.ListFormat(language).format(organisations.map(one => one.names[language] ?? one.name)),
    ]),
  )

/** @throws Refusal 422 when there is no such template in use that the actor may see. */
export async function takeTemplate(
  ctx: ActionContext,
  agreement: Agreement,
  templateId: string,
  languages: readonly string[],
): Promise<TakenTemplate> {
  const source = await openTemplate(ctx.db, ctx.actor, templateId)
  if (!source)
    throw new Refusal(TemplateMissing, {}, { fields: [{ path: 'templateId', message: TemplateMissing.text }] })
  const values = {
    'party.home': namesIn([agreement.home], languages),
    'party.partner': namesIn(partnersOf(agreement), languages),
  }
  const { text, promises, origins } = instantiateTemplate(source, languages, { values })
  return {
    ...{ template: { id: source.id, version: source.version }, text, promises },
    origins: origins.map(({ clauseId, itemId, version, alternative }) => ({ clauseId, itemId, version, alternative })),
  }
}

/**
 * The commitments of a text, proposed, with the clause that each stands in. An amount of money whose currency is still
 * open can not be counted; it is left to whoever answers the question.
 */
export function promisedBy(
  agreement: Agreement,
  promises: TakenTemplate['promises'],
): { clauseId: string; row: NewCommitment }[] {
  const home = agreement.home.id
  return promises
    .filter(promise => promise.unit !== 'money' || promise.currency !== null)
    .flatMap(({ clauseId, direction, quantityVariable: _, currency, ...promise }) =>
      partnersOf(agreement).flatMap(partner => {
        const [promisor, beneficiary] = direction === 'partner_to_home' ? [partner.id, home] : [home, partner.id]
        const rows = commitmentRows(
          {
            ...{ ...promise, agreementId: agreement.id, currency: promise.unit === 'money' ? currency : null },
            ...{ promisor: { organisationId: promisor }, beneficiary: { organisationId: beneficiary } },
            ...{ carry: 'none', state: 'proposed', bothWays: direction === 'both' },
          },
          agreement.home_id,
        )
        return rows.map(row => ({ clauseId, row }))
      }),
    )
}
