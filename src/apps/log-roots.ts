import { z } from '@hono/zod-openapi'
import { ok } from '../kernel/result.ts'
import { findHomeOffice } from '../domains/office/index.ts'
import { type ApiOperation, operation } from '../platform/http/operation.ts'
import { download } from '../platform/http/page.ts'
import type { Route } from '../platform/http/route.ts'
import { rootsFile } from '../platform/log/root.ts'
import { rootsFileOf } from '../platform/log/roots.ts'

/** Ten years of days in one file. */
const WHOLE = 3_660

const listLogRoots = operation({
  method: 'get', path: '/log/roots', right: 'public', summary: 'Signed daily roots of the event log, the newest first, with the public keys',
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.iso.date().optional() }),
  answer: rootsFile.extend({ next: z.string().nullable() }),
  async handle({ tools }, { query: { limit, cursor } }) {
    const office = await findHomeOffice(tools.db)
    const file = await rootsFileOf(tools.db, tools.keys, office?.id ?? '', { before: cursor, limit })
    return ok({ ...file, next: file.items.length === limit ? file.items.at(-1)?.day ?? null : null })
  },
})

/** The same as one file, for `log verify --roots`. */
const rootsDownload = download({
  path: '/log/roots', right: 'public',
  async read({ tools }) {
    const office = await findHomeOffice(tools.db)
    const file = await rootsFileOf(tools.db, tools.keys, office?.id ?? '', { limit: WHOLE })
    return new Response(`${JSON.stringify(file)}\n`, {
      headers: { 'content-type': 'application/json', 'content-disposition': 'attachment; filename="akar-log.json"', 'cache-control': 'public, max-age=300' },
    })
  },
})

export const logOperations: ApiOperation[] = [listLogRoots]
export const logPages: Route[] = [rootsDownload]
