import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BrokenForm, formParts, plainFileName, textOf } from './multipart.ts'

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function sent(form: FormData): Promise<{ type: string; bytes: Uint8Array }> {
  const request = new Request('http://x', { method: 'POST', body: form })
  return { type: request.headers.get('content-type') ?? '', bytes: new Uint8Array(await request.arrayBuffer()) }
}

async function read(body: AsyncIterable<Uint8Array>, type: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for await (const { name, fileName, bytes } of formParts(body, type)) found[fileName === undefined ? name : `${name} ${fileName}`] = await textOf(bytes, 1e6)
  return found
}

test('fields and a file come out as they went in, however the line cuts them into pieces', async () => {
  const form = new FormData()
  form.append('sender', 'Kecamatan Jabon – "loket"')
  form.append('kosong', '')
  form.append('file', new File(['a;b\r\n--1;2\r\n\r\n--', '-----\r'], 'daftar "UMKM" é.csv'))
  const { type, bytes } = await sent(form)

  for (const size of [1, 2, 3, 7, 64, 100_000]) {
    const found = await read(inPieces(bytes, size), type)

    assert.deepEqual(found, { sender: 'Kecamatan Jabon – "loket"', kosong: '', 'file daftar UMKM é.csv': 'a;b\r\n--1;2\r\n\r\n-------\r' }, `pieces of ${size}`)
  }
})

test('bytes that look like the boundary stay part of the file', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('\r\n--', '--x', 'x--', '\r\n', '\r', '-', 'x', 'a'), { maxLength: 12 }), fc.integer({ min: 1, max: 9 }), async (bits, size) => {
    const content = bits.join('')
    const body = Buffer.from(`--xyz\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n${content}\r\n--xyz--`)

    const found = await read(inPieces(body, size), 'multipart/form-data; boundary=xyz')

    assert.deepEqual(found, { 'file a': content })
  }), { numRuns: 200 })
})

test('who leaves a file unread still gets the field behind it', async () => {
  const form = new FormData()
  form.append('file', new File(['x'.repeat(300_000)], 'besar.csv'))
  form.append('sender', 'OSS')
  const { type, bytes } = await sent(form)
  const names: string[] = []

  for await (const part of formParts(inPieces(bytes, 1000), type)) {
    names.push(part.name)
    for await (const piece of part.bytes) if (piece.length > 0) break
  }

  assert.deepEqual(names, ['file', 'sender'])
})

test('a form that is cut off, nameless, endless or none is broken', async () => {
  const head = 'Content-Disposition: form-data; name="a"'
  const broken: [string, string, string][] = [
    ['cut off in a file', `--b\r\n${head}\r\n\r\nabc`, 'multipart/form-data; boundary=b'],
    ['cut off after a boundary', '--b', 'multipart/form-data; boundary=b'],
    ['empty', '', 'multipart/form-data; boundary=b'],
    ['a part without a name', '--b\r\nContent-Type: text/plain\r\n\r\nabc\r\n--b--', 'multipart/form-data; boundary=b'],
    ['no boundary told', `--b\r\n${head}\r\n\r\nabc\r\n--b--`, 'multipart/form-data'],
    ['another kind', 'a=b', 'application/x-www-form-urlencoded'],
    ['a head without end', `--b\r\n${'x'.repeat(20_000)}`, 'multipart/form-data; boundary=b'],
    ['too many parts', `${`--b\r\n${head}\r\n\r\nabc\r\n`.repeat(101)}--b--`, 'multipart/form-data; boundary=b'],
  ]
  for (const [what, body, type] of broken) {
    await assert.rejects(read(inPieces(Buffer.from(body), 50), type), BrokenForm, what)
  }
})

test('the name of a file keeps its last step and its ending, and nothing that a path or a header could be made of', () => {
  const names = [
    ['C:\\Data\\UMKM 2024.xlsx', 'UMKM 2024.xlsx'], ['../../etc/passwd', 'passwd'], ['a\r\nb".csv', 'a b .csv'], ['  ', ''], [`${'x'.repeat(400)}.xlsx`, `${'x'.repeat(195)}.xlsx`],
  ] as const
  for (const [from, to] of names) assert.equal(plainFileName(from), to)
})
