// Message descriptors that server and web share: an id and its English text in ICU message format.

export interface Term {
  id: string
  message: string
}

/** A closed list of words with their labels: `{ memorandum: { id, message }, … }`. */
export type Terms<K extends string> = Readonly<Record<K, Term>>

/** The keys of a term list, in their order. */
export const keysOf = <K extends string>(terms: Terms<K>): readonly K[] => Object.keys(terms) as K[]
