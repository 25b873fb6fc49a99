// Versions of the draft: naming one, comparing any two clause by clause and word by word, and writing one into the draft again.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import {
  type ClauseComparison,
  compareDraftVersions,
  type DraftView,
  getDraft,
  listDraftVersions,
  nameDraftVersion,
  restoreDraftVersion,
  type VersionView,
} from '#modules/drafting/draft.contract.ts'
import { versionKindTerms } from '#modules/drafting/draft.terms.ts'
import { useFormat } from '../../core/format.ts'
import { useTerm } from '../../core/i18n.ts'
import { sentenceFor } from '../../core/problem.ts'
import { useCall, useWrite } from '../../core/query.ts'
import { readInteger, useUrlState } from '../../core/url-state.ts'
import { Banner } from '../../kit/banner.tsx'
import { Button } from '../../kit/button.tsx'
import { ConfirmDialog } from '../../kit/dialog.tsx'
import { Select } from '../../kit/select.tsx'
import { SkeletonText } from '../../kit/skeleton.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { toast } from '../../kit/toasts.tsx'
import { directionFor, useLanguageNames } from './clause-words.ts'
import { columns } from './columns.ts'

const readers = { from: readInteger, to: readInteger }

export function VersionsTab({ view }: { view: DraftView }) {
  const { id } = view.agreement
  const { data, error } = useCall(listDraftVersions, { params: { id } })
  const [url, change] = useUrlState(readers)
  if (error && !data) return <Banner tone="bad">{sentenceFor(error)}</Banner>
  if (!data) return <SkeletonText lines={8} />
  const from = url.from ?? data.items[0]?.number ?? 0
  const to = url.to ?? 0
  return (
    <div className="flex flex-col gap-6">
      {view.right === 'edit' && <NameVersion id={id} />}
      <VersionList view={view} items={data.items} />
      <Comparison id={id} items={data.items} from={from} to={to} onChoose={change} />
    </div>
  )
}

function NameVersion({ id }: { id: string }) {
  const { t } = useLingui()
  const [name, setName] = useState('')
  const keep = useWrite(nameDraftVersion, { refreshes: [listDraftVersions] })
  const save = async () => {
    try {
      await keep.mutateAsync({ params: { id }, body: { name: name.trim() } })
      setName('')
    } catch (error) {
      toast({ text: sentenceFor(error) })
    }
  }
  return (
    <div className="flex max-w-xl flex-wrap items-end gap-3">
      <div className="min-w-0 flex-1 basis-52">
        <TextField label={t`Name of the text as it stands now`} value={name} onChange={setName} maxLength={120} />
      </div>
      <Button variant="primary" isDisabled={name.trim() === ''} isPending={keep.isPending} onPress={() => void save()}>
        {t`Keep this version`}
      </Button>
    </div>
  )
}

function useVersionTitle(): (version: VersionView) => string {
  const { t } = useLingui()
  const term = useTerm()
  const { number } = useFormat()
  return version => {
    const kind = term(versionKindTerms[version.kind])
    const words = version.kind === 'named' ? (version.name ?? kind) : version.name ? `${kind}: ${version.name}` : kind
    const at = number(version.number)
    return t`${at}. ${words}`
  }
}

function VersionList({ view, items }: { view: DraftView; items: readonly VersionView[] }) {
  const { t } = useLingui()
  const { instant } = useFormat()
  const titleOf = useVersionTitle()
  const [restoring, setRestoring] = useState<VersionView | null>(null)
  const restore = useWrite(restoreDraftVersion, { refreshes: [getDraft, listDraftVersions, compareDraftVersions] })
  return (
    <section>
      <h2 className="mb-1 text-sm font-medium">{t`Kept versions`}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {items.map(version => (
          <li key={version.number} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <div className="min-w-0 flex-1 basis-60">
              <p className="text-sm">
                <bdi>{titleOf(version)}</bdi>
              </p>
              <p className="text-xs text-muted">
                {instant(version.madeAt)}
                {version.madeBy && (
                  <>
                    {' · '}
                    <bdi>{version.madeBy}</bdi>
                  </>
                )}
                {version.hasSuggestions && ` · ${t`with open suggestions`}`}
                {' · '}
                <code dir="ltr">{version.hash.slice(0, 12)}</code>
              </p>
            </div>
            {view.right === 'edit' && <Button size="small" onPress={() => setRestoring(version)}>{t`Restore`}</Button>}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={restoring !== null}
        onClose={() => setRestoring(null)}
        title={t`Restore this version?`}
        consequence={
          <Trans>
            The draft will say again what this version says. What stands there now is kept as a version first;
            suggestions that are still open fall away with it.
          </Trans>
        }
        action={t`Restore this version`}
        onConfirm={async () => {
          await restore.mutateAsync({ params: { id: view.agreement.id, number: restoring!.number } })
          setRestoring(null)
        }}
      />
    </section>
  )
}

interface ComparisonProps {
  id: string
  items: readonly VersionView[]
  from: number
  to: number
  onChoose(change: { from?: number; to?: number }): void
}

function Comparison({ id, items, from, to, onChoose }: ComparisonProps) {
  const { t } = useLingui()
  const titleOf = useVersionTitle()
  const { data, error } = useCall(compareDraftVersions, { params: { id }, query: { from, to } })
  const choices = [
    { id: '0', label: t`The draft as it stands now` },
    ...items.map(one => ({ id: String(one.number), label: titleOf(one) })),
  ]
  return (
    <section>
      <h2 className="mb-2 text-sm font-medium">{t`Compare`}</h2>
      <div className="mb-4 grid max-w-3xl gap-4 md:grid-cols-2">
        <Select
          label={t`From`}
          choices={choices}
          value={String(from)}
          onChange={value => onChoose({ from: Number(value) })}
        />
        <Select
          label={t`To`}
          choices={choices}
          value={String(to)}
          onChange={value => onChoose({ to: Number(value) })}
        />
      </div>
      {error && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!data && !error && <SkeletonText lines={6} />}
      {data && <Differences languages={data.languages} clauses={data.clauses.filter(one => one.change !== 'same')} />}
    </section>
  )
}

function Differences({ languages, clauses }: { languages: readonly string[]; clauses: readonly ClauseComparison[] }) {
  const { t } = useLingui()
  const { number } = useFormat()
  const named = useLanguageNames()
  const words = { same: '', added: t`added`, removed: t`taken out`, changed: t`changed`, moved: t`moved` }
  if (clauses.length === 0)
    return (
      <p className="text-sm text-muted">
        <Trans>The two say the same.</Trans>
      </p>
    )
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-surface">
      {clauses.map(clause => {
        const position = number(clause.position)
        return (
          <li key={clause.id} className="px-4 py-3">
            <p className="mb-1 text-xs font-medium text-muted">
              {t`Clause ${position}`} · {words[clause.change]}
            </p>
            <div className={columns(languages.length)}>
              {languages.map(language => (
                <div
                  key={language}
                  lang={language}
                  dir={directionFor(language)}
                  className="draft-cell draft-piece min-w-0"
                >
                  <span className="sr-only">{named(language)}</span>
                  <Pieces pieces={clause.versions[language] ?? []} />
                </div>
              ))}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

function Pieces({ pieces }: { pieces: ClauseComparison['versions'][string] }) {
  return pieces.map((piece, at) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: pieces have no names and hold no state
    if (piece.change === 'added') return <ins key={at}>{piece.text}</ins>
    if (piece.change === 'removed') return <del key={at}>{piece.text}</del>
    return <span key={at}>{piece.text}</span>
    // biome-ignore-end lint/suspicious/noArrayIndexKey: as above
  })
}
