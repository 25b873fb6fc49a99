// Begins the draft of an agreement: empty, from a template, from the draft of another one, or from pasted text.
import * as Y from 'yjs'
import { type ActionContext, defineAction } from '#core/actions.ts'
import { withoutDirectionControls } from '#core/bidi.ts'
import { Refusal } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import { findAgreement } from '#modules/agreements/index.ts'
import { writeCommitments } from '#modules/ledger/index.ts'
import type { DraftText } from '../draft.contract.ts'
import { ClauseTooLong, DraftExists, PrevailingUnknown, SourceDraftMissing, TooManyClauses } from '../draft.errors.ts'
import { DraftBegun, PromisePlaced } from '../draft.events.ts'
import { canEditDraft } from '../draft.policy.ts'
import { findDraft, insertDraft, insertVersion, noteClauses, placePromise } from '../draft.store.ts'
import { mostCharacters, mostClauses } from '../draft-form.states.ts'
import { loadState } from '../draft-state.ts'
import { hashOf, textOf, withNewIds, writeText } from '../draft-text.ts'
import { openDraft } from '../open-draft.ts'
import { plainVersion } from '../text/compare-texts.ts'
import { clausesFromText } from '../text/pasted-text.ts'
import { promisedBy, type TakenTemplate, takeTemplate } from '../text-of-template.ts'

type Agreement = NonNullable<Awaited<ReturnType<typeof findAgreement>>>

export interface BeginInput {
  agreementId: string
  languages: string[]
  prevailing?: string | null | undefined
  title?: Record<string, string> | undefined
  fromAgreementId?: string | null | undefined
  templateId?: string | null | undefined
  texts?: Record<string, string> | undefined
}

export const instantOf = (ctx: ActionContext): string => new Date(ctx.now.epochMilliseconds).toISOString()

/** @throws Refusal 422 when a text is beyond what a draft holds. */
export function checkSize(text: DraftText): void {
  if (text.clauses.length > mostClauses) throw new Refusal(TooManyClauses, { most: mostClauses })
  const isTooLong = text.clauses.some(clause =>
    Object.values(clause.versions).some(version => plainVersion(version).length > mostCharacters),
  )
  if (isTooLong) throw new Refusal(ClauseTooLong, { most: mostCharacters })
}

export function checkPrevailing(languages: readonly string[], prevailing: string | null): void {
  if (prevailing !== null && !languages.includes(prevailing))
    throw new Refusal(PrevailingUnknown, {}, { fields: [{ path: 'prevailing', message: PrevailingUnknown.text }] })
}

const emptyClause = (role: 'recital' | 'article', languages: readonly string[]): DraftText['clauses'][number] => ({
  ...{ id: newId(), role },
  versions: Object.fromEntries(
    languages.map(language => [language, { heading: [], blocks: [{ kind: 'paragraph' as const, runs: [] }] }]),
  ),
})

async function clausesFor(ctx: ActionContext, input: BeginInput): Promise<DraftText['clauses']> {
  if (input.fromAgreementId) {
    const source = await openDraft(ctx.db, ctx.actor, input.fromAgreementId)
    if (!source.draft) throw new Refusal(SourceDraftMissing)
    const { doc } = await loadState(ctx.db, input.fromAgreementId)
    return withNewIds(textOf(doc, { ...source.draft, languages: input.languages }, 'without_suggestions')).clauses
  }
  const texts = Object.entries(input.texts ?? {}).map(([language, text]) => [language, withoutDirectionControls(text)])
  const clauses = clausesFromText(Object.fromEntries(texts), input.languages)
  return clauses.length > 0
    ? clauses
    : [emptyClause('recital', input.languages), emptyClause('article', input.languages)]
}

/** What the clauses of a template promise, as proposed commitments that stand in their clauses. */
async function proposePromises(ctx: ActionContext, agreement: Agreement, taken: TakenTemplate): Promise<void> {
  const promised = promisedBy(agreement, taken.promises)
  await writeCommitments(
    ctx,
    promised.map(one => one.row),
  )
  for (const { clauseId, row } of promised) {
    await placePromise(ctx.db, agreement.id, row.id, clauseId)
    const data = { commitmentId: row.id, clauseId }
    ctx.record(PromisePlaced, { subjectId: agreement.id, homeId: agreement.home_id, data })
  }
}

export const beginDraft = defineAction({
  name: 'draft.begin',
  async run(ctx, input: BeginInput): Promise<void> {
    const { record, standing, draft } = await openDraft(ctx.db, ctx.actor, input.agreementId)
    ensure(canEditDraft(ctx.actor, standing))
    if (draft ?? (await findDraft(ctx.db, input.agreementId))) throw new Refusal(DraftExists)
    const { agreementId, languages, prevailing = null } = input
    checkPrevailing(languages, prevailing)
    const agreement = found(await findAgreement(ctx.db, ctx.actor, agreementId))
    const taken = input.templateId ? await takeTemplate(ctx, agreement, input.templateId, languages) : undefined
    const titleIn = (language: string) => record.title[language] ?? taken?.text.title[language] ?? ''
    const title = input.title ?? Object.fromEntries(languages.map(one => [one, titleIn(one)]))
    const clauses = taken?.text.clauses ?? (await clausesFor(ctx, input))
    const text: DraftText = { languages, prevailing, title, clauses }
    checkSize(text)
    const doc = new Y.Doc()
    writeText(doc, text)
    const at = instantOf(ctx)
    await insertDraft(ctx.db, {
      ...{ agreement_id: agreementId, home_id: record.homeId!, languages, prevailing, title, seq: 0 },
      ...{ snapshot: Y.encodeStateAsUpdate(doc), begun_by: ctx.actor.id, begun_at: at },
    })
    await noteClauses(
      ctx.db,
      agreementId,
      text.clauses.map(clause => clause.id),
    )
    const kept = { kind: 'start', name: null, content: text, suggested: null, hash: hashOf(text) } as const
    await insertVersion(ctx.db, agreementId, { ...kept, madeBy: ctx.actor.id, at })
    ctx.record(DraftBegun, {
      ...{ subjectId: agreementId, homeId: record.homeId },
      data: {
        ...{ languages, clauses: text.clauses.length },
        ...(taken && { template: taken.template, origins: taken.origins }),
      },
    })
    if (taken) await proposePromises(ctx, agreement, taken)
  },
})
