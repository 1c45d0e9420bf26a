import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshApp } from '../../../../apps/testing.ts'
import { aDraft } from '../../testing.ts'
import { aPdf, aPhoto, formWith } from './testing.ts'

test('a file is shown to its owner and to officers who may read the case, can do nothing, and is kept by no cache', async (t) => {
  const app = await freshApp(t)
  const { id } = await aDraft(app)
  const siti = await app.as('081200000001')
  await siti.post(`/permohonan/${id}/berkas/idCard`, formWith(await aPhoto()))
  const path = (await (await siti.get(`/permohonan/${id}/berkas/idCard`)).text()).match(/\/berkas\/[0-9a-f-]{36}/)?.[0] ?? ''

  const reply = await siti.get(path)

  assert.equal(reply.status, 200)
  assert.equal(reply.headers.get('content-type'), 'image/jpeg')
  assert.equal(reply.headers.get('content-disposition'), 'inline')
  assert.equal(reply.headers.get('cache-control'), 'private, no-store')
  const policy = reply.headers.get('content-security-policy') ?? ''
  for (const part of ["default-src 'none'", 'sandbox', "frame-ancestors 'self'"]) assert.ok(policy.includes(part), part)
  assert.equal(reply.headers.get('x-content-type-options'), 'nosniff')
  assert.equal((await reply.arrayBuffer()).byteLength, Number(reply.headers.get('content-length')))
  assert.equal((await (await app.as('081200000002')).get(path)).status, 403)
  assert.equal((await (await app.as('enumerator')).get(path)).status, 403)
  assert.equal((await app.visitor.get(path)).status, 303)
})

test('an officer opening a file leaves a trace', async (t) => {
  const app = await freshApp(t)
  const { id, ownerId } = await aDraft(app)
  const siti = await app.as('081200000001')
  await siti.post(`/permohonan/${id}/berkas/idCard`, formWith(await aPhoto()))
  const path = (await (await siti.get(`/permohonan/${id}/berkas/idCard`)).text()).match(/\/berkas\/[0-9a-f-]{36}/)?.[0] ?? ''

  await (await app.as('verifikator')).get(path)

  const reads = await app.db.selectFrom('log.reads').select(['what', 'for_id']).where('subject_id', '=', path.slice('/berkas/'.length)).execute()
  assert.deepEqual(reads, [{ what: 'attachment.read', for_id: ownerId }])
})

test('a file that is not there is not found', async (t) => {
  const app = await freshApp(t)
  const siti = await app.as('081200000001')

  assert.equal((await siti.get('/berkas/1')).status, 404)
  assert.equal((await siti.get('/berkas/00000000-0000-4000-8000-000000000000')).status, 404)
})

test('a PDF may be shown beside the answers and nowhere else', async (t) => {
  const app = await freshApp(t)
  const { id } = await aDraft(app)
  const siti = await app.as('081200000001')
  await siti.post(`/permohonan/${id}/berkas/taxCard`, formWith(aPdf()))
  const page = await (await siti.get(`/permohonan/${id}/berkas/taxCard`)).text()

  const reply = await (await app.as('verifikator')).get(page.match(/\/berkas\/[0-9a-f-]{36}/)?.[0] ?? '')

  assert.match(page, /PDF, 1 halaman/)
  assert.equal(reply.headers.get('content-type'), 'application/pdf')
  assert.match(reply.headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'self'/)
  assert.equal(reply.headers.get('x-frame-options'), 'SAMEORIGIN')
})
