// Every component of the kit in its states, to look at: /kit, /kit?part=fields, /kit?part=list.
import { useNavigate } from '@tanstack/react-router'
import { useReader } from '../../core/reader.ts'
import { readOneOf, useUrlState } from '../../core/url-state.ts'
import { Page, PageHeader } from '../../kit/page.tsx'
import { GalleryFields, GalleryForm } from './gallery-fields.tsx'
import { GalleryList } from './gallery-list.tsx'
import { GalleryParts } from './gallery-parts.tsx'
import { galleryWords } from './gallery-words.ts'

const parts = ['parts', 'fields', 'list'] as const
const readers = { part: readOneOf(parts) }

export function Gallery() {
  const [{ part = 'parts' }] = useUrlState(readers)
  const words = galleryWords[useReader().language]
  const navigate = useNavigate()
  return (
    <main className="flex-1">
      <nav aria-label={words.title} className="flex gap-4 border-b border-line px-4 pb-2 text-sm md:px-8">
        {parts.map(each => (
          <a
            key={each}
            href={`/kit?part=${each}`}
            aria-current={each === part ? 'page' : undefined}
            onClick={event => {
              event.preventDefault()
              void navigate({ to: '/kit', search: { part: each } } as never)
            }}
            className="rounded-sm py-1 text-muted hover:text-ink focus-ring aria-[current=page]:text-accent"
          >
            {each}
          </a>
        ))}
      </nav>
      {part === 'parts' && <GalleryParts />}
      {part === 'list' && <GalleryList />}
      {part === 'fields' && (
        <Page>
          <PageHeader title={words.title} subtitle={words.subtitle} />
          <div className="grid gap-x-16 gap-y-8 lg:grid-cols-2">
            <GalleryForm />
            <GalleryFields />
          </div>
        </Page>
      )}
    </main>
  )
}
