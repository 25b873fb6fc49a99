// Any digits may be typed or pasted into number and date fields; they become the digits the reader sees.
import { useCallback } from 'react'
import { latinDigits } from '../core/fold.ts'
import { currentReader, type Digits } from '../core/reader.ts'

/** A text with its digits written as Latin or as Persian ones. */
export function inDigits(text: string, digits: Digits): string {
  const latin = latinDigits(text)
  return digits === 'latn' ? latin : latin.replace(/\d/g, digit => String.fromCodePoint(0x06f0 + Number(digit)))
}

function retype(event: InputEvent): void {
  const { data, inputType, target } = event
  if (data === null || !inputType.startsWith('insert') || !(target instanceof HTMLElement)) return
  const wanted = inDigits(data, currentReader().digits)
  if (wanted === data) return
  event.preventDefault()
  event.stopImmediatePropagation()
  // React Aria reads the text of this event; for plain inputs the browser would now insert it, so we do.
  const isAllowed = target.dispatchEvent(
    new InputEvent('beforeinput', { data: wanted, inputType, bubbles: true, cancelable: true }),
  )
  if (!isAllowed || !(target instanceof HTMLInputElement)) return
  target.setRangeText(wanted, target.selectionStart ?? 0, target.selectionEnd ?? 0, 'end')
  target.dispatchEvent(new InputEvent('input', { data: wanted, inputType, bubbles: true }))
}

/**
 * A ref for the frame around a number or date input. React Aria takes other digits only while the locale names none,
 * and ours always does, as digits are chosen apart from the language.
 */
export function useReaderDigits(): (frame: HTMLElement | null) => (() => void) | undefined {
  return useCallback(frame => {
    if (!frame) return undefined
    frame.addEventListener('beforeinput', retype, { capture: true })
    return () => frame.removeEventListener('beforeinput', retype, { capture: true })
  }, [])
}
