import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../../../apps/testing.ts'
import { findApplication } from '../../store.ts'
import { aCaseAt } from './testing.ts'

const picked = (ids: readonly string[], more: Record<string, string> = {}) => {
  const form = new FormData()
  for (const id of ids) form.append('id', id)
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  return form
}

test('initials are given in order: the secretary cannot before the head of division', async (t) => {
  const app = await freshApp(t)
  const application = await aCaseAt(app, { status: 'verified' })
  const [kabid, sekretaris] = [await app.as('kabid'), await app.as('sekretaris')]

  const early = await (await sekretaris.post('/petugas/paraf', picked([application.id]))).text()
  const first = await (await kabid.post('/petugas/paraf', picked([application.id]))).text()
  const second = await (await sekretaris.post('/petugas/paraf', picked([application.id]))).text()

  assert.match(early, /0 dari 1 berkas diparaf/)
  assert.match(first, /1 dari 1 berkas diparaf/)
  assert.match(second, /1 dari 1 berkas diparaf/)
  assert.equal((await findApplication(app.db, application.id))?.status, 'initialed')
})

test('several are initialed at once, each with its own result', async (t) => {
  const app = await freshApp(t)
  const cases = [await aCaseAt(app, { status: 'verified' }), await aCaseAt(app, { status: 'verified', businessName: 'Toko Dua' }), await aCaseAt(app, { status: 'accepted', businessName: 'Toko Tiga' })]

  const answer = await (await app.as('kabid')).post('/petugas/paraf', picked(cases.map((one) => one.id)))
  const nothing = await (await app.as('kabid')).post('/petugas/paraf', picked([]))

  const html = await answer.text()
  assert.match(html, /2 dari 3 berkas diparaf/)
  assert.match(html, /berkas berstatus Diterima/)
  assert.equal(nothing.status, 422)
})

test('only those who initial open that page, only who signs the other', async (t) => {
  const app = await freshApp(t)
  const table = [['/petugas/paraf', 'kabid', 200], ['/petugas/paraf', 'verifikator', 403], ['/petugas/paraf', 'kadis', 403], ['/petugas/tanda-tangan', 'kadis', 200],
    ['/petugas/tanda-tangan', 'sekretaris', 403], ['/petugas/tanda-tangan', 'admin', 403], ['/petugas/tanda-tangan', '081200000001', 403]] as const

  for (const [path, login, status] of table) {
    assert.equal((await (await app.as(login)).get(path)).status, status, `${login} ${path}`)
  }
})

test('the head signs a batch with one confirmation and gets a number for each', async (t) => {
  const app = await freshApp(t)
  const cases = [await aCaseAt(app, { status: 'initialed' }), await aCaseAt(app, { status: 'initialed', businessName: 'Toko Dua' }), await aCaseAt(app, { status: 'accepted', businessName: 'Toko Tiga' })]

  const answer = await (await app.as('kadis')).post('/petugas/tanda-tangan', picked(cases.map((one) => one.id)))

  const html = await answer.text()
  assert.match(html, /2 dari 3 surat terbit/)
  assert.match(html, /Terbit, nomor 500\.3\.7\/1\//)
  assert.match(html, /Terbit, nomor 500\.3\.7\/2\//)
  assert.match(html, /Tidak ditandatangani/)
  assert.deepEqual(await Promise.all(cases.map(async (one) => (await findApplication(app.db, one.id))?.status)), ['issued', 'issued', 'accepted'])
})

test('without a fresh second factor the code is asked for in the same form, and a wrong one signs nothing', async (t) => {
  const app = await freshApp(t)
  const application = await aCaseAt(app, { status: 'initialed' })
  const kadis = await app.as('kadis')
  await app.db.updateTable('accounts.sessions').set({ second_factor_until: null }).execute()

  const asked = await (await kadis.get('/petugas/tanda-tangan?pilih=semua')).text()
  const wrong = await kadis.post('/petugas/tanda-tangan', picked([application.id], { code: '000000' }))

  const html = await wrong.text()
  assert.match(asked, /name="code"/)
  assert.match(asked, new RegExp(`value="${application.id}" checked`))
  assert.equal(wrong.status, 422)
  assert.match(html, new RegExp(`value="${application.id}" checked`))
  assert.equal((await findApplication(app.db, application.id))?.status, 'initialed')
})
