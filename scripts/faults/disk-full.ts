import { spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { withDatabase } from './checks.ts'
import { aForm } from './client.ts'
import { type FaultReport, stage } from './fault.ts'

const MOST_UPLOADS = 60
const mount = (...words: string[]): boolean => spawnSync('/bin/mount', words).status === 0

/** A picture that does not become small: noise. */
async function bigPicture(): Promise<Blob> {
  const bytes = await sharp(randomBytes(640 * 480 * 3), { raw: { width: 640, height: 480, channels: 3 } }).jpeg({ quality: 90 }).toBuffer()
  return new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' })
}

const storedIn = (folder: string): number => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /[0-9a-f]{32}$/.test(path)).length
const leftIn = (folder: string): number => readdirSync(join(folder, 'unfinished')).length

/** The disk of the files is full: the upload is refused with a sentence, nothing half-written stays, and it works again once there is room. */
export async function diskFull(): Promise<FaultReport> {
  const name = 'disk full'
  const folder = mkdtempSync(join(tmpdir(), 'ditakopum-small-disk-'))
  if (process.getuid?.() !== 0 || !mount('-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder)) {
    rmSync(folder, { recursive: true })
    return { name, seen: [], problems: [], skipped: 'a small disk can only be made by root, where mounting is allowed' }
  }
  try {
    return await stage(name, { STORAGE_URL: `file:${folder}` }, async ({ client, dataDir, check }) => {
      const upload = async () => client.once('081200000001', '/attachments', aForm(await bigPicture()), randomUUID())
      let taken = 0
      let refused: Awaited<ReturnType<typeof upload>>
      for (let tries = 0; tries < MOST_UPLOADS && !refused; tries += 1) {
        const answer = await upload()
        if (answer?.status === 201) taken += 1
        else refused = answer ?? { status: 500, body: {} }
      }
      const said = JSON.stringify(refused?.body ?? {})
      check(refused?.status === 422 && said.includes('Penyimpanan'), `after ${taken} uploads the answer is ${refused?.status} ${said}`)
      const rows = await withDatabase(dataDir, (db) => db.selectFrom('applications.attachments').select('id').execute())
      check(rows.length === taken && storedIn(folder) === taken, `${taken} acknowledged, ${rows.length} rows, ${storedIn(folder)} files`)
      check(leftIn(folder) === 0, `${leftIn(folder)} unfinished files left`)
      const walked = await client.once('081200000001', '/services/um-02', undefined)
      check(walked?.status === 200, `other pages meanwhile: ${walked?.status}`)
      mount('-o', 'remount,size=20m', folder)
      const after = await upload()
      check(after?.status === 201, `with room again: ${after?.status}`)
    })
  } finally {
    spawnSync('/bin/umount', [folder])
    rmSync(folder, { recursive: true, force: true })
  }
}
