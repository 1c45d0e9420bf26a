import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { hashOf } from './core/key-hash.ts'
import { catchUpKeys, keysOfSide, listSides } from './duplicate-keys-store.ts'
import { aBusiness } from './testing.ts'

const SITI = '3515055203800000'

/** The keys under which a business is filed once the job has run; they must be those of the record as it is. */
async function filedKeys({ db, tools }: TestApp, id: string): Promise<Set<number>> {
  await catchUpKeys(tools)
  const rows = await db.selectFrom('registry.duplicate_keys').select('key').where('business_id', '=', id).execute()
  const keys = rows.map(({ key }) => Number(key)).toSorted((a, b) => a - b)
  const [row] = await listSides(db, [id])
  assert.ok(row)
  assert.deepEqual(keys, keysOfSide(row.side).toSorted((a, b) => a - b))
  return new Set(keys)
}

test('whoever changes a phone, a NIK, a family card or a product, the business is filed anew under its keys', async (t) => {
  const app = await freshApp(t)
  const { id } = await aBusiness(app)
  const steward = await app.api('data')
  const change = async (body: object) => assert.equal((await steward.patch(`/businesses/${id}`, body)).status, 200)
  const index = (digits: string) => app.tools.keys.indexOf(digits).toString('hex')
  const filed = [await filedKeys(app, id)]

  const counter = await app.as('loket')
  const asked = await counter.post('/petugas/ganti-nomor', { nationalId: SITI })
  await counter.post(asked.headers.get('location') ?? '', { newPhone: '081200000099', evidence: 'ktp' })
  const { id: request } = await app.db.selectFrom('accounts.phone_changes').select('id').executeTakeFirstOrThrow()
  await (await app.as('sekretaris')).post(`/petugas/ganti-nomor/permintaan/${request}`, { decision: 'setuju' })
  filed.push(await filedKeys(app, id))
  await change({ owner: { nationalId: '3515055203810000' } })
  filed.push(await filedKeys(app, id))
  await change({ owner: { familyCardNumber: '3515051203100000' } })
  filed.push(await filedKeys(app, id))
  await change({ mainProduct: 'sepatu kulit' })
  filed.push(await filedKeys(app, id))

  const [first, phone, number, card, product] = filed
  const has = (keys: Set<number> | undefined, key: string) => keys?.has(hashOf(key))
  assert.deepEqual([first, phone].map((keys) => [has(keys, 'p:+6281200000001'), has(keys, 'p:+6281200000099')]), [[true, false], [false, true]])
  assert.deepEqual([phone, number].map((keys) => [has(keys, `i:${index(SITI)}`), has(keys, `i:${index('3515055203810000')}`)]), [[true, false], [false, true]])
  assert.deepEqual([number, card].map((keys) => has(keys, `f:${index('3515051203100000')}`)), [false, true])
  assert.ok([...product ?? []].some((key) => !card?.has(key)))
})
