// What people say to each other about a record, and what is to be done about it.
import { Comments } from './comments.tsx'
import type { TalkedAbout } from './record-of.ts'
import { Tasks } from './tasks.tsx'

export function DiscussionTab({ record }: { record: TalkedAbout }) {
  return (
    <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="max-w-prose min-w-0">
        <Comments record={record} />
      </div>
      <div className="max-lg:order-first">
        <Tasks record={record} />
      </div>
    </div>
  )
}
