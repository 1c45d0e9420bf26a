import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { promisify } from 'node:util'
import { freshApp } from '../../apps/testing.ts'
import { verifyStored } from '../../platform/log/verify.ts'
import { actorFor, anIssuedLetter } from '../applications/testing.ts'
import { verifyLetterFile, verifyLetterText } from './cli.ts'
import { findLetter } from './letter-store.ts'

const run = promisify(execFile)
const missing = (program: string): string | false => ['/usr/bin', '/usr/local/bin'].some((folder) => existsSync(join(folder, program))) ? false : `${program} is not installed: this check did not run`

async function aFileOf(t: TestContext, bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'letter-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  await writeFile(join(folder, 'surat.pdf'), bytes)
  return join(folder, 'surat.pdf')
}

function fileForm(bytes: Uint8Array, more: Record<string, string> = {}): FormData {
  const form = new FormData()
  form.set('file', new File([Uint8Array.from(bytes)], 'surat.pdf', { type: 'application/pdf' }))
  for (const [name, value] of Object.entries(more)) form.set(name, value)
  return form
}

/** One bit of the page's content, in the middle of what is signed. */
function altered(pdf: Buffer): Buffer {
  const copy = Buffer.from(pdf)
  copy[2_000] = (copy[2_000] ?? 0) ^ 1
  return copy
}

test('any PDF reader finds the signature valid and over the whole document', { skip: missing('pdfsig') }, async (t) => {
  const app = await freshApp(t)
  const { pdf } = await anIssuedLetter(app)
  const path = await aFileOf(t, pdf)

  const { stdout } = await run('pdfsig', ['-nocert', path])

  assert.match(stdout, /Signature Validation: Signature is Valid/)
  assert.match(stdout, /Total document signed/)
})

test('the printed QR is read at 150 dpi and says what the register says', { skip: missing('zbarimg') || missing('pdftoppm') }, async (t) => {
  const app = await freshApp(t)
  const letter = await anIssuedLetter(app)
  const path = await aFileOf(t, letter.pdf)

  await run('pdftoppm', ['-r', '150', '-png', path, path])
  const { stdout } = await run('zbarimg', ['-q', '--raw', `${path}-1.png`])
  const report = await verifyLetterText(app.tools, stdout.trim())

  assert.deepEqual([report.verdict, report.number, report.code], ['valid', letter.number, letter.code])
})

test('the page says what the register says, letter by letter', { skip: missing('pdftotext') }, async (t) => {
  const app = await freshApp(t)
  const { id, pdf, number } = await anIssuedLetter(app)
  const kept = await findLetter(app.db, id)
  const path = await aFileOf(t, pdf)

  await run('pdftotext', ['-layout', path, `${path}.txt`])
  const text = (await readFile(`${path}.txt`, 'utf8')).replaceAll(/\s+/g, ' ')

  for (const part of [number, kept?.facts.holderFull ?? '?', kept?.facts.businessFull ?? '?', '11 November 2026', '11 November 2027', 'KUR atau pinjaman bank', 'CONTOH']) {
    assert.ok(text.includes(part), `${part} in ${text}`)
  }
})

test('a file is told apart: genuine, one byte changed, bytes added, another PDF', async (t) => {
  const app = await freshApp(t)
  const { pdf } = await anIssuedLetter(app)
  const table: [Buffer, string, string][] = [
    [pdf, 'Berkas ini asli', 'valid'], [altered(pdf), 'Berkas ini diubah', 'altered'],
    [Buffer.concat([pdf, Buffer.from('\n% added\n')]), 'tidak meliputi seluruh berkas', 'altered'],
    [Buffer.from('%PDF-1.7\n%%EOF\n'), 'Bukan surat kami', 'unknown'],
  ]

  for (const [bytes, sentence, verdict] of table) {
    const reply = await app.visitor.post('/verifikasi', fileForm(bytes))
    const report = await verifyLetterFile(app.tools, bytes)

    assert.equal(reply.status, 200)
    assert.ok((await reply.text()).includes(sentence), sentence)
    assert.equal(report.verdict, verdict)
    assert.ok(report.why.length > 0)
  }
})

test('a genuine file of another letter is not taken for the one that is open', async (t) => {
  const app = await freshApp(t)
  const first = await anIssuedLetter(app)
  const second = await anIssuedLetter(app)

  const right = await (await app.visitor.post('/verifikasi', fileForm(first.pdf, { code: first.code }))).text()
  const wrong = await (await app.visitor.post('/verifikasi', fileForm(first.pdf, { code: second.code }))).text()

  assert.doesNotMatch(right, /surat lain, bukan/)
  assert.match(wrong, /surat lain, bukan/)
})

test('the public page and the API tell what may be told, and nothing of the person', async (t) => {
  const app = await freshApp(t)
  const { code, number } = await anIssuedLetter(app)

  const page = await app.visitor.get(`/v/${code}`)
  const html = await page.text()
  const reply = await app.visitor.get(`/api/v1/verify/${code.toLowerCase()}`)
  const { sha256, ...answer } = await reply.json()

  assert.equal(page.status, 200)
  for (const part of [number, 'S*** A*****', 'Kerupuk Udang Barokah', 'Jabon', 'Mikro', 'KUR atau pinjaman bank', 'CONTOH – TIDAK SAH', 'Berlaku (contoh)']) assert.ok(html.includes(part), part)
  for (const secret of ['Siti Aminah', '3515055203800000', '081200000001', 'Dusun Pelataran', '180.000.000']) assert.ok(!html.includes(secret), secret)
  assert.match(sha256, /^[0-9a-f]{64}$/)
  assert.deepEqual(answer, {
    status: 'valid', number, kind: 'UM-02', issuedAt: '2026-11-11T09:00:00+07:00', validUntil: '2027-11-11', holder: 'S*** A*****', signature: 'test',
  })
})

test('what is typed leads to the letter: a code in any form, an address, or the whole text of the QR', async (t) => {
  const app = await freshApp(t)
  const { id, code } = await anIssuedLetter(app)
  const { letter_code: qr } = await app.db.selectFrom('letters.letters').select('letter_code').where('id', '=', id).executeTakeFirstOrThrow()
  const spaced = ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4, 8)}-${code.slice(8)} `

  for (const text of [code, spaced, `http://127.0.0.1:3000/v/${code}`, qr]) {
    const reply = await app.visitor.post('/verifikasi', { text })
    assert.deepEqual([reply.status, reply.headers.get('location')], [303, `/v/${code}`], text)
  }
  const changed = await app.visitor.post('/verifikasi', { text: qr.replace(/.$/, (last) => (last === '0' ? '1' : '0')) })
  const strange = await app.visitor.post('/verifikasi', { text: 'surat pak lurah' })
  assert.equal(changed.status, 422)
  assert.equal(strange.status, 422)
  assert.match(await strange.text(), /value="surat pak lurah"/)
})

test('an expired letter says so from the day after its last day', async (t) => {
  const app = await freshApp(t)
  const { code } = await anIssuedLetter(app)

  app.clock.set('2027-11-11T23:59:59+07:00')
  const lastDay = await app.visitor.get(`/v/${code}`)
  app.clock.set('2027-11-12T00:00:00+07:00')
  const dayAfter = await app.visitor.get(`/v/${code}`)

  assert.match(await lastDay.text(), /Berlaku \(contoh\)/)
  assert.match(await dayAfter.text(), /kedaluwarsa/)
})

test('an unknown or malformed code is told what to do, and guessing is stopped for the whole address', async (t) => {
  const app = await freshApp(t)
  const { code } = await anIssuedLetter(app)

  const first = await app.visitor.get('/v/AAAA-BBBB-CCCC')
  for (let n = 1; n < 30; n++) await app.visitor.get(`/api/v1/verify/${n % 2 ? '23456789ABCA' : 'x'}`)
  const stopped = await app.visitor.get(`/api/v1/verify/${code}`)
  const stoppedPage = await app.visitor.get(`/v/${code}`)
  app.clock.pass({ minutes: 10 })
  const later = await app.visitor.get(`/v/${code}`)

  assert.equal(first.status, 404)
  assert.match(await first.text(), /Samakan lagi kodenya/)
  assert.deepEqual([stopped.status, stopped.headers.get('content-type'), stopped.headers.get('retry-after')], [429, 'application/problem+json', '600'])
  assert.equal((await stopped.json()).code, 'too-many')
  assert.equal(stoppedPage.status, 429)
  assert.equal(later.status, 200)
})

test('checks by form are limited for each address', async (t) => {
  const app = await freshApp(t)

  const statuses = new Map<number, number>()
  for (let n = 0; n < 202; n++) {
    const { status } = await app.visitor.post('/verifikasi', { text: '' })
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }

  assert.deepEqual([...statuses], [[422, 200], [429, 2]])
  assert.equal((await app.visitor.get('/verifikasi')).status, 200)
})

test('whoever finds letters is never stopped', async (t) => {
  const app = await freshApp(t)
  const { code } = await anIssuedLetter(app)

  const replies = await Promise.all(Array.from({ length: 60 }, () => app.visitor.get(`/api/v1/verify/${code}`)))

  assert.deepEqual([...new Set(replies.map((reply) => reply.status))], [200])
})

test('the holder and the officers of the case get the file, others do not, and the holder sees who looked', async (t) => {
  const app = await freshApp(t)
  const { id, pdf, number } = await anIssuedLetter(app)
  const path = `/surat/${id}/pdf`

  const own = await (await app.as('081200000001')).get(path)
  const stranger = await (await app.as('081200000002')).get(path)
  const nobody = await app.visitor.get(path)
  const village = await (await app.as('desa')).get(path)
  const counter = await (await app.api('loket')).get(`/letters/${id}/pdf`)
  const refused = await (await app.api('081200000002')).get(`/letters/${id}`)

  assert.deepEqual(Buffer.from(await own.arrayBuffer()), pdf)
  assert.equal(own.headers.get('content-disposition'), `attachment; filename="surat-${number.replaceAll('/', '-')}.pdf"`)
  assert.deepEqual([stranger.status, nobody.status, village.status, counter.status, refused.status], [403, 303, 403, 200, 403])
  assert.deepEqual(Buffer.from(await counter.reply.arrayBuffer()), pdf)
  const reads = await app.db.selectFrom('log.reads').select(['what', 'actor_role', 'subject_id']).where('what', '=', 'letter.read').execute()
  assert.deepEqual(reads, [{ what: 'letter.read', actor_role: 'counter', subject_id: id }])
})

test('a letter is revoked by the head alone, with the second factor, and the public sees it at once', async (t) => {
  const app = await freshApp(t)
  const { id, code } = await anIssuedLetter(app)
  const body = { reasonCode: 'closed', note: 'Usaha tutup sejak Oktober.' }
  const head = await app.api('kadis')

  const others = await Promise.all(['loket', 'sekretaris', 'admin', '081200000001'].map(async (login) => (await (await app.api(login)).post(`/letters/${id}/revoke`, body)).status))
  const empty = await head.post(`/letters/${id}/revoke`, { reasonCode: 'bored', note: ' ' })
  const done = await head.post(`/letters/${id}/revoke`, body)
  const again = await head.post(`/letters/${id}/revoke`, body)
  const other = await head.post(`/letters/${id}/revoke`, { ...body, reasonCode: 'wrong-data' })

  assert.deepEqual(others, [403, 403, 403, 403])
  assert.deepEqual([empty.status, empty.body.problems.map((one: { field: string }) => one.field)], [422, ['reasonCode', 'note']])
  assert.deepEqual([done.status, done.body.status, done.body.revocation], [200, 'revoked', { at: '2026-11-11T09:00:00+07:00', reasonCode: 'closed', replacedBy: null }])
  assert.deepEqual([again.status, other.status, other.body.present], [200, 409, { status: 'revoked' }])
  const html = await (await app.visitor.get(`/v/${code}`)).text()
  assert.match(html, /Surat dicabut/)
  assert.match(html, /usahanya sudah tutup/)
  assert.doesNotMatch(html, /sejak Oktober/)
  assert.equal((await (await app.visitor.get(`/api/v1/verify/${code}`)).json()).status, 'revoked')
  const messages = await app.db.selectFrom('messages.outbox').select(['template', 'address', 'body']).where('template', '=', 'letter-revoked').execute()
  assert.equal(messages.length, 1)
  assert.match(messages[0]?.body ?? '', /dicabut dan tidak berlaku lagi/)
  const events = await app.db.selectFrom('log.events').select('body').where('what', '=', 'letter.revoke').execute()
  assert.equal(events.length, 1)
  assert.doesNotMatch(events[0]?.body ?? '', /Oktober|Siti/)
  assert.equal((await verifyStored(app.db, 'demo', 'events')).ok, true)
})

test('without the second factor nothing is revoked', async (t) => {
  const app = await freshApp(t)
  const { id } = await anIssuedLetter(app)
  const head = await app.api('kadis')
  app.clock.pass({ hours: 2 })

  const reply = await head.post(`/letters/${id}/revoke`, { reasonCode: 'closed', note: 'Tutup.' })

  assert.deepEqual([reply.status, reply.body.code], [403, 'step-up-needed'])
  assert.equal((await findLetter(app.db, id))?.revokedAt, null)
})

test('a letter with a mistake is replaced by a new one for the same business, and each leads to the other', async (t) => {
  const app = await freshApp(t)
  const owner = await actorFor(app, '081200000001')
  const old = await anIssuedLetter(app, { owner })
  const { businessId } = await app.db.selectFrom('letters.letters').select('business_id as businessId').where('id', '=', old.id).executeTakeFirstOrThrow()
  const fresh = await anIssuedLetter(app, { owner, businessId: businessId ?? '' })
  const foreign = await anIssuedLetter(app)
  const head = await app.api('kadis')
  const body = { reasonCode: 'wrong-data', note: 'Nama usaha salah ketik.' }

  const wrong = await Promise.all([foreign.id, old.id, 'nothing'].map(async (replacedBy) => (await head.post(`/letters/${old.id}/revoke`, { ...body, replacedBy })).status))
  const done = await head.post(`/letters/${old.id}/revoke`, { ...body, replacedBy: fresh.id })
  const circle = await head.post(`/letters/${fresh.id}/revoke`, { ...body, replacedBy: old.id })

  assert.deepEqual(wrong, [422, 422, 422])
  assert.deepEqual([done.status, done.body.status, done.body.revocation.replacedBy], [200, 'replaced', fresh.id])
  assert.equal(circle.status, 422)
  const html = await (await app.visitor.get(`/v/${old.code}`)).text()
  assert.match(html, /Surat diganti/)
  assert.ok(html.includes(`<a href="/v/${fresh.code}">${fresh.number}</a>`))
  const messages = await app.db.selectFrom('messages.outbox').select('body').where('template', '=', 'letter-replaced').execute()
  assert.equal(messages.length, 1)
})
