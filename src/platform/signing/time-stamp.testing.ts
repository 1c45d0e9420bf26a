import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'

/** Why no time-stamp service can be played here; false when it can. */
export const noOpenssl = spawnSync('openssl', ['version']).status === 0 ? false : 'NOT CHECKED: openssl is not installed, no time stamp was asked for'

const CONFIG = `
[req]
distinguished_name = name
[name]
[ext]
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = service
[service]
serial = ./serial
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`

/** What the service answers: as it should, the answer to the request before, a refusal, or nothing that makes sense. */
export type Mood = 'right' | 'stale' | 'refuses' | 'nonsense' | 'down'

/** A time-stamp service of its own, made of `openssl ts`, that ends with the test. */
export async function aTimeStampService(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'time-stamps-'))
  const openssl = (...values: string[]) => {
    const { status, stderr } = spawnSync('openssl', values, { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(`openssl ${values[0]}: ${stderr}`)
  }
  writeFileSync(join(folder, 'tsa.cnf'), CONFIG)
  writeFileSync(join(folder, 'serial'), '01')
  openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'tsa.key', '-out', 'tsa.pem', '-subj', '/CN=Cap waktu contoh', '-days', '30', '-config', 'tsa.cnf', '-extensions', 'ext')
  const service = { mood: 'right' as Mood, asked: 0, address: '', certificate: join(folder, 'tsa.pem'), folder }
  let before: Buffer | undefined

  async function answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(Buffer.from(part))
    service.asked += 1
    if (service.mood === 'down') { reply.writeHead(503).end(); return }
    writeFileSync(join(folder, 'query.tsq'), service.mood === 'refuses' ? Buffer.from('3003020101', 'hex') : Buffer.concat(parts))
    spawnSync('openssl', ['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'query.tsq', '-signer', 'tsa.pem', '-inkey', 'tsa.key', '-out', 'reply.tsr'], { cwd: folder })
    const fresh = readFileSync(join(folder, 'reply.tsr'))
    const sent = service.mood === 'nonsense' ? Buffer.from('no time stamp') : service.mood === 'stale' ? before ?? fresh : fresh
    before = fresh
    reply.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(sent)
  }

  const server = createServer((request, reply) => { answer(request, reply).catch(() => reply.destroy()) })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  service.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`
  t.after(() => {
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true })
  })
  return service
}
