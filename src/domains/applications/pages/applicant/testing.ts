import sharp from 'sharp'

/** A small picture as a phone might send it, for tests that upload. */
export async function aPhoto(name = 'foto.jpg'): Promise<File> {
  const bytes = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#7fa8c9' } }).jpeg().toBuffer()
  return new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' })
}

/** One empty page, as a scanner's program might write it. */
export function aPdf(name = 'pindaian.pdf'): File {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>']
  let body = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = body.length
    body += `${at + 1} 0 obj${object}endobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 4\n0000000000 65535 f \n${places.join('')}trailer<</Root 1 0 R/Size 4>>\nstartxref\n${body.length}\n%%EOF\n`
  return new File([body + table], name, { type: 'application/pdf' })
}

/** A form that carries a file. */
export function formWith(file: File): FormData {
  const form = new FormData()
  form.set('file', file)
  return form
}
