// The token of a link from a message: it stands behind the #, which browsers send to nobody.
import { useLocation } from '@tanstack/react-router'

export function useLinkToken(): string | undefined {
  const behind = useLocation({ select: location => location.hash })
  return new URLSearchParams(behind).get('token') ?? undefined
}
