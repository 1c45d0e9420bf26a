import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type TestApp, freshApp } from '../../../../apps/testing.ts'
import { aBusiness, aKnowingService, actorFor } from '../../testing.ts'
import { aPhoto, formWith } from './testing.ts'

const SITI = '081200000001'

/** A phone without JavaScript: it fetches a page, its style and its pictures, each picture and style once, all of it compressed. */
async function aPhone(app: TestApp, login: string) {
  const cookie = `sid=${await app.tokenFor(login, 'browser')}`
  const seen = new Set<string>()
  const phone = { bytes: 0, pages: 0, largest: 0 }
  const fetched = async (path: string): Promise<string> => {
    const reply = await app.app.request(path, { headers: { cookie, 'accept-encoding': 'gzip' } })
    assert.equal(reply.status, 200, path)
    const wire = Buffer.from(await reply.arrayBuffer())
    phone.bytes += wire.length
    phone.largest = Math.max(phone.largest, wire.length)
    const body = reply.headers.get('content-encoding') === 'gzip' ? new Response(new Blob([wire]).stream().pipeThrough(new DecompressionStream('gzip'))) : new Response(wire)
    return body.text()
  }
  const open = async (path: string): Promise<string> => {
    const html = await fetched(path)
    phone.pages += 1
    // Photos that were uploaded belong to the applicant and are not counted.
    const parts = [...html.matchAll(/(?:<link rel="(?:stylesheet|icon)"[^>]*href|<img[^>]*src)="(\/[^"]+)"/g)].map((one) => one[1] ?? '')
    for (const part of parts.filter((one) => !one.startsWith('/berkas/') && !seen.has(one))) {
      seen.add(part)
      await fetched(part)
    }
    return html
  }
  return {
    phone, open,
    async send(path: string, fields: Record<string, string> | FormData): Promise<string> {
      const reply = await app.app.request(path, {
        method: 'POST', body: fields instanceof FormData ? fields : new URLSearchParams(fields), headers: { cookie, 'sec-fetch-site': 'same-origin' },
      })
      assert.equal(reply.status, 303, `${path}: ${await reply.clone().text()}`)
      return reply.headers.get('location') ?? ''
    },
  }
}

const ANSWERS: Record<string, Record<string, string>> = { purpose: { purpose: 'bank-loan' }, addressedTo: { addressedTo: 'Bank Contoh' } }

/** Goes where the program leads until there is nothing left but to send. */
async function walk(hand: Awaited<ReturnType<typeof aPhone>>, from: string): Promise<string> {
  let at = from
  for (let step = 0; step < 40 && !at.endsWith('/periksa'); step += 1) {
    const html = await hand.open(at)
    const question = /\/isi\/(\w+)$/.exec(at)?.[1]
    if (question) at = await hand.send(at, ANSWERS[question] ?? {})
    else if (at.endsWith('/diketahui')) at = await hand.send(at, {})
    else if (/\/berkas\/\w+$/.test(at) && html.includes('type="file"') && !html.includes('Ganti atau hapus')) at = await hand.send(at, formWith(await aPhoto()))
    else at = /<a class="button"[^>]*href="(\/permohonan\/[^"]+)"/.exec(html)?.[1] ?? /href="(\/permohonan\/[^"]+\/berkas\/\w+)"/.exec(html)?.[1] ?? ''
  }
  return at
}

test('a known business asks for its letter with at most 8 questions, 60 % known, within 150 KB on a phone without JavaScript', async (t) => {
  const app = await freshApp(t)
  await aKnowingService(app)
  const businessId = await aBusiness(app, await actorFor(app, SITI))
  const hand = await aPhone(app, SITI)
  const began = performance.now()

  await hand.open('/layanan/um-02')
  await hand.open('/permohonan/baru?layanan=UM-02')
  const check = await walk(hand, await hand.send('/permohonan/baru?layanan=UM-02', { usaha: businessId, formKey: randomUUID() }))
  await hand.open(check)
  const receipt = await hand.send(check, { statement: 'yes' })
  await hand.open(receipt)
  await hand.open(receipt.replace('/tanda-terima', ''))

  const { asked, prefilled, disputed } = await app.db.selectFrom('applications.forms').select(['asked', 'prefilled', 'disputed']).executeTakeFirstOrThrow()
  const seconds = (performance.now() - began) / 1000
  const share = Math.round(100 * (prefilled ?? 0) / (asked ?? 1))
  t.diagnostic(`${asked} questions, ${prefilled} known (${share} %), ${hand.phone.pages} pages, ${hand.phone.bytes} bytes, largest ${hand.phone.largest}, ${seconds.toFixed(1)} s`)
  assert.ok(asked !== null && asked <= 8, `${asked} questions`)
  assert.ok(share >= 60, `${share} % known`)
  assert.equal(disputed, 0)
  assert.ok(hand.phone.bytes < 150_000, `${hand.phone.bytes} bytes`)
  assert.ok(seconds < 180)
  const event = await app.db.selectFrom('log.events').select('body').where('what', '=', 'application.submit').executeTakeFirstOrThrow()
  assert.deepEqual({ asked, prefilled, disputed }, { asked: 7, prefilled: 5, disputed: 0 })
  assert.match(event.body, /"asked":7/)
  assert.match(event.body, /"prefilled":5/)
})
