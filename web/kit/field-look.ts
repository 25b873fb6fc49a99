// How an input looks inside the frame of its field.

export const inputLook =
  'min-w-0 flex-1 bg-transparent px-2.5 py-1.5 text-sm text-ink outline-none placeholder:text-muted disabled:text-muted'
