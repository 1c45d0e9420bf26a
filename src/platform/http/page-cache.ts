import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'

const MOST_PAGES = 300

type Kept = { until: number; etag: string; plain: Uint8Array<ArrayBuffer>; small: Uint8Array<ArrayBuffer> }

/**
 * Public pages as last made, for visitors who are nobody in particular: many ask for the same few pages within the same seconds.
 * A browser that has the page already is told so in one small answer.
 */
export function createPageCache(nowMs: () => number) {
  const pages = new Map<string, Kept>()

  const answer = (kept: Kept, headers: Headers): Response => {
    const common = { etag: kept.etag, 'cache-control': 'no-cache', vary: 'accept-encoding, cookie', 'content-type': 'text/html; charset=utf-8' }
    if (headers.get('if-none-match') === kept.etag) return new Response(null, { status: 304, headers: common })
    const zipped = /\bgzip\b/.test(headers.get('accept-encoding') ?? '')
    return new Response(zipped ? kept.small : kept.plain, { headers: { ...common, ...(zipped ? { 'content-encoding': 'gzip' } : {}) } })
  }

  return {
    find(key: string, headers: Headers): Response | undefined {
      const kept = pages.get(key)
      return kept && kept.until > nowMs() ? answer(kept, headers) : undefined
    },
    async keep(key: string, seconds: number, made: Response, headers: Headers): Promise<Response> {
      if (made.status !== 200) return made
      const plain = new Uint8Array(await made.arrayBuffer())
      const kept = {
        until: nowMs() + seconds * 1000, plain, small: new Uint8Array(gzipSync(plain, { level: 9 })),
        etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      }
      pages.delete(key)
      pages.set(key, kept)
      const [oldest] = pages.keys()
      if (pages.size > MOST_PAGES && oldest !== undefined) pages.delete(oldest)
      return answer(kept, headers)
    },
  }
}
