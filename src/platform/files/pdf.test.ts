import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { PDF } from '@libpdf/core'
import { inspectUpload } from './inspect.ts'
import { openMalwareScanner } from './malware.ts'

const work = mkdtempSync(join(tmpdir(), 'pdf-'))
after(() => { rmSync(work, { recursive: true, force: true }) })

const inspect = (bytes: Uint8Array) => inspectUpload(bytes, 'deed', openMalwareScanner())

/** A PDF of these objects, the first of which is the catalogue; further catalogue entries and page entries can be given. */
function pdfOf({ catalog = '', page = '', more = [] }: { catalog?: string; page?: string; more?: string[] }): Buffer {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${page} >>`, ...more,
  ]
  let body = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\n`
  return Buffer.from(`${body}${table}startxref\n${body.length}\n%%EOF\n`)
}

function qpdf(bytes: Uint8Array, ...options: string[]): Buffer {
  const [from, to] = [join(work, 'from.pdf'), join(work, 'to.pdf')]
  writeFileSync(from, bytes)
  execFileSync('qpdf', [...options, from, to].flat())
  return readFileSync(to)
}

async function pagesOf(count: number): Promise<Uint8Array> {
  const pdf = PDF.create()
  for (let page = 0; page < count; page += 1) pdf.addPage({ size: 'a4' })
  return pdf.save()
}

async function withAttachment(): Promise<Uint8Array> {
  const pdf = await PDF.load(await pagesOf(1))
  pdf.attachments.add('rahasia.exe', Buffer.from('MZ'))
  return pdf.save()
}

/** A few KB whose object stream unpacks into this many bytes. */
function bomb(bytes: number): Buffer {
  const inner = Buffer.alloc(bytes, ' ')
  const catalog = '<< /Type /Catalog /Pages 2 0 R >>'
  inner.write(`1 0 2 ${catalog.length + 1} ${catalog} << /Type /Pages /Kids [] /Count 0 >>`)
  const packed = deflateSync(inner, { level: 9 })
  const head = Buffer.from('%PDF-1.7\n')
  const first = `1 0 2 ${catalog.length + 1} `.length
  const stream = Buffer.concat([
    Buffer.from(`4 0 obj\n<< /Type /ObjStm /N 2 /First ${first} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
    packed, Buffer.from('\nendstream\nendobj\n'),
  ])
  const rows = [[0, 0, 65535], [2, 4, 0], [2, 4, 1], [0, 0, 0], [1, head.length, 0], [1, head.length + stream.length, 0]]
  const table = Buffer.alloc(rows.length * 7)
  rows.forEach(([kind = 0, place = 0, last = 0], index) => {
    table.writeUInt8(kind, index * 7)
    table.writeUInt32BE(place, index * 7 + 1)
    table.writeUInt16BE(last, index * 7 + 5)
  })
  return Buffer.concat([
    head, stream, Buffer.from(`5 0 obj\n<< /Type /XRef /Size 6 /W [1 4 2] /Root 1 0 R /Length ${table.length} >>\nstream\n`), table,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${head.length + stream.length}\n%%EOF\n`),
  ])
}

const link = '/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://contoh.go.id) >> >>]'
const script = pdfOf({ catalog: '/OpenAction 4 0 R', more: ['<< /S /JavaScript /JS (app.alert(1)) >>'] })

const accepted: [string, Uint8Array, number][] = [
  ['a plain PDF with a link', pdfOf({ page: link }), 1],
  ['the same with its objects packed', qpdf(pdfOf({ page: link }), '--object-streams=generate'), 1],
  ['a form that has been signed', pdfOf({ catalog: '/AcroForm << /SigFlags 3 /Fields [] >>' }), 1],
  ['fifty pages', await pagesOf(50), 50],
]

for (const [what, bytes, pages] of accepted) {
  test(`${what} is kept byte for byte`, async () => {
    const result = await inspect(bytes)

    assert.ok(result.ok, JSON.stringify(result))
    assert.ok(result.value.mediaType === 'application/pdf')
    assert.equal(result.value.pages, pages)
    assert.deepEqual(Buffer.from(result.value.bytes), Buffer.from(bytes))
    assert.match(result.value.sha256, /^[0-9a-f]{64}$/)
  })
}

const plain = pdfOf({})
const refused: [string, Uint8Array, string][] = [
  ['a PDF with a password', qpdf(plain, '--encrypt', 'kunci', 'induk', '256', '--'), 'pdf-encrypted'],
  ['a PDF that may not be printed', qpdf(plain, '--encrypt', '', 'induk', '128', '--use-aes=y', '--'), 'pdf-encrypted'],
  ['a PDF that runs a script when opened', script, 'pdf-script'],
  ['a script in packed objects', qpdf(script, '--object-streams=generate', '--compress-streams=y'), 'pdf-script'],
  ['a script whose name hides behind a code', pdfOf({ catalog: '/OpenAction << /S /J#61vaScript /J#53 (x) >>' }), 'pdf-script'],
  ['a script among the names', pdfOf({ catalog: '/Names << /JavaScript << /Names [(a) 4 0 R] >> >>', more: ['<< >>'] }), 'pdf-script'],
  ['a script on leaving a field', pdfOf({ page: '/Annots [<< /AA << /Bl << /S /JavaScript /JS (x) >> >> >>]' }), 'pdf-script'],
  ['a PDF that starts a program', pdfOf({ page: '/Annots [<< /Subtype /Link /A << /S /Launch /F (cmd.exe) >> >>]' }), 'pdf-script'],
  ['a PDF that sends its answers away', pdfOf({ page: '/AA << /O << /S /SubmitForm /F (http://x) >> >>' }), 'pdf-script'],
  ['a script in an older revision', Buffer.concat([plain, Buffer.from('9 0 obj << /S /JavaScript >> endobj %%EOF')]), 'pdf-script'],
  ['a PDF with a file inside', await withAttachment(), 'pdf-attachment'],
  ['a file inside, in packed objects', qpdf(await withAttachment(), '--object-streams=generate'), 'pdf-attachment'],
  ['a film on a page', pdfOf({ page: '/Annots [<< /Subtype /RichMedia /Rect [0 0 9 9] >>]' }), 'pdf-attachment'],
  ['an XFA form', pdfOf({ catalog: '/AcroForm << /Fields [] /XFA (x) >>' }), 'pdf-form'],
  ['a PDF cut off while it was sent', (await pagesOf(40)).subarray(0, 3000), 'pdf-broken'],
  ['a PDF without pages', Buffer.from('%PDF-1.7\nhello\n%%EOF\n'), 'pdf-broken'],
  ['fifty-one pages', await pagesOf(51), 'pdf-too-many-pages'],
  ['400 KB that unpack into 350 MB', bomb(350_000_000), 'pdf-too-complex'],
]

for (const [what, bytes, code] of refused) {
  test(`${what} is refused with advice`, async () => {
    const result = await inspect(bytes)

    assert.ok(!result.ok && result.error.kind === 'invalid')
    assert.equal(result.error.code, code)
    assert.match(result.error.problems[0]?.message ?? '', /[Uu]nggah/)
  })
}

test('many PDFs at once are all inspected', async () => {
  const results = await Promise.all(Array.from({ length: 8 }, (_, index) => inspect(index % 2 === 0 ? plain : script)))

  assert.deepEqual(results.map((result) => result.ok), [true, false, true, false, true, false, true, false])
})
