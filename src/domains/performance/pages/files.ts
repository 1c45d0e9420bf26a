import { ok } from '../../../kernel/result.ts'
import { transact } from '../../../platform/db/unit.ts'
import { htmlResponse } from '../../../platform/http/response.ts'
import type { Route } from '../../../platform/http/route.ts'
import { publicFile } from '../public-file.ts'

/** Files anybody may fetch, also from a page of another site; a copy that is still the same is not sent again. */
const fileRoute = (path: string): Route => ({
  path, methods: ['GET'], right: 'public',
  async handle(c, ask, shell) {
    const { tools, params } = ask
    const read = await transact(tools.db, tools.clock, async ({ tx }) => ok(await publicFile(tools, tx, (params['file'] ?? '').replace('.csv', ''), params['month'])))
    const file = read.ok ? read.value : undefined
    if (!file) return htmlResponse(404, shell.frame(shell.errorScreen(404, undefined, ask.lang, ask.requestId), ask))
    const headers = { etag: file.etag, 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' }
    if (c.req.header('if-none-match') === file.etag) return new Response(null, { status: 304, headers })
    const name = `kinerja-${params['month'] ?? ''}${params['month'] === undefined ? '' : '-'}${params['file']}`
    return new Response(new Uint8Array(file.body), { headers: { ...headers, 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"` } })
  },
})

export const monthFile = fileRoute('/kinerja/:month{\\d{4}-\\d{2}}/:file{[a-z-]+\\.csv}')
export const trendFile = fileRoute('/kinerja/:file{per-bulan\\.csv}')
