import { streamed } from '../../../platform/export/respond.ts'
import { download } from '../../../platform/http/page.ts'
import { refusedFile } from '../refused-file.ts'
import { importScreens as t } from '../screen-messages.id.ts'
import { batchAccess, batchAsked } from './batch-access.ts'

const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' }

async function* eachOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* bytes
}

/** The refused rows as a file, to be mended and sent again. */
export const refusedRowsPage = download({
  path: '/petugas/impor/:id/ditolak',
  right: 'registry.import',
  access: batchAccess,
  async read({ unit, tools, actor, params }) {
    const batch = await batchAsked({ unit, params })
    if (!batch || batch.storageKey === null || !batch.counts.refused) return undefined
    const { extension, body } = refusedFile(tools, batch)
    unit.record(batch.officeId, { what: 'import.take-refused', kind: 'import', subject: batch.id, actor: actor.accountId, data: { rows: batch.counts.refused } })
    // Headers hold plain letters only.
    const name = batch.fileName.replace(/\.[^.]*$/, '').normalize('NFD').replace(/[^\w.-]+/g, '-').slice(0, 100)
    return streamed(eachOf(body), { type: TYPES[extension], name: `${name}-${t.refusedSuffix}.${extension}` })
  },
})
