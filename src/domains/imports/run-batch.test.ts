import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { chanceOf } from '../../../db/seeds/chance.ts'
import { withDoubles } from '../../../db/seeds/messy-doubles.ts'
import { messyFile } from '../../../db/seeds/messy-file.ts'
import { messyList } from '../../../db/seeds/messy-list.ts'
import { seedRegency } from '../../../db/seeds/regency.ts'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { valueOf } from '../../kernel/testing.ts'
import { type BatchRow, getBatch, listRows } from './batch-store.ts'
import { receiveList } from './open-batch.ts'
import { runBatch } from './run-batch.ts'
import { beginPass } from './steer-batch.ts'
import { type TestCell, aWorkbook } from './testing.ts'
import { transact } from '../../platform/db/unit.ts'

const BY = '00000000-0000-0000-0000-000000000000'

/** The desk at which lists are tried and brought in. */
function desk(app: TestApp) {
  const pass = async (id: string, kind: 'check' | 'import'): Promise<BatchRow[]> => {
    valueOf(await transact(app.db, app.tools.clock, (unit) => beginPass(unit, 'demo', BY, id, kind)))
    await runBatch(app.tools, id)
    return listRows(app.db, id, undefined, 0, 10_000)
  }
  return {
    pass,
    counts: async (id: string) => (await getBatch(app.db, id)).counts,
    async receive(bytes: AsyncIterable<Uint8Array>, fileName: string): Promise<string> {
      return valueOf(await receiveList(app.tools, { officeId: 'demo', by: BY, fileName, sender: 'Kecamatan', source: 'import-old', observedOn: '2026-11-10', bytes })).id
    },
  }
}

async function* bytesOf(pieces: Iterable<string> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield typeof piece === 'string' ? new TextEncoder().encode(piece) : piece
}

/** What came of the rows, without the ids. */
const told = (rows: readonly BatchRow[]) => rows.map(({ subjectId: _id, ...row }) => row)

async function anOffice(t: TestContext) {
  const app = await freshApp(t)
  return { app, desk: desk(app), acts: async () => (await app.db.selectFrom('registry.changes').select('seq').execute()).length }
}

test('a trial says of each row what the import then does, and the same list sent again tells nothing new', async (t) => {
  const { app, desk: { pass, receive, counts }, acts } = await anOffice(t)
  await seedRegency(app.tools, { businesses: 250, seed: 1 })
  const list = await messyList({ rows: 330, seed: 5, now: app.tools.clock(), existing: 250, regencySeed: 1 })
  const lines = withDoubles([...list.lines()], chanceOf(5), 7)
  const id = await receive(bytesOf(messyFile('csv', lines)), 'daftar.csv')

  const tried = await pass(id, 'check')
  const imported = await pass(id, 'import')
  const before = await acts()
  const again = await receive(bytesOf(messyFile('csv', lines)), 'daftar.csv')
  await pass(again, 'import')

  assert.deepEqual(told(imported), told(tried))
  const came = Object.groupBy(imported, ({ outcome }) => outcome)
  assert.ok([came.new, came.same, came.changed, came.doubtful, came.refused].every((rows) => (rows?.length ?? 0) > 0), JSON.stringify(await counts(id)))
  const { same = 0, refused = 0, ...others } = await counts(again)
  assert.deepEqual(others, { passedOver: came['passed-over']?.length })
  assert.equal(same + refused, lines.filter(([first]) => typeof first === 'number').length)
  assert.equal(await acts(), before)
})

const HEADS = ['No', 'Kode Usaha', 'Nama Pemilik', 'NIK', 'No. HP', 'Nama Usaha', 'Alamat', 'Desa', 'Kecamatan']

test('no list gives an owner another NIK, a NIK another name, or one person the NIK of another', async (t) => {
  const { desk: { pass, receive } } = await anOffice(t)
  const send = async (rows: TestCell[][]) => receive((await aWorkbook({ Data: [HEADS, ...rows] })).stream(), 'daftar.xlsx')
  const row = (at: number, number: string, owner: string, id: string, phone: string, name: string): TestCell[] => [at, number, owner, id, phone, name, 'Dusun Krajan RT 1 RW 2', 'Kupang', 'Jabon']
  await pass(await send([
    row(1, 'A-1', 'Sulastri Handayani', '3515054506710000', '081234500011', 'Kerupuk Rambak Sulastri'),
    row(2, 'A-2', 'Paijan Hermanto', '3515051203830000', '081234500012', 'Tempe Paijan'),
    row(3, 'A-3', 'Wagimin Santosa', '', '081234500013', 'Bengkel Wagimin'),
  ]), 'import')

  const rows = await pass(await send([
    row(1, 'A-1', 'Sulastri Handayani', '3515054506720000', '081234500011', 'Kerupuk Rambak Sulastri'),
    row(2, 'A-2', 'Xaverius Zebua', '3515051203830000', '081234500012', 'Tempe Paijan'),
    row(3, 'A-3', 'Wagimin Santosa', '3515051203830000', '081234500013', 'Bengkel Wagimin'),
    row(4, 'A-1', 'Sulastri Handayani', '3515054506710000', '081234500099', 'Kerupuk Rambak Sulastri'),
  ]), 'import')

  assert.deepEqual(rows.filter(({ outcome }) => outcome !== 'passed-over').map(({ outcome, reasons }) => [outcome, reasons.at(-1)?.code]), [
    ['refused', 'other-national-id'], ['refused', 'national-id-of-another'], ['refused', 'national-id-of-another'], ['changed', 'changes'],
  ])
})
