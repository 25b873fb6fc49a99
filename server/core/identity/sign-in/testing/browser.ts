// A browser for tests of signing in: keeps cookies between calls, as a person's own would.
import type { FastifyInstance } from 'fastify'
import type { BodyOf, ParamsOf, Problem, ResponseOf, RouteContract } from '../../../contract.ts'

interface Input<C> {
  params?: ParamsOf<C>
  body?: BodyOf<C>
}

export interface TestBrowser {
  call<C extends RouteContract>(contract: C, input?: Input<C>): Promise<ResponseOf<C>>
  /** The code of the refusal. */
  refusal<C extends RouteContract>(contract: C, input?: Input<C>): Promise<string>
  /** Follows a link, without what comes after. */
  open(url: string): Promise<{ status: number; location: string }>
  cookies: Map<string, string>
}

export function testBrowser(app: FastifyInstance): TestBrowser {
  const cookies = new Map<string, string>()
  const keepCookies = (given: string | string[] | undefined) => {
    for (const line of [given ?? []].flat()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      if (/Max-Age=0/.test(line)) cookies.delete(pair.slice(0, at))
      else cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const send = async (contract: RouteContract, input: Input<RouteContract> = {}) => {
    const params = (input.params ?? {}) as Record<string, unknown>
    const response = await app.inject({
      method: contract.method,
      url: contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name]))),
      headers: { 'x-concord': '1', 'user-agent': 'Test browser', cookie: cookie() },
      ...(contract.method !== 'GET' && { payload: (input.body ?? {}) as object }),
    })
    keepCookies(response.headers['set-cookie'])
    return response
  }
  return {
    cookies,
    async call(contract, input) {
      const response = await send(contract, input as Input<RouteContract>)
      if (response.statusCode !== 200)
        throw new Error(`${contract.method} ${contract.path}: ${response.statusCode} ${response.body}`)
      return response.json()
    },
    async refusal(contract, input) {
      const response = await send(contract, input as Input<RouteContract>)
      if (response.statusCode < 400) throw new Error(`${contract.method} ${contract.path} was not refused`)
      return (response.json() as Problem).code
    },
    async open(url) {
      const response = await app.inject({ url, headers: { cookie: cookie() } })
      keepCookies(response.headers['set-cookie'])
      return { status: response.statusCode, location: String(response.headers.location ?? '') }
    },
  }
}
