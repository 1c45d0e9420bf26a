import { ok } from '../../../kernel/result.ts'
import { transact } from '../../../platform/db/unit.ts'
import type { Ask } from '../../../platform/http/context.ts'
import { type RateLimit, withinLimit } from '../../../platform/http/rate-limit.ts'
import { htmlResponse } from '../../../platform/http/response.ts'
import type { Route } from '../../../platform/http/route.ts'
import { openData } from '../open-data.ts'
import { openFile } from '../open-files.ts'

const GUESSES: RateLimit = { name: 'data-file-guesses', counts: 'misses', most: 60, windowMs: 10 * 60_000 }

/** Is the copy somebody has still the one we would send? The tag decides where he has one. Source: RFC 9110, 13.2.2 */
function isKnown(headers: Headers, etag: string, modified: Date): boolean {
  const tags = headers.get('if-none-match')
  if (tags !== null) return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
  const since = Date.parse(headers.get('if-modified-since') ?? '')
  return !Number.isNaN(since) && Math.floor(modified.getTime() / 1000) * 1000 <= since
}

async function answer(headers: Headers, ask: Ask): Promise<Response | undefined> {
  const { tools } = ask
  const read = await transact(tools.db, tools.clock, async ({ tx }) => ok(await openData(tools, tx)))
  const data = read.ok ? read.value : undefined
  const file = data && openFile(data, ask.params['file'] ?? '', tools.config.baseUrl)
  if (!file) return undefined
  const modified = new Date(file.updatedAt.epochMilliseconds)
  const common = {
    etag: file.etag, 'last-modified': modified.toUTCString(), 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*',
  }
  if (isKnown(headers, file.etag, modified)) return new Response(null, { status: 304, headers: common })
  const asFile = file.type.startsWith('text/csv') ? { 'content-disposition': `attachment; filename="${ask.params['file']}"` } : {}
  return new Response(file.body, { headers: { ...common, ...asFile, 'content-type': file.type } })
}

/** The published tables and their catalogue, as files anybody may fetch, also from a page of another site. */
export const dataFile: Route = {
  path: '/data/:file{[a-z0-9-]+\\.(?:csv|json)}',
  methods: ['GET'],
  right: 'public',
  handle: (c, ask, shell) => withinLimit(GUESSES, ask, false, {
    answer: async () => await answer(c.req.raw.headers, ask)
      ?? htmlResponse(404, shell.frame(shell.errorScreen(404, undefined, ask.lang, ask.requestId), ask)),
    tooMany: () => htmlResponse(429, shell.frame(shell.errorScreen(429, undefined, ask.lang, ask.requestId), ask)),
  }),
}
