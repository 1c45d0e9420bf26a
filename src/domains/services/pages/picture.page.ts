import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { REFERENCE } from '../../../platform/db/reference.ts'
import type { Route } from '../../../platform/http/route.ts'

const kept = new Map<string, Promise<Buffer | undefined>>()

/** A drawing is looked for once; one that is not there is not looked for again until the program starts anew. */
function pictureOf(name: string): Promise<Buffer | undefined> {
  const known = kept.get(name)
  if (known) return known
  const read = readFile(join(REFERENCE, 'services/pictures', name)).catch(() => undefined)
  // Names come from outside: the list of those that are kept must not grow with what strangers ask for.
  if (kept.size < 500) kept.set(name, read)
  return read
}

/** Drawings of the right paper, shown beside an upload. The name is taken apart, so that no other file can be asked for. */
export const picturePage: Route = {
  path: '/gambar/layanan/:name', methods: ['GET'], right: 'public', cacheSeconds: 86_400,
  async handle(c) {
    const name = c.req.param('name') ?? ''
    const picture = /^[a-z0-9-]+\.svg$/.test(name) ? await pictureOf(name) : undefined
    if (!picture) return c.notFound()
    return new Response(new Uint8Array(picture), {
      headers: {
        'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      },
    })
  },
}
