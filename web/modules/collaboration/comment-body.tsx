// The words of a comment: plain text line by line, each in its own direction, people by their present names.
import { type Person, piecesOf } from './mention-text.ts'

export function CommentBody({ body, people }: { body: string; people: readonly Person[] }) {
  return (
    <div className="text-base break-words">
      {body.split('\n').map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have nothing else, and a comment is rendered anew as a whole
        <p key={place} dir="auto">
          {line === ''
            ? '\u00a0'
            : piecesOf(line, people).map((piece, at) =>
                typeof piece === 'string' ? (
                  piece
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the same person may be named twice in a line
                  <bdi key={at} className="rounded-sm bg-accent-soft px-1 font-medium text-accent">
                    @{piece.name}
                  </bdi>
                ),
              )}
        </p>
      ))}
    </div>
  )
}
