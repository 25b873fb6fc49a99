// A text from elsewhere in which the words that were looked for are marked; its direction stays its own.

export interface MarkedPiece {
  text: string
  hit: boolean
}

export const plainText = (pieces: readonly MarkedPiece[]): string => pieces.map(piece => piece.text).join('')

export function MarkedText({ pieces, className }: { pieces: readonly MarkedPiece[]; className?: string }) {
  let at = 0
  return (
    <bdi className={className}>
      {pieces.map(({ text, hit }) => {
        const key = at
        at += text.length
        return hit ? (
          <mark key={key} className="rounded-sm bg-accent-soft font-medium text-accent">
            {text}
          </mark>
        ) : (
          <span key={key}>{text}</span>
        )
      })}
    </bdi>
  )
}
