// Who is signed in and what this installation is; read once and kept until someone signs in or out.
import { queryOptions, useQuery } from '@tanstack/react-query'
import {
  getSession,
  type Preferences,
  type SessionState,
  savePreferences,
  signOut,
} from '#core/identity/identity.contract.ts'
import { call } from './api.ts'
import { queryClient } from './query.ts'
import { choicesFrom, chooseReader, isLanguage, onChoice, type ReaderChoices } from './reader.ts'

export type Session = SessionState

export const sessionOptions = queryOptions({
  queryKey: [getSession.path],
  queryFn: ({ signal }): Promise<Session> => call(getSession, { signal }),
  staleTime: 5 * 60_000,
})

/** The session as it was last read; undefined before the first answer. */
export const useSession = (): Session | undefined => useQuery(sessionOptions).data

/** Whether this person may do something that concerns the whole installation. */
export const may = (session: Session | undefined, ability: string): boolean => session?.abilities[ability] === true

/** Takes over a session that a call answered: after signing in, after accepting an invitation. */
export function adoptSession(session: Session): void {
  // The session's own entry stays, as what is on the page watches it.
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== getSession.path })
  queryClient.setQueryData(sessionOptions.queryKey, session)
  takeOverPreferences(session)
}

/** A person's choices on the server win over those of a strange browser. */
export function takeOverPreferences({ person }: Session): void {
  if (!person) return
  const kept = { language: person.language, ...person.preferences }
  if (isLanguage(kept.language)) chooseReader(choicesFrom(kept, kept.language), 'server')
}

/** On the wire a choice that follows the language is left out. */
function wirePreferences(choices: ReaderChoices): Preferences {
  return Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== null))
}

/** Sends later choices to the server; this browser keeps them too, so a failure is no loss. */
export function keepChoicesOnServer(): void {
  onChoice(choices => {
    if (!queryClient.getQueryData(sessionOptions.queryKey)?.person) return
    call(savePreferences, { body: wirePreferences(choices) }).catch(() => undefined)
  })
}

/** Ends the session and forgets everything that was read. */
export async function endSession(): Promise<void> {
  await call(signOut)
  queryClient.clear()
}
