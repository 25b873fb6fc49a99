// The API of this installation: every call by subject, with its parameters and forms, to be tried as oneself.
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { foldForSearch } from '../../../core/fold.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { readText, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { FilterBar } from '../../../kit/filter-bar.tsx'
import { OutsideLink } from '../../../kit/link.tsx'
import { Page, PageHeader, Section } from '../../../kit/page.tsx'
import { SearchBox } from '../../../kit/search-box.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { type OpenApiDocument, type Operation, operationsOf } from '../api/openapi.ts'
import { OperationPanel } from '../api/operation-panel.tsx'

const readers = { q: readText, call: readText }
const documentAddress = '/api/openapi.json'

export function ApiReferencePage() {
  const { t } = useLingui()
  const [url, change] = useUrlState(readers)
  const { data, error } = useQuery({
    queryKey: [documentAddress],
    queryFn: async ({ signal }) =>
      operationsOf((await (await fetch(documentAddress, { signal })).json()) as OpenApiDocument),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const bySubject = useMemo(() => {
    const wanted = foldForSearch(url.q ?? '')
    const found = data?.filter(each => foldForSearch(`${each.summary} ${each.path} ${each.method}`).includes(wanted))
    return [...Map.groupBy(found ?? [], each => each.tag)]
  }, [data, url.q])
  return (
    <Page width="reading">
      <PageHeader
        title={t`The API`}
        subtitle={t`Everything the pages do, programs can do too`}
        actions={
          <OutsideLink href={documentAddress} download="concord-openapi.json">{t`OpenAPI document`}</OutsideLink>
        }
      />
      <p className="mb-4 max-w-prose text-sm text-muted">
        <Trans>
          Calls that you try here are made as you, with your own rights, and change what they say. Programs use a token;
          texts come in the language of the header Accept-Language. The words of the API itself are English.
        </Trans>
      </p>
      <FilterBar search={<SearchBox label={t`Search calls`} value={url.q ?? ''} onChange={q => change({ q })} />} />
      {error && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {!data && !error && <SkeletonText lines={12} />}
      {data && bySubject.length === 0 && (
        <p className="text-sm text-muted">
          <Trans>No call is called that.</Trans>
        </p>
      )}
      <div dir="ltr">
        {bySubject.map(([subject, operations]) => (
          <Section key={subject} title={subject}>
            <ul className="divide-y divide-line">
              {operations.map(operation => (
                <OperationLine
                  key={operation.id}
                  operation={operation}
                  isOpen={url.call === operation.id}
                  onToggle={() => change({ call: url.call === operation.id ? undefined : operation.id })}
                />
              ))}
            </ul>
          </Section>
        ))}
      </div>
    </Page>
  )
}

interface LineProps {
  operation: Operation
  isOpen: boolean
  onToggle: () => void
}

function OperationLine({ operation, isOpen, onToggle }: LineProps) {
  return (
    <li>
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        className="flex w-full flex-wrap items-baseline gap-x-3 gap-y-0.5 rounded-sm py-2 text-start focus-ring"
      >
        <span className="w-14 shrink-0 font-mono text-xs font-semibold text-muted">{operation.method}</span>
        <span className="min-w-0 font-mono text-xs break-all">{operation.path}</span>
        <span className="min-w-0 flex-1 basis-60 text-sm">{operation.summary}</span>
      </button>
      {isOpen && <OperationPanel operation={operation} />}
    </li>
  )
}
