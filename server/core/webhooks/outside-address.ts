// Lets calls out only to the public network: names are resolved here, and what was checked is what is connected to.
import dns, { type LookupAddress } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

// RFC 6890 and the IANA registries of special-purpose addresses.
const inside = new BlockList()
for (const [network, bits] of [
  ...[['0.0.0.0', 8] as const, ['10.0.0.0', 8] as const, ['100.64.0.0', 10] as const, ['127.0.0.0', 8] as const],
  ...[['169.254.0.0', 16] as const, ['172.16.0.0', 12] as const, ['192.0.0.0', 24] as const],
  ...[['192.0.2.0', 24] as const, ['192.88.99.0', 24] as const, ['192.168.0.0', 16] as const],
  ...[['198.18.0.0', 15] as const, ['198.51.100.0', 24] as const, ['203.0.113.0', 24] as const],
  ...[['224.0.0.0', 4] as const, ['240.0.0.0', 4] as const],
] as const)
  inside.addSubnet(network, bits, 'ipv4')
// Only 2000::/3 is given out for the public network; of that, tunnels and examples are not.
const outside6 = new BlockList()
outside6.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inside.addSubnet(network, bits, 'ipv6')

/** Whether an IP address is in the public network. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !inside.check(address, 'ipv4')
  // Addresses of the old kind in the new form, tunnels and local ones all lie outside of 2000::/3.
  return family === 6 && outside6.check(address, 'ipv6') && !inside.check(address, 'ipv6')
}

export class AddressInside extends Error {
  override name = 'AddressInside'

  constructor(address: string) {
    super(`${address} is not in the public network.`)
  }
}

/** The host of an address without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

/** The address for a call, or undefined when its form alone says that it must not be called. */
export function callableUrl(text: string, allowsInside: boolean): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return undefined
  if (url.protocol !== 'https:' && !(allowsInside && url.protocol === 'http:')) return undefined
  const host = hostOf(url)
  const isInside = isIP(host) ? !isPublicAddress(host) : /(^|\.)localhost\.?$/.test(host) || !host.includes('.')
  return isInside && !allowsInside ? undefined : url
}

type Resolve = (host: string) => Promise<LookupAddress[]>
const resolveHost: Resolve = host => dns.promises.lookup(host, { all: true })

/** For `http.request`: gives it only addresses of the public network, so that no second answer of a name server slips in. */
export const publicLookup =
  (resolve: Resolve = resolveHost): LookupFunction =>
  (hostname, options, done) => {
    resolve(hostname).then(
      found => {
        const good = found.filter(({ address }) => isPublicAddress(address))
        if (good.length === 0) return done(new AddressInside(hostname), '', 0)
        if (options.all) return done(null, good)
        return done(null, good[0]!.address, good[0]!.family)
      },
      error => done(error as NodeJS.ErrnoException, '', 0),
    )
  }
