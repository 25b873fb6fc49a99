// Grey shapes of the final size while something loads, so that nothing jumps.

const line = 'animate-breathe rounded-sm bg-line'

/** A line of text. `width` as a share of the room, 0.1 to 1. */
export function SkeletonLine({ width = 1, className = 'h-3' }: { width?: number; className?: string }) {
  return <span aria-hidden className={`block ${line} ${className}`} style={{ width: `${width * 100}%` }} />
}

const widths = [0.9, 0.75, 0.82, 0.6]

/** A paragraph. */
export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <span aria-hidden className="flex flex-col gap-2.5">
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity
        <SkeletonLine key={index} width={widths[index % widths.length] ?? 1} />
      ))}
    </span>
  )
}

/** Rows of a list, each as high as a row of two lines. */
export function SkeletonRows({ rows = 6 }: { rows?: number }) {
  return (
    <div aria-hidden className="divide-y divide-line">
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity
        <div key={index} className="flex h-13.5 flex-col justify-center gap-2 px-4">
          <SkeletonLine width={(widths[index % widths.length] ?? 1) * 0.5} />
          <SkeletonLine width={(widths[(index + 1) % widths.length] ?? 1) * 0.35} className="h-2.5" />
        </div>
      ))}
    </div>
  )
}

/** A box of a given height in pixels: tile, chart, map. */
export function SkeletonBox({ height }: { height: number }) {
  return <div aria-hidden className="animate-breathe rounded-lg bg-line/70" style={{ height }} />
}
