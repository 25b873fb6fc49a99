// A small chart: what was given and received in each year, around a middle line. The numbers stand in the table beside.
import { useReader } from '../../core/reader.ts'

export interface YearSum {
  year: number
  given: number
  received: number
}

const step = 12
const half = 16

/** Given stands above the line, received below; the newest year is at the end of the reading direction. */
export function YearBars({ years }: { years: readonly YearSum[] }) {
  const { direction } = useReader()
  if (years.length === 0) return null
  const first = years[0]?.year ?? 0
  const last = years.at(-1)?.year ?? 0
  const span = last - first + 1
  const most = Math.max(1, ...years.flatMap(each => [each.given, each.received]))
  const height = (value: number) => (value <= 0 ? 0 : Math.max(1.5, (value / most) * half))
  const width = span * step
  const xOf = (year: number) => (direction === 'rtl' ? last - year : year - first) * step
  return (
    <div dir="ltr" className="inline-block">
      <svg aria-hidden="true" width={width} height={half * 2 + 1} className="block max-w-full">
        {years.map(({ year, given, received }) => (
          <g key={year}>
            <rect
              x={xOf(year) + 1}
              y={half - height(given)}
              width={step - 3}
              height={height(given)}
              rx={1}
              className="fill-accent"
            />
            <rect
              x={xOf(year) + 1}
              y={half + 1}
              width={step - 3}
              height={height(received)}
              rx={1}
              className="fill-info"
            />
          </g>
        ))}
        <rect x={0} y={half} width={width} height={1} className="fill-line-strong" />
      </svg>
    </div>
  )
}
