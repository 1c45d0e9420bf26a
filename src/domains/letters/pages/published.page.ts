import type { Route } from '../../../platform/http/route.ts'
import { KEYS_PATH, REVOKED_PATH, WORKER_PATH, offlineAssets } from '../offline-assets.ts'
import { publishedKeys, publishedRevocations } from '../published.ts'

const open = { methods: ['GET'] as 'GET'[], right: 'public' }
const script = (body: string, cache: string) => new Response(body, { headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': cache } })

const checkScript: Route = {
  ...open, path: '/assets/:file{periksa\\.[0-9a-f]+\\.js}',
  async handle(_c, ask) {
    const assets = await offlineAssets()
    // An older page asks for an older script: it gets the present one, but may not keep it for ever under that address.
    return script(assets.script, ask.path === assets.scriptPath ? 'public, max-age=31536000, immutable' : 'no-cache')
  },
}

/** Browsers look for a newer worker at the same address, so it must never be kept. */
const worker: Route = { ...open, path: WORKER_PATH, handle: async () => script((await offlineAssets()).worker, 'no-cache') }

/** Open to every program that checks letters by itself, see docs/letter-code.md. */
const keys: Route = {
  ...open, path: KEYS_PATH,
  handle: async (_c, { tools }) => Response.json({ keys: await publishedKeys(tools) }, { headers: { 'cache-control': 'no-cache', 'access-control-allow-origin': '*' } }),
}

const revoked: Route = {
  ...open, path: REVOKED_PATH,
  async handle(c, { tools }) {
    const { list, etag } = await publishedRevocations(tools)
    const headers = { etag, 'cache-control': 'no-cache', 'access-control-allow-origin': '*' }
    return c.req.header('if-none-match') === etag ? new Response(null, { status: 304, headers }) : Response.json(list, { headers })
  },
}

export const publishedRoutes: Route[] = [checkScript, worker, keys, revoked]
