import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import sharp from 'sharp'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { createRemoteSigner } from '../../platform/signing/remote-signer.ts'
import { SIMULATOR_PASSPHRASE, startSignerSimulator } from '../../platform/signing/testing.ts'
import { findLetterOf } from '../letters/index.ts'
import { abandonSigning, signApplication } from './commands/sign.ts'
import { findApplication } from './store.ts'
import { aCaseIn, actorFor, must } from './testing.ts'

/** The office with a signer elsewhere that fails as told. */
async function withSimulator(t: TestContext, app: TestApp) {
  const simulator = await startSignerSimulator()
  t.after(simulator.close)
  const signer = createRemoteSigner({ url: simulator.url, token: 'contoh', identity: 'kadis', anchors: simulator.anchors, timeoutMs: 400 })
  return { simulator, tools: { ...app.tools, signer } }
}

const letterOf = async (app: TestApp, id: string) => {
  const letter = await findLetterOf(app.db, id, app.clock.now)
  if (!letter) throw new Error('no letter')
  return letter
}

async function aPhotoOfPaper(): Promise<File> {
  const jpeg = await sharp({ create: { width: 800, height: 1_100, channels: 3, background: '#f4f1ea' } }).jpeg().toBuffer()
  return new File([new Uint8Array(jpeg)], 'IMG_0001.jpg', { type: 'image/jpeg' })
}

const formOf = (file: File): FormData => {
  const form = new FormData()
  form.set('file', file)
  return form
}

test('however the signer fails, the number stays with the case, the failure is seen, and signing again issues it', async (t) => {
  const app = await freshApp(t)
  const { simulator, tools } = await withSimulator(t, app)
  const id = await aCaseIn(app, 'initialed')
  const head = await actorFor(app, 'kadis')
  const register = await app.as('loket')

  const numbers = new Set<string>()
  for (const [behaviour, failure] of [['slow', 'timeout'], ['dies', 'unavailable'], ['down', 'unavailable'], ['empty', 'unavailable'], ['refuses', 'refused'], ['covered-page', 'refused']] as const) {
    simulator.behave(behaviour)
    const tried = await signApplication(tools, head, id, SIMULATOR_PASSPHRASE)
    const letter = await letterOf(app, id)
    assert.equal(tried.ok && tried.value.outcome, 'signing', behaviour)
    assert.deepEqual([letter.state, letter.lastFailure], ['signing', failure], behaviour)
    numbers.add(letter.number)
  }
  const { id: letterId, code } = await letterOf(app, id)
  const shown = await (await register.get(`/petugas/surat/${letterId}`)).text()
  const notYet = await app.visitor.get(`/v/${code}`)
  simulator.behave('none')
  const wrongPassphrase = await signApplication(tools, head, id, 'bukan ini')
  const signed = await signApplication(tools, head, id, SIMULATOR_PASSPHRASE)

  assert.equal(numbers.size, 1)
  assert.match(shown, /Layanan tanda tangan menolak berkasnya\. 6 kali gagal/)
  assert.equal(notYet.status, 404)
  assert.equal(!wrongPassphrase.ok && wrongPassphrase.error.code, 'passphrase-refused')
  assert.equal(signed.ok && signed.value.outcome, 'issued')
  assert.equal((await letterOf(app, id)).state, 'issued')
  const verified = await (await app.visitor.get(`/api/v1/verify/${code}`)).json()
  assert.deepEqual([verified.status, verified.number, verified.signature], ['valid', [...numbers][0], 'certified'])
})

test('a number that was given up stays in the register with its reason and is never given again', async (t) => {
  const app = await freshApp(t)
  const { simulator, tools } = await withSimulator(t, app)
  const id = await aCaseIn(app, 'initialed')
  const head = await actorFor(app, 'kadis')
  simulator.behave('refuses')
  await signApplication(tools, head, id, SIMULATOR_PASSPHRASE)
  const first = await letterOf(app, id)

  await must(app, (unit) => abandonSigning(unit, head, id))
  const back = await findApplication(app.db, id)
  const signed = await signApplication(app.tools, head, id)

  assert.equal(back?.status, 'initialed')
  assert.equal(signed.ok && signed.value.outcome, 'issued')
  const second = await letterOf(app, id)
  const register = await (await app.as('sekretaris')).get('/petugas/surat')
  const html = await register.text()
  assert.deepEqual([first.number, second.number].map((number) => Number(number.split('/')[1])), [1, 2])
  assert.ok(html.indexOf(second.number) > 0 && html.indexOf(second.number) < html.indexOf(first.number))
  assert.match(html, /Penandatanganan dihentikan; nomor tidak dipakai lagi/)
  assert.equal((await app.visitor.get(`/v/${first.code}`)).status, 404)
})

test('without a signer the letter is printed, signed by hand, scanned back, and told as what it is', async (t) => {
  const app = await freshApp(t, { wetInk: true })
  const id = await aCaseIn(app, 'initialed')
  const head = await app.api('kadis')

  const signed = await head.post(`/applications/${id}/steps`, { step: 'sign' })
  const waiting = await letterOf(app, id)
  const print = await (await app.as('loket')).get(`/surat/${waiting.id}/pdf?bagian=cetakan`)
  const printed = Buffer.from(await print.arrayBuffer())
  const early = await (await app.as('081200000001')).get(`/surat/${waiting.id}/pdf`)

  assert.deepEqual([signed.status, signed.body.status, waiting.printed], [200, 'signing', true])
  assert.equal(printed.subarray(0, 5).toString(), '%PDF-')
  assert.equal(early.status, 404)

  const counter = await app.as('loket')
  const path = `/petugas/permohonan/${id}/pindaian`
  const bare = await counter.post(path, formOf(new File([], '')))
  const unsigned = await counter.post(path, formOf(new File([new Uint8Array(printed)], 'surat.pdf')))
  const refused = await (await app.as('verifikator')).post(path, formOf(await aPhotoOfPaper()))
  const kept = await counter.post(path, formOf(await aPhotoOfPaper()))
  const twice = await counter.post(path, formOf(await aPhotoOfPaper()))

  assert.deepEqual([bare.status, unsigned.status, refused.status, kept.status, twice.status], [422, 422, 403, 303, 404])
  assert.match(await unsigned.text(), /belum ditandatangani/)
  assert.equal((await findApplication(app.db, id))?.status, 'issued')
  const row = await app.db.selectFrom('letters.letters').select(['sha256', 'scan_sha256', 'scan_media_type']).where('id', '=', waiting.id).executeTakeFirstOrThrow()
  const verified = await (await app.visitor.get(`/api/v1/verify/${waiting.code}`)).json()
  assert.deepEqual([verified.status, verified.signature, verified.sha256, row.scan_media_type], ['valid', 'wet-ink', row.scan_sha256, 'image/jpeg'])
  const html = await (await app.visitor.get(`/v/${waiting.code}`)).text()
  assert.match(html, /Surat berlaku/)
  assert.match(html, /Tanda tangan basah di atas kertas/)
  const own = await (await app.as('081200000001')).get(`/surat/${waiting.id}/pdf`)
  assert.equal(own.headers.get('content-type'), 'image/jpeg')
  const asFile = await app.visitor.post('/verifikasi', formOf(new File([new Uint8Array(printed)], 'surat.pdf')))
  assert.match(await asFile.text(), /cetakan sebelum ditandatangani/)
})

test('a page that was printed and then given up is shown to the public as withdrawn', async (t) => {
  const app = await freshApp(t, { wetInk: true })
  const id = await aCaseIn(app, 'initialed')
  const head = await actorFor(app, 'kadis')
  await signApplication(app.tools, head, id)
  const { code } = await letterOf(app, id)
  const before = await (await app.visitor.get('/verifikasi/dicabut.json')).json()

  await must(app, (unit) => abandonSigning(unit, head, id))

  const after = await (await app.visitor.get('/verifikasi/dicabut.json')).json()
  const page = await app.visitor.get(`/v/${code}`)
  assert.equal(Buffer.from(after.body, 'base64url').length - Buffer.from(before.body, 'base64url').length, 7)
  assert.match(await page.text(), /tidak jadi terbit/)
})

test('who initials or signs reads the page before, marked as a draft; citizens do not', async (t) => {
  const app = await freshApp(t)
  const id = await aCaseIn(app, 'verified')
  const path = `/petugas/permohonan/${id}/pratinjau.pdf`

  const page = await (await app.as('kabid')).get(path)
  const owner = await (await app.as('081200000001')).get(path)
  const early = await (await app.as('kabid')).get(`/petugas/permohonan/${await aCaseIn(app, 'submitted')}/pratinjau.pdf`)

  assert.deepEqual([page.status, page.headers.get('content-type'), owner.status, early.status], [200, 'application/pdf', 403, 404])
  assert.equal(await findLetterOf(app.db, id, app.clock.now), undefined)
})
