// The message at a field that has parts of its own.
import type { FieldErrors } from '../../../kit/use-form.ts'

/** The first message at a field or at a part of it. */
export const errorBelow = ({ errors }: { errors: FieldErrors }, path: string): string | undefined =>
  errors[path] ?? Object.entries(errors).find(([key]) => key.startsWith(`${path}.`))?.[1]
