import sharp from 'sharp'
import type { FileRefusalCode } from './messages.id.ts'

/** A picture ready to keep: no position, no camera, no thumbnail, the right way up. */
type PreparedImage = { bytes: Buffer; width: number; height: number }

/** Largest picture that is kept, in bytes. */
const IMAGE_BYTES = 400_000

// Phones of 2026 make up to 108 megapixels; a bomb claims thousands.
const MOST_PIXELS = 120_000_000
// 2000 px across an A4 page is about 170 dpi: small print stays readable. Sharpness goes before size, size goes last.
const STEPS = [
  { side: 2000, quality: 82 }, { side: 2000, quality: 72 }, { side: 2000, quality: 60 }, { side: 2000, quality: 48 },
  { side: 1600, quality: 60 }, { side: 1600, quality: 45 }, { side: 1200, quality: 50 },
  { side: 800, quality: 50 }, { side: 600, quality: 40 },
]

// Each upload is seen once: a cache would only hold citizens' pictures in memory.
sharp.cache(false)

/** Draws a JPEG or PNG anew as a JPEG of at most IMAGE_BYTES; nothing of the old file but its picture lives on. */
export async function prepareImage(bytes: Uint8Array): Promise<PreparedImage | FileRefusalCode> {
  try {
    const source = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', sequentialRead: true })
    const { data, info } = await source.autoOrient()
      .resize({ width: 2000, height: 2000, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
    return await smallEnough(data, { width: info.width, height: info.height, channels: info.channels })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return /pixel limit/i.test(error.message) ? 'image-too-many-pixels' : 'image-broken'
  }
}

/** A kept JPEG drawn small, for a page that shows several. */
export const smallImage = (bytes: Uint8Array): Promise<Buffer> =>
  sharp(bytes).resize({ width: 480, height: 360, fit: 'cover' }).jpeg({ quality: 60, progressive: true }).toBuffer()

async function smallEnough(pixels: Buffer, raw: { width: number; height: number; channels: 1 | 2 | 3 | 4 }): Promise<PreparedImage> {
  for (const { side, quality } of STEPS) {
    const { data, info } = await sharp(pixels, { raw })
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality, progressive: true, optimiseCoding: true }).toBuffer({ resolveWithObject: true })
    if (data.length <= IMAGE_BYTES) return { bytes: data, width: info.width, height: info.height }
  }
  throw new RangeError('a picture of 600 px takes at most 1.1 MB even when it is pure noise, and 0.2 MB at quality 40')
}
