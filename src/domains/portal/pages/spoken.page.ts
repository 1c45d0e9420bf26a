import { download } from '../../../platform/http/page.ts'
import { findSpoken } from '../spoken-store.ts'

/** Guidance as sound. */
export const spokenPage = download({
  path: '/bantuan/suara/:key/:lang',
  right: 'public',
  async read({ unit, tools, params }) {
    const spoken = await findSpoken(unit.tx, params['key'] ?? '', params['lang'] ?? '')
    const bytes = spoken && await tools.files.get(spoken.storageKey)
    return bytes && new Response(new Uint8Array(bytes), { headers: { 'content-type': spoken.mediaType, 'cache-control': 'public, max-age=3600' } })
  },
})
