import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { type TestApp, freshApp } from '../../apps/testing.ts'
import { takeStep } from '../applications/commands/steps.ts'
import { cleanOrphans } from '../applications/jobs.ts'
import { aCaseIn, actorFor, must } from '../applications/testing.ts'
import { listPhotos } from './photo-store.ts'
import { aBusiness, anOwner } from './testing.ts'

const SITI = '081200000001'
const OTHER = '081200000002'

/** A photo as a phone takes it, with the place where it was taken inside. */
async function aPhoto(colour = '#7fa8c9'): Promise<File> {
  const bytes = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: colour } })
    .withExif({ IFD0: { Make: 'Rumah Siti' }, IFD3: { GPSLatitude: '7/1 30/1 0/1' } }).jpeg().toBuffer()
  return new File([new Uint8Array(bytes)], 'foto.jpg', { type: 'image/jpeg' })
}

function withFile(file: File, remove?: string): FormData {
  const form = new FormData()
  if (remove === undefined) form.set('file', file)
  else form.set('remove', remove)
  return form
}

async function eventsOf(app: TestApp, what: string) {
  const rows = await app.db.selectFrom('log.events').select('body').where('what', '=', what).orderBy('seq').execute()
  return rows.map(({ body }) => JSON.parse(body) as { to: string; data: { photo: string } })
}

test('an owner shows her place, replaces the photo and takes it off; the history keeps all of it', async (t) => {
  const app = await freshApp(t)
  const { id } = await aBusiness(app)
  const siti = await app.as(SITI)
  const path = `/usaha/${id}/foto/depan`

  const first = await siti.post(path, withFile(await aPhoto()))
  const shown = await (await siti.get(`/usaha/${id}`)).text()
  app.clock.pass({ hours: 1 })
  await siti.post(path, withFile(await aPhoto('#c97f7f')))
  const [second, before] = await listPhotos(app.db, id)
  assert.ok(second && before)
  const kept = await sharp(new Uint8Array(await (await siti.get(`/foto-usaha/${second.id}`)).arrayBuffer())).metadata()
  const small = await sharp(new Uint8Array(await (await siti.get(`/foto-usaha/${second.id}?kecil=1`)).arrayBuffer())).metadata()
  const removed = await siti.post(path, withFile(await aPhoto(), 'yes'))
  const after = await (await siti.get(`/usaha/${id}`)).text()
  const steward = await (await (await app.as('data')).get(`/petugas/usaha/${id}`)).text()

  assert.equal(first.headers.get('location'), `/usaha/${id}?foto=simpan`)
  assert.match(shown, /<img src="\/foto-usaha\/[0-9a-f-]{36}\?kecil=1" alt="Tampak depan: Kerupuk Udang Bu Siti" width="240" height="180" loading="lazy"/)
  assert.match(shown, /11 Nov 2026, Pemilik sendiri/)
  assert.deepEqual([before.removedAt !== null, second.source, second.by], [true, 'self', 'Siti Aminah'])
  assert.deepEqual([kept.format, kept.exif, small.width, small.height], ['jpeg', undefined, 480, 360])
  assert.equal(removed.status, 303)
  assert.doesNotMatch(after, /<img[^>]*foto-usaha/)
  assert.match(after, /Foto ditambahkan: tampak depan[\s\S]*Foto tidak ditampilkan lagi: tampak depan|Foto tidak ditampilkan lagi: tampak depan[\s\S]*Foto ditambahkan: tampak depan/)
  assert.match(steward, /Foto sebelumnya \(2\)/)
  assert.deepEqual((await eventsOf(app, 'business.photo')).map(({ to, data }) => `${data.photo} ${to}`), ['front shown', 'front shown', 'front removed'])
})

test('photos that came with an application stand in the record once an officer has verified it, and a newer own one stays', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app)
  const api = await app.api(SITI)
  const before = (await api.get(`/businesses/${made.id}`)).body.completeness
  const older = await aCaseIn(app, 'accepted', { businessId: made.id })
  const notYet = await listPhotos(app.db, made.id)
  const verified = await aCaseIn(app, 'verified', { businessId: made.id })
  const first = (await api.get(`/businesses/${made.id}/photos`)).body.items
  const after = (await api.get(`/businesses/${made.id}`)).body.completeness
  app.clock.pass({ hours: 1 })
  const form = new FormData()
  form.set('file', await aPhoto())
  const own = await api.post(`/businesses/${made.id}/photos/product`, form)
  const officer = await (await (await app.as('verifikator')).get(`/petugas/usaha/${made.id}`)).text()
  const verifier = await actorFor(app, 'verifikator')
  await must(app, (unit) => takeStep(app.tools, unit, verifier, older, { step: 'verify' }))

  const photos = (await listPhotos(app.db, made.id)).filter(({ removedAt }) => removedAt === null)
  assert.deepEqual(notYet, [])
  assert.deepEqual(first.map(({ subject, source, applicationId }: Record<string, string>) => [subject, source, applicationId === verified]).toSorted(),
    [['front', 'application', true], ['inside', 'application', true], ['product', 'application', true]])
  assert.equal(own.status, 201)
  assert.match(officer, /Berkas permohonan, oleh Siti Aminah, diperiksa/)
  assert.deepEqual(photos.map(({ subject, source }) => `${subject} ${source}`).toSorted(), ['front application', 'inside application', 'product self'])
  // The other application brought the same picture of the front: it is not taken twice.
  assert.equal((await listPhotos(app.db, made.id)).filter(({ subject }) => subject === 'front').length, 1)
  assert.ok(before.missing.some(({ field }: { field: string }) => field === 'photo') && !after.missing.some(({ field }: { field: string }) => field === 'photo'))
})

test('a photo is seen by whoever may read the business, changed by whoever may change it, and by nobody else', async (t) => {
  const app = await freshApp(t)
  const made = await aBusiness(app)
  const far = await aBusiness(app, { villageCode: '35.15.18.2015', owner: anOwner() }, 'loket')
  const path = `/usaha/${made.id}/foto/dalam`
  const siti = await app.as(SITI)
  await siti.post(path, withFile(await aPhoto()))
  const [photo] = await listPhotos(app.db, made.id)
  assert.ok(photo)
  const picture = `/foto-usaha/${photo.id}`
  const statusFor = async (login: string, address: string) => (await (await app.as(login)).get(address)).status

  const looks = [await statusFor(SITI, picture), await statusFor('kadis', picture), await statusFor('desa', picture), await statusFor(OTHER, picture),
    await statusFor('admin', picture), (await app.visitor.get(picture)).status]
  const forms = [await statusFor('loket', path), await statusFor('kadis', path), await statusFor(OTHER, path), await statusFor('desa', `/usaha/${far.id}/foto/dalam`),
    await statusFor(SITI, `/usaha/${made.id}/foto/atap`)]
  const reads = await app.db.selectFrom('log.reads').select('body').where('body', 'like', '%photo.read%').execute()
  const pdf = await siti.post(`${path}?bahasa=en`, withFile(new File(['%PDF-1.4\n%%EOF'], 'surat.pdf')))
  const nothing = await siti.post(path, withFile(new File([], '')))
  await siti.post(path, withFile(await aPhoto(), 'yes'))
  const gone = [await statusFor(SITI, picture), await statusFor('data', picture)]
  app.clock.pass({ hours: 24 * 365 })
  await cleanOrphans(app.tools)

  assert.deepEqual(looks, [200, 200, 200, 403, 403, 303])
  assert.deepEqual(forms, [200, 403, 403, 403, 404])
  assert.equal(reads.length, 2)
  assert.deepEqual([pdf.status, nothing.status], [422, 422])
  assert.deepEqual(gone, [404, 200])
  assert.equal(await statusFor('data', picture), 200)
})
