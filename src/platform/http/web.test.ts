import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../apps/testing.ts'

test('the description of the API names every operation with the right it needs', async (t) => {
  const { visitor } = await freshApp(t)

  const reply = await visitor.get('/api/v1/openapi.json')

  const description = await reply.json()
  assert.equal(reply.status, 200)
  assert.equal(description.openapi, '3.1.0')
  assert.match(description.paths['/applications/{id}/steps'].post.description, /application\.read/)
  assert.ok(description.components.schemas.Application.properties.dueAt)
})

test('a public page is the same for every visitor, says so in one small answer, and is never given to someone signed in', async (t) => {
  const { app, as } = await freshApp(t)

  const first = await app.request('/layanan', { headers: { 'accept-encoding': 'gzip' } })
  const etag = first.headers.get('etag') ?? ''
  const again = await app.request('/layanan', { headers: { 'if-none-match': etag } })
  const english = await app.request('/layanan?bahasa=en', { headers: { 'if-none-match': etag } })
  const siti = await (await as('081200000001')).get('/layanan')

  assert.equal(again.status, 304)
  assert.equal(english.status, 200)
  assert.match(await english.text(), /<html lang="en">/)
  assert.equal(siti.headers.get('etag'), null)
  assert.match(await siti.text(), /Siti Aminah/)
})

test('a form of another site is refused, whether the browser tells by Sec-Fetch-Site or by Origin', async (t) => {
  const { app } = await freshApp(t)
  const post = (headers: Record<string, string>) => app.request('/keluar', { method: 'POST', headers, body: new URLSearchParams() })

  const byFetchSite = await post({ 'sec-fetch-site': 'cross-site' })
  const byOrigin = await post({ origin: 'https://jahat.example' })

  assert.equal(byFetchSite.status, 403)
  assert.equal(byOrigin.status, 403)
})

test('an unknown address of the API answers with problem details, an unknown page with a page', async (t) => {
  const { visitor } = await freshApp(t)

  const api = await visitor.get('/api/v1/tidak-ada')
  const page = await visitor.get('/tidak-ada')

  assert.equal(api.status, 404)
  assert.equal(api.headers.get('content-type'), 'application/problem+json')
  assert.equal(page.status, 404)
  assert.match(await page.text(), /Halaman tidak ditemukan/)
})
