// In whose library something stands: that of a home organisation or of the whole installation.
import { useLingui } from '@lingui/react/macro'
import { Select } from '../../../kit/select.tsx'
import type { Library } from './library-parts.tsx'

const installation = 'installation'
export const placeKey = (homeId: string | null): string => homeId ?? installation
export const placeIdOf = (key: string): string | null => (key === installation ? null : key)

/** One's own organisation comes before the whole installation. */
export const firstPlace = (places: Library['places']): string | null =>
  (places.find(place => place.homeId !== null) ?? places[0])?.homeId ?? null

interface PlaceSelectProps {
  places: Library['places']
  value: string
  onChange: (value: string) => void
  name?: string
  error?: string | undefined
}

export function PlaceSelect({ places, ...field }: PlaceSelectProps) {
  const { t } = useLingui()
  return (
    <Select<string>
      label={t`Library of`}
      choices={places.map(place => ({ id: placeKey(place.homeId), label: place.name ?? t`The whole installation` }))}
      {...field}
    />
  )
}
