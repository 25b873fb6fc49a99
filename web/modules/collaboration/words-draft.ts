// Keeps what is being written about a record in this browser until it was sent: nothing typed is lost.
import { useEffect, useState } from 'react'
import { dropDraft, ownDraft, saveDraft } from '../../core/drafts.ts'
import { noWords, type Words } from './mention-text.ts'

export interface WordsDraft {
  words: Words
  change: (words: Words) => void
  clear: () => void
}

/** `initial` is what stands in the field when there is no draft. */
export function useWordsDraft(key: string, initial: Words = noWords): WordsDraft {
  const [words, setWords] = useState<Words>(() => ownDraft<Words>(key)?.values ?? initial)
  useEffect(() => {
    if (words.text !== initial.text) saveDraft(key, { savedAt: Date.now(), values: words })
    else dropDraft(key)
  }, [key, words, initial])
  const clear = () => {
    dropDraft(key)
    setWords(noWords)
  }
  return { words, change: setWords, clear }
}
