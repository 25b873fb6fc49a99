// The place of a field whose code is on its way: label and frame of the final size.
import type { FieldProps } from './field-parts.tsx'

export function FieldSkeleton({ label, hidesLabel, help, className = '' }: FieldProps) {
  return (
    <div className={`flex min-w-0 flex-col gap-1.5 ${className}`}>
      <span className={hidesLabel ? 'sr-only' : 'text-sm font-medium'}>{label}</span>
      <span aria-hidden className="field-frame animate-breathe" />
      {help && <span className="text-xs text-muted">{help}</span>}
    </div>
  )
}
