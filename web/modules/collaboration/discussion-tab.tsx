// What people say to each other about a record.
import { Comments } from './comments.tsx'
import type { TalkedAbout } from './record-of.ts'

export function DiscussionTab({ record }: { record: TalkedAbout }) {
  return (
    <div className="max-w-prose">
      <Comments record={record} />
    </div>
  )
}
