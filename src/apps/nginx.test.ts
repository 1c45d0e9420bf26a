import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import sharp from 'sharp'
import { createWeb } from '../platform/http/web.ts'
import type { Route } from '../platform/http/route.ts'
import { operations, routes } from './domains.ts'
import { createShell } from './shell.tsx'
import { freshApp } from './testing.ts'

const HOST = 'ditakopum.example'
/** Somebody on the network who is not the proxy: every address 127.x.y.z is this machine, yet not the trusted one. */
const CLIENT = '127.0.0.5'
const FORGED = '203.0.113.9'

/** Debian keeps nginx where ordinary users do not look. */
const withSbin = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` }
const canRun = (name: string, argument: string) => spawnSync(name, [argument], { stdio: 'ignore', env: withSbin }).status === 0

const missing = [...(canRun('nginx', '-v') ? [] : ['nginx']), ...(canRun('openssl', 'version') ? [] : ['openssl'])]
if (missing.length > 0) process.stderr.write(`!!! ${missing.join(', ')} TIDAK DITEMUKAN: pengujian di balik nginx dilewati. Pasang paket nginx dan openssl.\n`)
const skip = missing.length > 0 ? `not installed: ${missing.join(', ')}` : false

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

type Ports = { http: number; https: number; app: number }

/** deploy/nginx.conf as it is shipped, but for ports and folders. */
function shippedConf(home: string, ports: Ports): string {
  const shipped = readFileSync(join(import.meta.dirname, '../../deploy/nginx.conf'), 'utf8')
  const exchanged = [
    ['listen 80;', `listen 127.0.0.1:${ports.http};`], ['listen 443 ssl', `listen 127.0.0.1:${ports.https} ssl`],
    ['server 127.0.0.1:3000;', `server 127.0.0.1:${ports.app};`], [`https://${HOST}$request_uri`, `https://${HOST}:${ports.https}$request_uri`],
    ['/etc/ssl/ditakopum/fullchain.pem', `${home}/certificate.pem`], ['/etc/ssl/ditakopum/privkey.pem', `${home}/key.pem`],
    ['/var/log/nginx/ditakopum.log', `${home}/access.log`],
  ] as const
  return exchanged.reduce((conf, [from, to]) => {
    assert.ok(conf.includes(from), `deploy/nginx.conf no longer says ${from}`)
    return conf.replaceAll(from, to)
  }, shipped)
}

function nginxHome(ports: Ports): string {
  const home = mkdtempSync(join(tmpdir(), 'ditakopum-nginx-'))
  // Its workers run as another user than root and keep long requests here.
  chmodSync(home, 0o755)
  mkdirSync(join(home, 'bodies'))
  execFileSync('openssl', [
    'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', `/CN=${HOST}`,
    '-addext', `subjectAltName=DNS:${HOST}`, '-keyout', join(home, 'key.pem'), '-out', join(home, 'certificate.pem'),
  ], { stdio: 'ignore' })
  writeFileSync(join(home, 'site.conf'), shippedConf(home, ports))
  writeFileSync(join(home, 'nginx.conf'), [
    `pid ${home}/nginx.pid;`, `error_log ${home}/error.log;`, 'daemon off;', 'worker_processes 1;', 'events { worker_connections 64; }',
    'http {', `client_body_temp_path ${home}/bodies;`, `proxy_temp_path ${home}/proxied;`,
    ...['fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${home}/${name};`), `include ${home}/site.conf;`, '}',
  ].join('\n'))
  return home
}

async function startNginx(t: TestContext, ports: Ports): Promise<string> {
  const home = nginxHome(ports)
  const child: ChildProcess = spawn('nginx', ['-p', home, '-c', join(home, 'nginx.conf'), '-e', join(home, 'error.log')], { stdio: ['ignore', 'ignore', 'pipe'], env: withSbin })
  let said = ''
  child.stderr?.on('data', (chunk) => { said += String(chunk) })
  t.after(async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
    rmSync(home, { recursive: true, force: true })
  })
  const answers = () => ask({ port: ports.http, path: '/' }).then(() => true, () => false)
  for (let tries = 0; !(await answers()); tries += 1) {
    if (child.exitCode !== null || tries > 100) throw new Error(`nginx did not start: ${said}`)
    await sleep(50)
  }
  return home
}

type Asked = { port: number; path: string; method?: string; headers?: Record<string, string>; body?: Uint8Array | string; from?: string; certificate?: string }
type Reply = { status: number; headers: IncomingHttpHeaders; text: string }

/** One request from an address of its own, over TLS when a certificate is given to check the server by. */
function ask({ port, path, method = 'GET', headers = {}, body, from = CLIENT, certificate }: Asked): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, localAddress: from, headers: { host: `${HOST}:${port}`, ...(body === undefined ? {} : { 'content-length': body.length }), ...headers } }
    const sent = certificate === undefined ? plainRequest(options) : secureRequest({ ...options, ca: certificate, servername: HOST })
    sent.on('response', (reply) => {
      let text = ''
      reply.on('data', (chunk) => { text += String(chunk) })
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** A page that only says who asks, beside all the real ones. */
const whoAsks: Route = { path: '/uji-alamat', methods: ['GET'], right: 'public', handle: async (_c, { ip }) => new Response(ip) }

async function behindNginx(t: TestContext, trustedProxy: string[] = ['127.0.0.1']) {
  const ports = { http: await freePort(), https: await freePort(), app: await freePort() }
  const baseUrl = `https://${HOST}:${ports.https}`
  const office = await freshApp(t, { config: { baseUrl, trustedProxy } })
  const app = createWeb(office.tools, createShell(office.tools), [...routes, whoAsks], operations, new Map())
  const server = serve({ fetch: app.fetch, port: ports.app, hostname: '127.0.0.1', overrideGlobalObjects: false })
  t.after(() => { server.close() })
  const home = await startNginx(t, ports)
  const certificate = readFileSync(join(home, 'certificate.pem'), 'utf8')
  return { office, ports, baseUrl, home, secure: (asked: Omit<Asked, 'port'>) => ask({ port: ports.https, certificate, ...asked }) }
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

/** A photo of nearly ten megabytes: a small picture with long remarks between its parts. */
async function largePhoto(): Promise<Buffer> {
  const small = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#7a5' } }).jpeg().toBuffer()
  const remark = Buffer.concat([Buffer.from([0xff, 0xfe, 0xff, 0xff]), Buffer.alloc(65_533, 'a')])
  return Buffer.concat([small.subarray(0, 2), ...Array.from({ length: 159 }, () => remark), small.subarray(2)])
}

function multipart(bytes: Uint8Array): { body: Buffer; headers: Record<string, string> } {
  const head = '--border\r\ncontent-disposition: form-data; name="file"; filename="foto.jpg"\r\ncontent-type: image/jpeg\r\n\r\n'
  return { body: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--border--\r\n')]), headers: { 'content-type': 'multipart/form-data; boundary=border' } }
}

test('who comes without TLS is sent to the same page with TLS', { skip }, async (t) => {
  const { ports, baseUrl } = await behindNginx(t)

  const reply = await ask({ port: ports.http, path: '/layanan?bahasa=en' })

  assert.equal(reply.status, 301)
  assert.equal(reply.headers.location, `${baseUrl}/layanan?bahasa=en`)
})

test('behind nginx a page comes with its policy, and is only ever to be asked for with TLS again', { skip }, async (t) => {
  const { secure } = await behindNginx(t)

  const reply = await secure({ path: '/layanan' })

  assert.equal(reply.status, 200)
  assert.match(reply.text, /<html lang="id"/)
  assert.match(String(reply.headers['content-security-policy']), /default-src 'none'/)
  assert.match(String(reply.headers['strict-transport-security']), /max-age=31536000/)
})

test('behind nginx a form is taken from its own site, and its cookies never travel in the clear', { skip }, async (t) => {
  const { secure, baseUrl } = await behindNginx(t)

  const reply = await secure({ path: '/masuk', method: 'POST', headers: { ...FORM, origin: baseUrl }, body: 'phone=081200000001' })

  assert.equal(reply.status, 303)
  const cookies = reply.headers['set-cookie'] ?? []
  assert.ok(cookies.length > 0)
  for (const cookie of cookies) assert.match(cookie, /^__Host-\w+=.*; Path=\/; HttpOnly; Secure; SameSite=Lax/)
})

test('behind nginx a form of another site is refused', { skip }, async (t) => {
  const { secure } = await behindNginx(t)

  const old = await secure({ path: '/masuk', method: 'POST', headers: { ...FORM, origin: 'https://elsewhere.example' }, body: 'phone=081200000001' })
  const modern = await secure({ path: '/masuk', method: 'POST', headers: { ...FORM, 'sec-fetch-site': 'cross-site' }, body: 'phone=081200000001' })

  assert.equal(old.status, 403)
  assert.equal(modern.status, 403)
})

test('the address of a client is the one nginx saw, not the one the client claims', { skip }, async (t) => {
  const { secure } = await behindNginx(t)

  const reply = await secure({ path: '/uji-alamat', headers: { 'x-forwarded-for': FORGED } })

  assert.equal(reply.text, CLIENT)
})

test('nobody but the trusted proxy is believed when it names an address', { skip }, async (t) => {
  const { ports, secure } = await behindNginx(t, ['127.0.0.77'])

  const pastTheProxy = await ask({ port: ports.app, path: '/uji-alamat', headers: { 'x-forwarded-for': FORGED } })
  const throughAnother = await secure({ path: '/uji-alamat' })

  assert.equal(pastTheProxy.text, CLIENT)
  assert.equal(throughAnother.text, '127.0.0.1')
})

test('a photo of ten megabytes passes nginx and is kept', { skip }, async (t) => {
  const { secure, office } = await behindNginx(t)
  const photo = await largePhoto()
  const { body, headers } = multipart(photo)
  const authorization = `Bearer ${await office.tokenFor('081200000001', 'api')}`

  const reply = await secure({ path: '/api/v1/attachments', method: 'POST', headers: { ...headers, authorization }, body })

  assert.ok(photo.length > 9.9 * 2 ** 20 && photo.length < 10 * 2 ** 20)
  assert.equal(reply.status, 201, reply.text)
})

test('the log of nginx holds neither what was searched for nor the code of a letter', { skip }, async (t) => {
  const { secure, home } = await behindNginx(t)

  await secure({ path: '/layanan?q=krupuk-siti' })
  await secure({ path: '/v/23456789ABCD' })
  await secure({ path: '/api/v1/verify/23456789ABCD' })

  const logged = readFileSync(join(home, 'access.log'), 'utf8')
  assert.match(logged, /GET \/layanan 200/)
  assert.doesNotMatch(logged, /krupuk|23456789ABCD/)
})
