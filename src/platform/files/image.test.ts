import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { inspectUpload } from './inspect.ts'
import type { InspectedFile } from './inspect.ts'
import { openMalwareScanner } from './malware.ts'

const inspect = (bytes: Uint8Array) => inspectUpload(bytes, 'photo', openMalwareScanner())

async function accepted(bytes: Uint8Array): Promise<InspectedFile> {
  const result = await inspect(bytes)
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

const flat = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 30, b: 30, alpha: 0 } } })

const noiseOf = (width: number, height: number) =>
  sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })

test('a photo from a phone is kept upright and without the place where it was taken', async () => {
  const photo = await flat(60, 40)
    .withExif({ IFD0: { Orientation: '6', Model: 'Telepon' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '7/1 32/1 0/1' } })
    .withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const before = await sharp(photo).metadata()

  const kept = await accepted(photo)
  const after = await sharp(kept.bytes).metadata()

  assert.ok(before.exif && before.orientation === 6)
  assert.equal(after.exif, undefined)
  assert.equal(after.orientation, undefined)
  assert.ok(kept.mediaType === 'image/jpeg')
  assert.deepEqual([kept.width, kept.height, after.width, after.height], [40, 60, 40, 60])
})

test('a picture of pure noise, the worst there is, is kept in 400 KB', async () => {
  const noise = await noiseOf(2600, 1900).jpeg({ quality: 92 }).toBuffer()

  const kept = await accepted(noise)

  assert.ok(noise.length > 2_000_000)
  assert.ok(kept.size <= 400_000 && kept.size === kept.bytes.length)
})

test('a photographed letter keeps 2000 pixels on its long side, enough for small print', async () => {
  const lines = Array.from({ length: 60 }, (_, row) => `<text x="80" y="${80 + row * 48}" font-size="36">Surat baris ${row}</text>`)
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="2250" height="3000"><rect width="2250" height="3000" fill="#eed"/>'
  const letter = await sharp(Buffer.from(`${svg}${lines.join('')}</svg>`)).png().toBuffer()

  const kept = await accepted(letter)

  assert.ok(kept.mediaType === 'image/jpeg')
  assert.deepEqual([kept.width, kept.height], [1500, 2000])
})

test('what is transparent in a PNG becomes white paper', async () => {
  const kept = await accepted(await flat(20, 20, 4).png().toBuffer())

  const { data } = await sharp(kept.bytes).raw().toBuffer({ resolveWithObject: true })

  assert.ok([...data].every((value) => value > 250))
})

function pngThatClaims(side: number): Buffer {
  const header = Buffer.concat([Buffer.from('IHDR'), Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0])])
  header.writeUInt32BE(side, 4)
  header.writeUInt32BE(side, 8)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(header))
  const start = Buffer.from('89504e470d0a1a0a0000000d', 'hex')
  const picture = Buffer.concat([Buffer.from('0000000049444154', 'hex'), Buffer.alloc(64)])
  return Buffer.concat([start, header, check, picture])
}

const jpeg = await noiseOf(300, 300).jpeg().toBuffer()

const refusals: [string, Uint8Array, string, RegExp][] = [
  ['an empty file', Buffer.alloc(0), 'file-empty', /foto ulang/],
  ['one byte more than 10 MB', Buffer.alloc(10 * 1024 * 1024 + 1, jpeg), 'file-too-large', /Kecilkan/],
  ['an iPhone photo in HEIC', Buffer.from('00000018667479706865696300000000686569636d696631', 'hex'), 'file-heic', /Paling Kompatibel/],
  ['an old Word document', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'file-office', /simpan sebagai PDF/],
  ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)]), 'file-type', /JPEG atau PNG/],
  ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file-type', /JPEG atau PNG/],
  ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1'), 'file-type', /JPEG atau PNG/],
  ['a photo cut off while it was sent', jpeg.subarray(0, jpeg.length / 2), 'image-broken', /terputus/],
  ['a small picture that claims 50,000 by 50,000 pixels', pngThatClaims(50_000), 'image-too-many-pixels', /resolusi lebih rendah/],
]

for (const [what, bytes, code, advice] of refusals) {
  test(`${what} is refused with advice`, async () => {
    const result = await inspect(bytes)

    assert.ok(!result.ok && result.error.kind === 'invalid')
    assert.equal(result.error.code, code)
    assert.equal(result.error.problems[0]?.field, 'photo')
    assert.match(result.error.problems[0]?.message ?? '', advice)
  })
}
