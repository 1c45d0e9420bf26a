import type { OutColumn, OutRow } from '../../platform/sheets/write.ts'
import { writeCsv } from '../../platform/sheets/write-csv.ts'
import { writeXlsx } from '../../platform/sheets/write-xlsx.ts'
import type { Tools } from '../../platform/tools.ts'
import { type Batch, type BatchRow, listRows } from './batch-store.ts'
import { sheetOf } from './open-batch.ts'
import { linesOf } from './rows-of-sheet.ts'
import { importScreens as t } from './screen-messages.id.ts'

const PAGE = 1000

/** Numbers and reasons of the refused rows, in the order of the file, a page at a time. */
async function* refusedRows(tools: Pick<Tools, 'db'>, batchId: string): AsyncGenerator<BatchRow> {
  for (let after = 0; ;) {
    const page = await listRows(tools.db, batchId, 'refused', after, PAGE)
    yield* page
    const last = page.at(-1)
    if (!last) return
    after = last.number
  }
}

/** The refused rows as they stood in the file, each with why it was refused in one more column: to be mended and sent again. */
async function* refusedAsSent(tools: Tools, batch: Batch): AsyncGenerator<OutRow> {
  if (!batch.reading) return
  const columns = batch.reading.layout.columns
  const refused = refusedRows(tools, batch.id)
  let next = await refused.next()
  for await (const { row } of linesOf(await sheetOf(tools, batch), batch.reading.layout)) {
    if (next.done) return
    if (row.number !== next.value.number) continue
    yield [...columns.map(({ at }) => row.cells[at]?.text ?? ''), next.value.reasons.map(({ sentence }) => sentence).join(' ')]
    next = await refused.next()
  }
}

/** The file of refused rows: a workbook for a workbook, else CSV with semicolons. The first row has the headings of the list. */
export function refusedFile(tools: Tools, batch: Batch): { extension: 'xlsx' | 'csv'; body: AsyncIterable<Uint8Array> } {
  const headers = [...batch.reading?.layout.columns.map(({ header }) => header) ?? [], t.reasonColumn]
  const columns = headers.map((header): OutColumn => ({ name: header, title: header, kind: 'text' }))
  const extension = /\.(?:xlsx|xlsm|ods)$/i.test(batch.fileName) ? 'xlsx' : 'csv'
  const rows = refusedAsSent(tools, batch)
  return { extension, body: extension === 'xlsx' ? writeXlsx(columns, rows, { sheet: t.reasonColumn }) : writeCsv(columns, rows, { delimiter: ';', bom: true }) }
}
