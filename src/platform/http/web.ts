import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { parse as parseCookies } from 'hono/utils/cookie'
import type { Tools } from '../tools.ts'
import type { Ask, Language } from './context.ts'
import { openApiDocument } from './openapi.ts'
import { type ApiOperation, problemResponse } from './operation.ts'
import { htmlResponse, withCookies } from './response.ts'
import { createPageCache } from './page-cache.ts'
import type { Route, Shell } from './route.ts'

const MAX_BODY = 11 * 1024 * 1024
const POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "connect-src 'self'", "worker-src 'self'",
  "manifest-src 'self'", "form-action 'self'", "frame-src 'self'", "base-uri 'none'", "frame-ancestors 'none'",
].join('; ')

/** Headers of every answer. `same-origin`, not `no-referrer`: the latter makes browsers send `Origin: null` with a form. */
function harden(headers: Headers, secure: boolean): void {
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', POLICY)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(self), geolocation=(self), microphone=()')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('cross-origin-resource-policy', 'same-origin')
  if (!headers.has('x-frame-options')) headers.set('x-frame-options', 'DENY')
  if (secure) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
}

/** A form of another site must not act here. API calls with a bearer token carry no cookie and need no check. */
function fromElsewhere(c: Context, baseUrl: string): boolean {
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.header('authorization')) return false
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = c.req.header('origin')
  if (origin === undefined) return !c.req.path.startsWith('/api/') && c.req.header('referer') !== undefined && !String(c.req.header('referer')).startsWith(baseUrl)
  return origin !== new URL(baseUrl).origin && origin !== `http://${c.req.header('host')}`
}

/** The client's address: of the connection, or the last one named by a proxy in TRUSTED_PROXY. */
function clientAddress(c: Context, trusted: string[]): string {
  const direct = (() => {
    try {
      return getConnInfo(c).remote.address ?? ''
    } catch {
      return 'in-process'
    }
  })()
  if (!trusted.includes(direct.replace(/^::ffff:/, ''))) return direct
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? direct
}

function plainCookies(header: string | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(parseCookies(header ?? '')).map(([name, value]) => [name.replace(/^__Host-/, ''), String(value)]))
}

function languageOf(query: Record<string, string>, cookies: Record<string, string>): Language {
  return (query['bahasa'] ?? cookies['bahasa']) === 'en' ? 'en' : 'id'
}

/** Whoever shows a session or a token gets pages of his own. */
const isSomebody = (c: Context): boolean => c.req.header('authorization') !== undefined || plainCookies(c.req.header('cookie'))['sid'] !== undefined

async function askOf(c: Context, tools: Tools, shell: Shell, requestId: string): Promise<Ask> {
  const cookies = plainCookies(c.req.header('cookie'))
  const bearer = c.req.header('authorization')?.match(/^Bearer (.+)$/i)?.[1]
  const query = c.req.query()
  return {
    tools, cookies, query, requestId,
    actor: await shell.identify(cookies, bearer),
    params: c.req.param(),
    lang: languageOf(query, cookies),
    path: new URL(c.req.url).pathname,
    ip: clientAddress(c, tools.config.trustedProxy),
  }
}

const COMPRESSED = /^(text\/|application\/(json|problem\+json|javascript)|image\/svg)/

async function compressed(c: Context, response: Response): Promise<Response> {
  const type = response.headers.get('content-type') ?? ''
  if (!COMPRESSED.test(type) || response.headers.has('content-encoding') || !/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return response
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (bytes.length < 600) return new Response(bytes, response)
  const small = gzipSync(bytes, { level: 5 })
  const headers = new Headers(response.headers)
  headers.set('content-encoding', 'gzip')
  headers.append('vary', 'accept-encoding')
  headers.delete('content-length')
  return new Response(small, { status: response.status, headers })
}

const closed: Record<string, string> = { message: 'Permintaan ini datang dari situs lain dan ditolak. Buka kembali halaman kami dan ulangi.' }

/**
 * The web app: every route and operation behind the same doors, in this order: size, origin, who asks, right, fields.
 * @param assets answers for fixed files, by address
 */
export function createWeb(tools: Tools, shell: Shell, routes: Route[], operations: ApiOperation[], assets: Map<string, () => Response>): Hono {
  const app = new Hono()
  const secure = tools.config.baseUrl.startsWith('https:')

  app.use(async (c, next) => {
    const began = performance.now()
    const requestId = randomBytes(6).toString('hex')
    c.set('requestId' as never, requestId as never)
    await next()
    harden(c.res.headers, secure)
    c.res.headers.set('x-request-id', requestId)
    tools.log.debug({ requestId, method: c.req.method, route: c.req.routePath, status: c.res.status, ms: Math.round(performance.now() - began) }, 'request')
  })
  app.use(async (c, next) => {
    await next()
    const answer = await compressed(c, c.res)
    // Set over another answer Hono puts the headers of that one back, the length of what is no longer sent among them.
    c.res = undefined
    c.res = answer
  })
  app.use(async (c, next) => {
    await next()
    // The language chosen by the link in the head stays for the pages after it.
    const chosen = c.req.query('bahasa')
    if (chosen === 'id' || chosen === 'en') c.res = withCookies(new Response(c.res.body, c.res), [{ name: 'bahasa', value: chosen, maxAgeS: 31_536_000 }], tools.config.baseUrl)
  })
  const large = new Set([
    ...routes.filter(({ takesLargeBody }) => takesLargeBody).map(({ path }) => `POST ${path}`),
    ...operations.filter(({ takesLargeBody }) => takesLargeBody).map(({ method, path }) => `${method.toUpperCase()} /api/v1${path}`),
  ])
  const limited = bodyLimit({
    maxSize: MAX_BODY,
    async onError(c) {
      const refusal = { kind: 'invalid', code: 'too-large', problems: [{ field: 'file', message: 'Kiriman terlalu besar. Berkas paling besar 10 MB.' }] } as const
      if (c.req.path.startsWith('/api/')) return problemResponse({ ...refusal, problems: [...refusal.problems] })
      const ask = await askOf(c, tools, shell, String(c.get('requestId' as never)))
      return htmlResponse(413, shell.frame(shell.errorScreen(422, { ...refusal, problems: [...refusal.problems] }, ask.lang, ask.requestId), ask))
    },
  })
  app.use((c, next) => (large.has(`${c.req.method} ${c.req.path}`) ? next() : limited(c, next)))

  const guarded = (handle: (c: Context, ask: Ask) => Promise<Response>) => async (c: Context) => {
    const ask = await askOf(c, tools, shell, String(c.get('requestId' as never)))
    if (!fromElsewhere(c, tools.config.baseUrl)) return handle(c, ask)
    const refusal = { kind: 'forbidden', code: 'cross-site', message: closed['message'] ?? '' } as const
    return c.req.path.startsWith('/api/') ? problemResponse(refusal) : htmlResponse(403, shell.frame(shell.errorScreen(403, refusal, ask.lang, ask.requestId), ask))
  }

  const cache = createPageCache(() => tools.clock().epochMilliseconds)
  const mounted = (route: Route) => {
    const handle = guarded((c, ask) => route.handle(c, ask, shell))
    const { cacheSeconds } = route
    if (cacheSeconds === undefined) return handle
    return async (c: Context) => {
      if (c.req.method !== 'GET' || isSomebody(c)) return handle(c)
      const key = `${c.req.url} ${languageOf(c.req.query(), plainCookies(c.req.header('cookie')))}`
      const { headers } = c.req.raw
      return cache.find(key, headers) ?? cache.keep(key, cacheSeconds, await handle(c), headers)
    }
  }

  for (const [path, give] of assets) app.get(path, () => give())
  for (const route of routes) app.on(route.methods, route.path, mounted(route))
  let description: object | undefined
  app.get('/api/v1/openapi.json', (c) => c.json((description ??= openApiDocument(operations, `${tools.config.baseUrl}/api/v1`))))
  for (const one of operations) {
    app.on(one.method.toUpperCase(), `/api/v1${one.path.replaceAll(/\{(\w+)\}/g, ':$1')}`, guarded((c, ask) => one.handle(c, ask, shell)))
  }

  app.notFound(async (c) => {
    if (c.req.path.startsWith('/api/')) return problemResponse({ kind: 'not-found', code: 'no-such-address', message: 'Alamat ini tidak ada.' })
    const ask = await askOf(c, tools, shell, String(c.get('requestId' as never)))
    return htmlResponse(404, shell.frame(shell.errorScreen(404, undefined, ask.lang, ask.requestId), ask))
  })
  app.onError(async (error, c) => {
    const requestId = String(c.get('requestId' as never))
    tools.log.error({ requestId, err: error, route: c.req.routePath }, 'failed')
    if (c.req.path.startsWith('/api/')) {
      return Response.json({ type: 'about:blank', title: 'Gangguan', status: 500, code: 'failure', detail: `Terjadi gangguan. Sebutkan kode ${requestId} kepada petugas.` },
        { status: 500, headers: { 'content-type': 'application/problem+json' } })
    }
    const ask = { actor: undefined, lang: languageOf(c.req.query(), {}), path: c.req.path, tools, query: {} }
    return htmlResponse(500, shell.frame(shell.errorScreen(500, undefined, ask.lang, requestId), ask))
  })
  return app
}
