// The search: one field, everything the reader may see, by kind and by home organisation; all of it in the address.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ChevronDown, SearchX } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { type FoundGroup, type SearchAnswer, searchEverything } from '#modules/search/search.contract.ts'
import { countLimit, foundKinds, foundKindTerms } from '#modules/search/search.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { readOneOf, readText, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Bdi } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Menu } from '../../../kit/menu.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { SearchBox } from '../../../kit/search-box.tsx'
import { SkeletonRows } from '../../../kit/skeleton.tsx'
import { FoundRow } from '../found-row.tsx'

const readers = { q: readText, kind: readOneOf(foundKinds), home: readText }
type Url = ReturnType<typeof useUrlState<typeof readers>>

/** Arrow keys go through the results, from the field down and back up to it. */
function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type=search], a[data-found]')]
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step]
  if (!next || !stops.includes(document.activeElement as HTMLElement)) return
  event.preventDefault()
  next.focus()
}

/** The page is opened to type. */
function useFocusOnField() {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const frame = requestAnimationFrame(() => place.current?.querySelector('input')?.focus({ preventScroll: true }))
    return () => cancelAnimationFrame(frame)
  }, [])
  return place
}

export function SearchPage() {
  const { t } = useLingui()
  const [url, change] = useUrlState(readers)
  const place = useFocusOnField()
  const text = url.q?.trim() ?? ''
  return (
    <Page width="reading">
      <PageHeader title={t`Search`} documentTitle={text ? t`Search: ${text}` : t`Search`} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the links inside */}
      <div ref={place} onKeyDown={onArrow}>
        <SearchBox
          label={t`Words, numbers, names, words of a file`}
          value={url.q ?? ''}
          onChange={q => change({ q, kind: undefined, home: undefined })}
          className="w-full"
        />
        {text === '' ? <HowTo /> : <Results text={text} url={url} change={change} />}
      </div>
    </Page>
  )
}

function HowTo() {
  return (
    <div className="mt-5 max-w-prose text-sm text-muted">
      <p>
        <Trans>
          Agreements, organisations, contacts, files and what is written in them, commitments, activities and comments
          are found by any of their words, in any script. The last word may be cut off; small slips are forgiven.
        </Trans>
      </p>
      <p className="mt-2">
        <Trans>Words in quotation marks are found only next to each other: “mutual recognition”.</Trans>
      </p>
    </div>
  )
}

function Results({ text, url, change }: { text: string; url: Url[0]; change: Url[1] }) {
  // The facets stay while one of them is chosen: they come from the answer without it.
  const wide = useCall(searchEverything, { query: { q: text, limit: 5, ...(url.home && { home: url.home }) } })
  const chosen = useCall(searchEverything, {
    query: {
      q: text,
      limit: url.kind ? 50 : 5,
      ...(url.kind && { kind: url.kind }),
      ...(url.home && { home: url.home }),
    },
  })
  const everywhere = useCall(searchEverything, { query: { q: text, limit: 5 } })
  const answer = url.kind ? chosen : wide
  if (answer.error) return <Banner tone="bad">{sentenceFor(answer.error)}</Banner>
  if (!answer.data || !wide.data)
    return (
      <div className="mt-5">
        <SkeletonRows rows={8} />
      </div>
    )
  const { groups, instead } = answer.data
  return (
    <>
      <Facets all={wide.data.groups} homes={everywhere.data?.homes ?? []} url={url} change={change} />
      <Instead instead={instead} />
      {groups.map(group => (
        <Group
          key={group.kind}
          group={group}
          isAlone={url.kind !== undefined}
          onAll={() => change({ kind: group.kind }, { push: true })}
        />
      ))}
      {groups.length === 0 && (
        <EmptyState
          icon={<SearchX />}
          title={<Trans>Nothing was found for “{<Bdi>{text}</Bdi>}”</Trans>}
          actions={
            (url.kind || url.home) && (
              <Button onPress={() => change({ kind: undefined, home: undefined })}>
                <Trans>Search everywhere</Trans>
              </Button>
            )
          }
        >
          <Trans>All words must occur. Try fewer words, another spelling or another script.</Trans>
        </EmptyState>
      )}
    </>
  )
}

const useCount = () => {
  const { t } = useLingui()
  const { number } = useFormat()
  return ({ total, atLeast }: Pick<FoundGroup, 'total' | 'atLeast'>) => {
    const shown = number(total)
    return atLeast ? t`${shown}+` : shown
  }
}

function Facets({
  all,
  homes,
  url,
  change,
}: {
  all: readonly FoundGroup[]
  homes: SearchAnswer['homes']
  url: Url[0]
  change: Url[1]
}) {
  const { t } = useLingui()
  const term = useTerm()
  const count = useCount()
  const home = homes.find(one => one.id === url.home)
  if (all.length === 0 && !url.kind && !url.home) return null
  return (
    <div className="mt-3 mb-5 flex flex-wrap items-center gap-1.5">
      <Button
        size="small"
        variant={url.kind ? 'quiet' : 'plain'}
        onPress={() => change({ kind: undefined })}
      >{t`Everything`}</Button>
      {all.map(group => (
        <Button
          key={group.kind}
          size="small"
          variant={url.kind === group.kind ? 'plain' : 'quiet'}
          onPress={() => change({ kind: url.kind === group.kind ? undefined : group.kind })}
        >
          {term(foundKindTerms[group.kind])} <span className="text-muted tabular-nums">{count(group)}</span>
        </Button>
      ))}
      {homes.length > 1 && (
        <Menu
          label={t`Home organisation`}
          trigger={
            <Button size="small" variant="quiet" icon={<ChevronDown aria-hidden className="size-4 text-muted" />}>
              {home ? <Bdi>{home.name}</Bdi> : t`All home organisations`}
            </Button>
          }
          sections={[
            {
              id: 'home',
              items: [
                { id: '', label: t`All home organisations` },
                ...homes.map(({ id, name }) => ({ id, label: <Bdi>{name}</Bdi>, text: name })),
              ],
              selection: { mode: 'single', chosen: [url.home ?? ''], onChange: ([id]) => change({ home: id }) },
            },
          ]}
        />
      )}
    </div>
  )
}

/** Says by which other words something was found. */
function Instead({ instead }: { instead: SearchAnswer['instead'] }) {
  if (instead.length === 0) return null
  return (
    <p className="mb-4 text-sm text-muted" role="status">
      <Trans>Nothing is written just like that. Shown is what is meant perhaps:</Trans>{' '}
      {instead.map(({ typed, found }) => (
        <span key={typed} className="me-3">
          <bdi className="line-through">{typed}</bdi> <span aria-hidden>→</span>{' '}
          <bdi className="font-medium text-ink">{found}</bdi>
        </span>
      ))}
    </p>
  )
}

function Group({ group, isAlone, onAll }: { group: FoundGroup; isAlone: boolean; onAll: () => void }) {
  const term = useTerm()
  const count = useCount()
  const title = term(foundKindTerms[group.kind])
  const shown = group.items.length
  return (
    <section aria-label={title} className="mb-6">
      <div className="flex items-baseline gap-3 border-b border-line pb-2">
        <h2 className="text-lg font-semibold">{title}</h2>
        <span className="text-sm text-muted tabular-nums">{count(group)}</span>
      </div>
      <ul>
        {group.items.map(item => (
          <FoundRow key={item.id} item={item} />
        ))}
      </ul>
      {!isAlone && group.total > shown && (
        <Button variant="quiet" size="small" onPress={onAll}>
          <Trans>Show more</Trans>
        </Button>
      )}
      {isAlone && (group.total > shown || group.total >= countLimit) && (
        <p className="mt-2 text-xs text-muted">
          <Plural
            value={shown}
            one="The best one is shown. Another word narrows it down."
            other="The best # are shown. Another word narrows them down."
          />
        </p>
      )}
    </section>
  )
}
