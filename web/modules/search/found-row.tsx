// One thing that was found: its title with the words marked, what it stands in, and the place.
import type { Found } from '#modules/search/search.contract.ts'
import { BareLink } from '../../kit/link.tsx'
import { MarkedText } from '../../kit/marked-text.tsx'

export function FoundRow({ item }: { item: Found }) {
  const [to = '/', query] = item.path.split('?')
  return (
    <li className="border-b border-line">
      <BareLink
        to={to}
        {...(query && { search: Object.fromEntries(new URLSearchParams(query)) })}
        data-found=""
        className="block rounded-sm px-1 py-2 hover:bg-ink/4 focus-ring"
      >
        <span className="flex flex-wrap items-baseline gap-x-3">
          <MarkedText pieces={item.title} className="min-w-0 font-medium break-words" />
          {item.number && <bdi className="text-xs text-muted tabular-nums">{item.number}</bdi>}
        </span>
        {item.excerpt && (
          <span className="mt-0.5 block text-sm text-muted">
            <MarkedText pieces={item.excerpt} className="break-words" />
          </span>
        )}
        {item.of && <bdi className="mt-0.5 block truncate text-xs text-muted">{item.of}</bdi>}
      </BareLink>
    </li>
  )
}
