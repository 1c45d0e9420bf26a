import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../../apps/testing.ts'
import { aCooperative } from '../testing.ts'

const day = (name: string, [date, month, year]: [string, string, string]) => ({ [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year })

test('members are added one by one, listed in parts and leave on a day; branches open and close', async (t) => {
  const app = await freshApp(t)
  const made = await aCooperative(app)
  const [counter, reader] = [await app.as('loket'), await app.as('verifikator')]
  const text = async (path: string) => (await counter.get(path)).text()
  const home = `/koperasi/${made.id}`

  const added = await counter.post(`${home}/anggota/tambah`, { name: 'Rina <b>Dewi</b>', gender: 'female', memberNumber: '7', ...day('joinedOn', ['1', '2', '2020']) })
  const wrong = await counter.post(`${home}/anggota/tambah`, { name: '', nationalId: '12', ...day('joinedOn', ['1', '2', '2999']) })
  await (await app.api('loket')).post(`/cooperatives/${made.id}/members`, { members: Array.from({ length: 60 }, (_, at) => ({ name: `Anggota ${at}` })) })
  const first = await text(`${home}/anggota`)
  const second = await text(`${home}/anggota${/href="(\?sesudah=[^"]+)"/.exec(first)?.[1] ?? ''}`)
  const { id } = await app.db.selectFrom('cooperatives.memberships').select('id').where('member_number', '=', '7').executeTakeFirstOrThrow()
  const early = await counter.post(`${home}/anggota/${id}/keluar`, day('leftOn', ['1', '1', '2019']))
  const left = await counter.post(`${home}/anggota/${id}/keluar`, day('leftOn', ['1', '6', '2026']))
  const former = await text(`${home}/anggota?keadaan=keluar`)

  assert.deepEqual([added.status, wrong.status, early.status, left.status], [303, 422, 422, 303])
  assert.match(await wrong.text(), /Isi nama seperti tertulis di KTP/)
  assert.match(await early.text(), /lebih awal daripada tanggal masuk/)
  const names = (html: string) => html.match(/<th role="rowheader"/g)?.length ?? 0
  assert.deepEqual([names(first), names(second)], [50, 11])
  assert.match(first, /61 anggota terdaftar/)
  assert.match(former, /Rina &lt;b(?:>|&gt;)Dewi[\s\S]*1 Juni 2026/)
  assert.match(await (await reader.get(`/petugas/koperasi/${made.id}`)).text(), new RegExp(`href="${home}/anggota"[\\s\\S]*href="${home}/cabang"`))
  assert.doesNotMatch(await (await reader.get(`${home}/anggota`)).text(), /\/tambah/)

  const version = String((await (await app.api('loket')).get(`/cooperatives/${made.id}`)).body.version)
  const opened = await counter.post(`${home}/cabang/tambah`, { kind: 'branch', name: 'Cabang Krian', address: 'Jl. Raya 1', ...day('openedOn', ['1', '3', '2024']), version })
  const stale = await counter.post(`${home}/cabang/tambah`, { kind: 'branch', name: 'Cabang Waru', version })
  const before = await counter.post(`${home}/cabang/0/tutup`, { ...day('closedOn', ['1', '3', '2023']), version: String(Number(version) + 1) })
  const closed = await counter.post(`${home}/cabang/0/tutup`, { ...day('closedOn', ['1', '6', '2026']), version: String(Number(version) + 1) })
  const branches = await text(`${home}/cabang`)

  assert.deepEqual([opened.status, stale.status, before.status, closed.status], [303, 409, 422, 303])
  assert.match(branches, /Cabang Krian[\s\S]*1 Maret 2024[\s\S]*Tutup 1 Juni 2026/)
  for (const path of ['/anggota/tambah', `/anggota/${id}/keluar`, '/cabang/tambah', '/cabang/0/tutup']) assert.equal((await reader.post(home + path, {})).status, 403, path)
  assert.equal((await (await app.as('081200000001')).get(`${home}/anggota`)).status, 403)
})
