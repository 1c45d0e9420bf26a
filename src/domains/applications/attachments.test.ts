import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { freshApp } from '../../apps/testing.ts'
import { transact } from '../../platform/db/unit.ts'
import type { FileStorage } from '../../platform/files/storage.ts'
import { keepUpload } from './attachments.ts'
import { actorFor } from './testing.ts'

const failing = (files: FileStorage, code: string): FileStorage => ({ ...files, put: () => Promise.reject(Object.assign(new Error(code), { code })) })

async function aPhoto(): Promise<File> {
  const bytes = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#ca6' } }).jpeg().toBuffer()
  return new File([new Uint8Array(bytes)], 'foto.jpg', { type: 'image/jpeg' })
}

for (const code of ['ENOSPC', 'EDQUOT']) {
  test(`a full storage (${code}) refuses an upload with a sentence and leaves no row`, async (t) => {
    const app = await freshApp(t)
    const siti = await actorFor(app, '081200000001')
    const photo = await aPhoto()

    const kept = await transact(app.db, app.tools.clock, (unit) => keepUpload({ ...app.tools, files: failing(app.tools.files, code) }, unit, siti, photo, 'file', siti.personId))

    assert.equal(kept.ok, false)
    assert.match(JSON.stringify(kept), /storage-full.*Penyimpanan kami sedang penuh/)
    assert.deepEqual(await app.db.selectFrom('applications.attachments').select('id').execute(), [])
  })
}

test('a storage that is broken in another way is a failure, not a refusal', async (t) => {
  const app = await freshApp(t)
  const siti = await actorFor(app, '081200000001')
  const photo = await aPhoto()

  const keeping = transact(app.db, app.tools.clock, (unit) => keepUpload({ ...app.tools, files: failing(app.tools.files, 'EIO') }, unit, siti, photo, 'file', siti.personId))

  await assert.rejects(keeping, /EIO/)
})
