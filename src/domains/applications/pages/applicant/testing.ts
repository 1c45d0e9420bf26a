import sharp from 'sharp'

/** A small picture as a phone might send it, for tests that upload. */
export async function aPhoto(name = 'foto.jpg'): Promise<File> {
  const bytes = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#7fa8c9' } }).jpeg().toBuffer()
  return new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' })
}

/** A form that carries a file. */
export function formWith(file: File): FormData {
  const form = new FormData()
  form.set('file', file)
  return form
}
