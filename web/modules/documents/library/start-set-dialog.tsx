// What the start set holds, and where an administrator takes it over; nothing is taken over by itself.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { adoptStartSet } from '#modules/documents/library/library.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useWrite } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { LocalisedText } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { toast } from '../../../kit/toasts.tsx'
import type { Library } from './library-parts.tsx'
import { libraryRefreshes } from './library-words.ts'
import { PlaceSelect, placeIdOf, placeKey } from './place-select.tsx'

interface StartSetDialogProps {
  library: Library
  places: Library['places']
  onClose: () => void
}

export function StartSetDialog({ library: { startSet }, places, onClose }: StartSetDialogProps) {
  const { t } = useLingui()
  const { list, languageName } = useFormat()
  const [place, setPlace] = useState(placeKey(places[0]?.homeId ?? null))
  const adopt = useWrite(adoptStartSet, { refreshes: libraryRefreshes })
  const take = async () => {
    const { clauses, templates } = await adopt.mutateAsync({ body: { homeId: placeIdOf(place) } })
    toast({ text: t`Taken over: clauses ${clauses}, templates ${templates}.` })
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`The start set`}
      actions={
        <>
          <Button onPress={onClose}>{t`Cancel`}</Button>
          <Button variant="primary" isPending={adopt.isPending} onPress={() => void take().catch(() => undefined)}>
            {t`Take it over`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 text-sm">
        {adopt.error && <Banner tone="bad">{sentenceFor(adopt.error)}</Banner>}
        <p>
          <Plural value={startSet.clauses} one="# clause" other="# clauses" />
          {' · '}
          {list(startSet.languages.map(language => languageName(language)))}
        </p>
        <ul className="divide-y divide-line border-y border-line">
          {startSet.templates.map(template => (
            <li key={JSON.stringify(template.title)} className="py-2">
              <LocalisedText texts={template.title} className="font-medium" />
              <p className="text-muted">
                <LocalisedText texts={template.description} />
              </p>
            </li>
          ))}
        </ul>
        <p className="text-muted">
          <Trans>
            Have it checked by your lawyers before it is used. Everything may be changed afterwards, and what you have
            already stays as it is.
          </Trans>
        </p>
        <PlaceSelect places={places} value={place} onChange={setPlace} />
      </div>
    </Dialog>
  )
}
