// The way of a browser into a visit: its cookie if it has one, else the token of the link, else a code by e-mail.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { type Entrance, openGuestLink, readGuestRecord } from '#modules/guests/visit.contract.ts'
import { call } from '../../../core/api.ts'
import { ProblemError } from '../../../core/problem.ts'
import { callKey } from '../../../core/query.ts'
import { chooseReader, isLanguage } from '../../../core/reader.ts'
import { readText, useUrlState } from '../../../core/url-state.ts'

const readers = { language: readText }

/** The part of the link that no server sees. */
export const tokenOfPage = (): string => decodeURIComponent(window.location.hash.slice(1))

/** @throws ProblemError in the server's words when neither the cookie nor the link opens anything. */
async function enter(guestId: string): Promise<Entrance> {
  const params = { id: guestId }
  const token = tokenOfPage()
  try {
    await call(readGuestRecord, { params })
    return { state: 'open', sentTo: null, language: '' }
  } catch (error) {
    if (!(error instanceof ProblemError && error.status === 401 && token !== '')) throw error
    return call(openGuestLink, { params, body: { token } })
  }
}

export function useEntrance(guestId: string) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [{ language }] = useUrlState(readers)
  useEffect(() => {
    if (!language) return
    // The link is in the language of the guest; what is chosen later on this page stays.
    if (isLanguage(language)) chooseReader({ language }, 'server')
    // The token must stay behind the # until it has opened the visit.
    void navigate({ to: '.', search: {}, hash: true, replace: true } as never)
  }, [language, navigate])
  const key = ['guest entrance', guestId]
  const entrance = useQuery({
    queryKey: key,
    queryFn: () => enter(guestId),
    enabled: !language,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  const isOpen = entrance.data?.state === 'open'
  useEffect(() => {
    // From here on the cookie is enough: the token does not stay in the address.
    if (isOpen && window.location.hash) void navigate({ to: '.', search: true, hash: '', replace: true } as never)
  }, [isOpen, navigate])
  const opened = async (next: Entrance) => {
    await client.invalidateQueries({ queryKey: [callKey(readGuestRecord, undefined)[0]] })
    client.setQueryData(key, next)
  }
  return { entrance, opened }
}
