import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../../../apps/testing.ts'
import { findApplication, listRemarks } from '../../store.ts'
import { aCaseAt } from './testing.ts'

const reads = async (app: Awaited<ReturnType<typeof freshApp>>, id: string) =>
  app.db.selectFrom('log.reads').select(['what', 'for_id', 'subject_kind']).where('subject_id', '=', id).execute()

test('a page of a case shows no whole number of its owner, and reading it leaves one trace', async (t) => {
  const app = await freshApp(t)
  const application = await aCaseAt(app, { status: 'accepted' })

  const html = await (await (await app.as('verifikator')).get(`/petugas/permohonan/${application.id}`)).text()

  assert.doesNotMatch(html, /3515055203800000|81200000001|25\.000\.000/)
  assert.match(html, /3515\*+0000/)
  assert.deepEqual((await reads(app, application.id)).map((row) => [row.what, row.for_id]), [['application.read', application.ownerId]])
})

test('a number is shown after it was asked for, and the asking is in the chain of reads', async (t) => {
  const app = await freshApp(t)
  const application = await aCaseAt(app, { status: 'accepted' })
  const path = `/petugas/permohonan/${application.id}`
  const verifier = await app.as('verifikator')

  const answer = await verifier.post(path, { act: 'reveal', field: 'nationalId', purpose: 'verification' })

  assert.equal(answer.status, 303)
  assert.match(answer.headers.get('set-cookie') ?? '', /^tampil=/)
  assert.doesNotMatch(answer.headers.get('set-cookie') ?? '', /3515055203800000/)
  assert.deepEqual((await reads(app, application.businessId ?? '')).map((row) => [row.what, row.subject_kind]), [['person.reveal', 'nationalId for verification']])
})

test('each status offers its officer exactly the steps of the life, and everybody else none', async (t) => {
  const app = await freshApp(t)
  const table = [
    ['submitted', 0, 'loket', ['accept', 'return', 'reject']], ['accepted', 0, 'verifikator', ['verify', 'return', 'reject']],
    ['verified', 0, 'kabid', ['initial', 'return', 'reject']], ['verified', 1, 'sekretaris', ['initial', 'return', 'reject']],
    ['verified', 0, 'sekretaris', []], ['accepted', 0, 'loket', []], ['initialed', 0, 'kadis', ['return', 'reject']], ['returned', 0, 'loket', []],
  ] as const

  for (const [status, initials, login, expected] of table) {
    const application = await aCaseAt(app, { status, initials, businessName: `Toko ${status} ${login}` })
    const html = await (await (await app.as(login)).get(`/petugas/permohonan/${application.id}`)).text()

    assert.deepEqual([...html.matchAll(/name="step" value="(\w+)"/g)].map((found) => found[1]), expected, `${status} ${login}`)
  }
})

test('a citizen and a village officer of another village do not get to the page', async (t) => {
  const app = await freshApp(t)
  const application = await aCaseAt(app, { status: 'submitted' })
  const path = `/petugas/permohonan/${application.id}`

  const statuses = await Promise.all(['081200000001', '081200000002', 'desa', 'admin'].map(async (login) => (await (await app.as(login)).get(path)).status))

  assert.deepEqual(statuses, [404, 403, 403, 403])
})

test('verifying needs every line of the standard ticked, and then leads to the next case', async (t) => {
  const app = await freshApp(t)
  const application = await aCaseAt(app, { status: 'accepted' })
  const other = await aCaseAt(app, { status: 'accepted', businessName: 'Toko Berikutnya' })
  const path = `/petugas/permohonan/${application.id}`
  const verifier = await app.as('verifikator')
  const sent = (checked: string[]) => {
    const form = new FormData()
    form.set('act', 'step')
    form.set('step', 'verify')
    form.set('version', String(application.version))
    for (const one of checked) form.append('checked', one)
    return form
  }

  const early = await verifier.post(path, sent(['1', '2']))
  const done = await verifier.post(path, sent(['1', '2', '3', '4', '5']))
  const html = await (await verifier.get(done.headers.get('location') ?? '')).text()

  assert.equal(early.status, 422)
  assert.match(await early.text(), /centang semua butir/)
  assert.equal(done.status, 303)
  assert.match(html, new RegExp(`href="/petugas/permohonan/${other.id}">Berikutnya dalam antrean`))
})

test('a return opens only the marked parts, with the reason of each', async (t) => {
  const app = await freshApp(t)
  const application = await aCaseAt(app, { status: 'submitted' })
  const counter = await app.as('loket')

  const answer = await counter.post(`/petugas/permohonan/${application.id}`, {
    act: 'step', step: 'return', version: String(application.version), item: 'idCard', 'reason-idCard': 'unreadable', 'note-idCard': 'Foto KTP buram, foto ulang di tempat terang.',
    'reason-purpose': 'incomplete', 'note-purpose': '',
  })

  assert.equal(answer.status, 303)
  const after = await findApplication(app.db, application.id)
  const [remark] = await listRemarks(app.db, application.id)
  assert.deepEqual([after?.status, after?.openItems], ['returned', ['idCard', 'purpose']])
  assert.deepEqual(remark?.items, [
    { requirement: 'idCard', reasonCode: 'unreadable', note: 'Foto KTP buram, foto ulang di tempat terang.' }, { requirement: 'purpose', reasonCode: 'incomplete' },
  ])
})

test('a return without a mark or without a reason comes back with all that was typed', async (t) => {
  const app = await freshApp(t)
  const application = await aCaseAt(app, { status: 'submitted' })
  const counter = await app.as('loket')
  const path = `/petugas/permohonan/${application.id}`
  const base = { act: 'step', step: 'return', version: String(application.version) }

  const empty = await counter.post(path, { ...base, 'return-note': 'Tolong dilengkapi dulu ya.' })
  const noReason = await counter.post(path, { ...base, 'note-idCard': 'Foto terpotong di kanan.' })

  const [first, second] = [await empty.text(), await noReason.text()]
  assert.deepEqual([empty.status, noReason.status], [422, 422])
  assert.match(first, /Tandai paling sedikit satu bagian/)
  assert.match(first, /Tolong dilengkapi dulu ya\./)
  assert.match(second, /href="#reason-idCard">Pilih alasan untuk KTP pemilik/)
  assert.match(second, /value="Foto terpotong di kanan\."/)
})

test('the preview shows what the applicant will read and changes nothing', async (t) => {
  const app = await freshApp(t)
  const application = await aCaseAt(app, { status: 'submitted' })

  const answer = await (await app.as('loket')).post(`/petugas/permohonan/${application.id}`, {
    act: 'step', step: 'return', version: String(application.version), preview: 'yes', 'reason-idCard': 'unreadable', 'note-idCard': 'Foto ulang di tempat terang.',
  })

  const html = await answer.text()
  assert.equal(answer.status, 200)
  assert.match(html, /Yang akan dibaca pemohon[\s\S]*Foto atau berkas tidak terbaca jelas\. Foto ulang di tempat terang\./)
  assert.equal((await findApplication(app.db, application.id))?.status, 'submitted')
})

test('a rejection needs a reason from the list and words people understand', async (t) => {
  const app = await freshApp(t)
  const application = await aCaseAt(app, { status: 'submitted' })
  const counter = await app.as('loket')
  const path = `/petugas/permohonan/${application.id}`
  const base = { act: 'step', step: 'reject', version: String(application.version) }

  const noReason = await counter.post(path, { ...base, 'reject-note': 'Usaha berada di Surabaya.' })
  const noNote = await counter.post(path, { ...base, 'reject-reason': 'outside-area', 'reject-note': '  ' })
  const invented = await counter.post(path, { ...base, 'reject-reason': 'dislike', 'reject-note': 'Tidak suka.' })
  const done = await counter.post(path, { ...base, 'reject-reason': 'outside-area', 'reject-note': 'Usaha berada di Surabaya. Silakan ajukan di sana.' })

  assert.deepEqual([noReason.status, noNote.status, invented.status, done.status], [422, 422, 422, 303])
  const html = await noReason.text()
  assert.match(html, /href="#reject-reason">Pilih alasan dari daftar/)
  assert.match(html, /Usaha berada di Surabaya\./)
})

test('of two officers who act at once the second gets the newer state and keeps his words', async (t) => {
  const app = await freshApp(t)
  const application = await aCaseAt(app, { status: 'submitted' })
  const path = `/petugas/permohonan/${application.id}`
  const first = await app.as('loket')
  const second = await app.as('loket')
  const version = String(application.version)

  await first.post(path, { act: 'step', step: 'accept', version })
  const late = await second.post(path, { act: 'step', step: 'return', version, 'reason-idCard': 'unreadable', 'note-idCard': 'Foto ulang di tempat terang.' })

  const html = await late.text()
  assert.equal(late.status, 409)
  assert.match(html, /baru saja diubah orang lain/)
  assert.match(html, /Diterima<\/span>/)
  assert.match(html, /Foto ulang di tempat terang\./)
  assert.equal((await findApplication(app.db, application.id))?.status, 'accepted')
})

test('the second of two stays able to act when his turn lasts: his form comes back filled on the newer version', async (t) => {
  const app = await freshApp(t)
  const application = await aCaseAt(app, { status: 'accepted' })
  const path = `/petugas/permohonan/${application.id}`
  const verifier = await app.as('verifikator')
  await (await app.as('kabid')).post(path, { act: 'assign', to: 'me', version: String(application.version) })

  const late = await verifier.post(path, { act: 'step', step: 'return', version: String(application.version), 'reason-idCard': 'unreadable', 'note-idCard': 'Foto ulang.' })
  const html = await late.text()
  const again = await verifier.post(path, { act: 'step', step: 'return', version: /name="version" value="(\d+)"/.exec(html)?.[1] ?? '', 'reason-idCard': 'unreadable', 'note-idCard': 'Foto ulang.' })

  assert.equal(late.status, 409)
  assert.match(html, /value="Foto ulang\."/)
  assert.equal(again.status, 303)
})

test('handing over is recorded, and neither clock nor status move', async (t) => {
  const app = await freshApp(t)
  const application = await aCaseAt(app, { status: 'accepted' })
  const path = `/petugas/permohonan/${application.id}`
  const verifier = await app.as('verifikator')

  const mine = await verifier.post(path, { act: 'assign', to: 'me', version: String(application.version) })
  const stranger = await verifier.post(path, { act: 'assign', assignee: application.ownerId, version: String(application.version + 1) })
  const counter = await (await app.as('loket')).post(path, { act: 'assign', to: 'me', version: String(application.version + 1) })

  const after = await findApplication(app.db, application.id)
  const events = await app.db.selectFrom('log.events').select(['what', 'from_state', 'to_state']).where('subject_id', '=', application.id).orderBy('seq').execute()
  assert.deepEqual([mine.status, stranger.status, counter.status], [303, 422, 403])
  assert.deepEqual([after?.status, after?.dueAt, after?.assignedTo !== null], [application.status, application.dueAt, true])
  assert.deepEqual(events.at(-1), { what: 'application.assign', from_state: 'accepted', to_state: 'accepted' })
})

test('who entered a case does not verify it, and the page says so', async (t) => {
  const app = await freshApp(t)
  const application = await aCaseAt(app, { status: 'accepted' })
  const { id } = await app.db.selectFrom('accounts.accounts').select('id').where('login', '=', 'verifikator').executeTakeFirstOrThrow()
  await app.db.updateTable('applications.applications').set({ entered_by: id }).where('id', '=', application.id).execute()
  const path = `/petugas/permohonan/${application.id}`
  const verifier = await app.as('verifikator')

  const html = await (await verifier.get(path)).text()
  const form = new FormData()
  for (const [name, value] of [['act', 'step'], ['step', 'verify'], ['version', String(application.version)], ...['1', '2', '3', '4', '5'].map((one) => ['checked', one])]) form.append(name ?? '', value ?? '')
  const forced = await verifier.post(path, form)

  assert.match(html, /petugas lain yang memverifikasinya/)
  assert.equal(forced.status, 403)
})
