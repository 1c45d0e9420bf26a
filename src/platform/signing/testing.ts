import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PDF } from '@libpdf/core'
import { makeTestIdentity } from './test-identity.ts'
import { createTestSigner } from './test-signer.ts'

/** How the simulated service behaves from now on; `other-file` and `covered-page` sign well, but not what was sent. */
export type Misbehaviour = 'none' | 'slow' | 'empty' | 'dies' | 'down' | 'refuses' | 'other-file' | 'covered-page' | 'unsigned' | 'stranger'

export const SIMULATOR_PASSPHRASE = 'rahasia contoh 0000'

/** A signing service on this machine that speaks the protocol of `createRemoteSigner` and fails as told. */
export async function startSignerSimulator(now: () => Date = () => new Date('2026-11-17T03:00:00Z')) {
  const identity = await makeTestIdentity(new Date('2026-01-01T00:00:00Z'))
  const signer = await createTestSigner(identity, now)
  const stranger = await createTestSigner(await makeTestIdentity(new Date('2026-01-01T00:00:00Z')), now)
  let behaviour: Misbehaviour = 'none'
  let calls = 0

  async function signed(pdf: Uint8Array): Promise<Uint8Array> {
    const result = await (behaviour === 'stranger' ? stranger : signer).sign({ pdf, reason: 'simulasi' })
    if (!result.ok) throw new Error('the simulator could not sign')
    return result.value.pdf
  }

  async function answer(form: FormData): Promise<{ status: number; body: Uint8Array }> {
    calls++
    const nothing = new Uint8Array()
    const file = form.get('file')
    if (behaviour === 'down') return { status: 503, body: nothing }
    if (behaviour === 'refuses') return { status: 403, body: nothing }
    if (form.get('passphrase') !== SIMULATOR_PASSPHRASE) return { status: 401, body: nothing }
    if (behaviour === 'empty' || !(file instanceof File)) return { status: 200, body: nothing }
    const pdf = new Uint8Array(await file.arrayBuffer())
    if (behaviour === 'unsigned') return { status: 200, body: pdf }
    if (behaviour === 'other-file') return { status: 200, body: await signed(await rewritten(pdf, false)) }
    if (behaviour === 'covered-page') return { status: 200, body: await signed(await rewritten(pdf, true)) }
    return { status: 200, body: await signed(pdf) }
  }

  const server = createServer((request, reply) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (behaviour === 'slow') return
      if (behaviour === 'dies') {
        reply.writeHead(200, { 'content-length': '1000000' }).write('%PDF-', () => request.socket.destroy())
        return
      }
      const type = request.headers['content-type'] ?? ''
      void new Response(Buffer.concat(chunks), { headers: { 'content-type': type } }).formData().then(answer).then(({ status, body }) => {
        reply.writeHead(status, { 'content-type': 'application/pdf' }).end(body)
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}/sign`,
    anchors: [identity.authority],
    behave: (next: Misbehaviour) => { behaviour = next },
    calls: () => calls,
    close: () => new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

/** The same letter with a white box over it: as a new file, or as a revision behind the untouched bytes of the old one. */
async function rewritten(pdf: Uint8Array, incremental: boolean): Promise<Uint8Array> {
  const document = await PDF.load(pdf)
  document.getPages()[0]?.drawRectangle({ x: 100, y: 400, width: 300, height: 20 })
  return document.save({ incremental })
}
