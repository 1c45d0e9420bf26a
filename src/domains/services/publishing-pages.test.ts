import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'

const ROOT = '/petugas/layanan'
const json = (value: unknown) => new File([JSON.stringify(value)], 'um-02.json', { type: 'application/json' })
const upload = (file: File, how: string) => { const form = new FormData(); form.set('file', file); form.set('do', how); form.set('note', 'Uji'); return form }

test('a file is checked and proposed, its flaws are named by place, and the head publishes it', async (t) => {
  const app = await freshApp(t)
  const [secretary, head, clerk] = [await app.as('sekretaris'), await app.as('kadis'), await app.as('loket')]
  const first = await (await secretary.get(`${ROOT}/um-02/1/berkas`)).json()
  const better = { ...first, requirements: first.requirements.filter((one: { key: string }) => one.key !== 'taxCard') }

  const flawed = await secretary.post(`${ROOT}/unggah`, upload(json({ ...first, questions: first.questions.toReversed() }), 'check'))
  const fine = await secretary.post(`${ROOT}/unggah`, upload(json(better), 'check'))
  const noJson = await secretary.post(`${ROOT}/unggah`, upload(new File(['<html>'], 'x.json'), 'propose'))
  const sent = await secretary.post(`${ROOT}/unggah`, upload(json(better), 'propose'))
  const place = sent.headers.get('location')?.split('?')[0] ?? ''
  const proposal = await (await head.get(place)).text()
  const own = await (await secretary.get(place)).text()
  const past = await head.post(`${place}/putusan`, { do: 'publish', 'validFrom-day': '1', 'validFrom-month': '11', 'validFrom-year': '2026' })
  const published = await head.post(`${place}/putusan`, { do: 'publish', 'validFrom-day': '12', 'validFrom-month': '11', 'validFrom-year': '2026' })

  assert.equal(flawed.status, 422)
  assert.match(await flawed.text(), /questions\.purposeOther\.showWhen/)
  assert.match(await fine.text(), /Tidak ada yang harus diperbaiki/)
  assert.match(await noJson.text(), /tidak terbaca sebagai JSON/)
  assert.match(proposal, /requirements\.taxCard.*dihapus.*NPWP/s)
  assert.match(proposal, /Periksa dan putuskan/)
  assert.match(own, /orang lain yang menerbitkannya/)
  assert.equal(past.status, 422)
  assert.equal(published.headers.get('location'), `${place}?sudah=terbit`)
  assert.match(await (await head.get(`${ROOT}/um-02`)).text(), /11 November 2026/)
  assert.equal((await clerk.get(ROOT)).status, 403)
})

test('the form changes a limit, says what else has to follow, and becomes a proposal; both sides can be looked at before', async (t) => {
  const app = await freshApp(t)
  const secretary = await app.as('sekretaris')

  const html = await (await secretary.get(`${ROOT}/um-02/ubah`)).text()
  const half = await secretary.post(`${ROOT}/um-02/ubah`, { 'limits.days': '4', 'decree.date-day': '2', 'decree.date-month': '1', 'decree.date-year': '2026' })
  const whole = await secretary.post(`${ROOT}/um-02/ubah`, { 'limits.days': '4', 'standard.duration': '4 hari kerja sejak berkas lengkap', note: 'Libur panjang' })
  const place = whole.headers.get('location')?.split('?')[0] ?? ''

  assert.match(html, /name="limits\.days"[^>]*value="3"|value="3"[^>]*name="limits\.days"/)
  assert.equal(half.status, 422)
  assert.match(await half.text(), /href="#standard\.duration"/)
  assert.match(await (await secretary.get(place)).text(), /limits\.days.*3.*4/s)
  const sides = await Promise.all(['pemohon', 'petugas', 'surat'].map(async (side) => (await secretary.get(`${place}/pratinjau?sisi=${side}`)).text()))
  assert.match(sides[0] ?? '', /Surat ini untuk keperluan apa\?.*Hanya ditanyakan bila “Surat ini untuk keperluan apa\?” = Keperluan lain/s)
  assert.match(sides[1] ?? '', /verifikasi → Terverifikasi.*Daftar periksa verifikator/s)
  assert.match(sides[2] ?? '', /pola dengan kalimatnya sendiri/)
})
