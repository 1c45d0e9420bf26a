import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { freshApp } from '../../apps/testing.ts'
import { aCooperative } from './testing.ts'

test('a part of the cooperatives is taken by page, masked unless there is a reason for whole numbers, and the log says what for', async (t) => {
  const app = await freshApp(t)
  const wanted = await aCooperative(app, { phone: '031 8912345', npwp: '013456789603000', group: 'women' })
  await aCooperative(app, { villageCode: '35.15.18.2015', group: 'women' })
  const person = await app.as('data')
  const taken = async (fields: Record<string, string>) => {
    const sent = await person.post('/petugas/koperasi/ekspor', { format: 'csv', kecamatan: '35.15.05', kelompok: 'women', ...fields })
    assert.equal(sent.status, 303, await sent.text())
    return person.get(sent.headers.get('location') ?? '')
  }

  const page = await (await person.get('/petugas/koperasi/ekspor?kelompok=women')).text()
  const reply = await taken({ keperluan: 'report' })
  const [line, ...more] = parse(await reply.text(), { columns: true }) as Record<string, string>[]
  const whole = parse(await (await taken({ keperluan: 'field', nomor: 'lengkap', keperluanNomor: 'contact' })).text(), { columns: true }) as Record<string, string>[]
  const unsaid = await person.post('/petugas/koperasi/ekspor', { format: 'csv' })
  const stranger = await (await app.as('loket')).get('/petugas/koperasi/ekspor')
  const noted = await app.db.selectFrom('log.events').select('body').where('what', '=', 'cooperatives.export').orderBy('seq').execute()

  assert.match(page, /Unduh data koperasi[\s\S]*<option value="women" selected/)
  assert.deepEqual([line?.['Nomor registri'], line?.['NPWP'], more.length], [wanted.registryNumber, '01**********000', 0])
  assert.match(line?.['Telepon'] ?? '', /\*/)
  assert.deepEqual([whole[0]?.['Telepon'], whole[0]?.['NPWP']], ['+62318912345', '013456789603000'])
  assert.match(reply.headers.get('content-disposition') ?? '', /filename="koperasi-35\.15\.05-/)
  assert.deepEqual([unsaid.status, stranger.status], [422, 403])
  const [begun] = noted.map(({ body }) => JSON.parse(body))
  assert.deepEqual([begun.to, begun.data.purpose, begun.data.filter, begun.data.numbers], ['begun', 'report', ['district=35.15.05', 'group=women'], false])
})
