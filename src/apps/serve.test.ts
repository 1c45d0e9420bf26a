import assert from 'node:assert/strict'
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { queueMessage } from '../domains/messages/index.ts'
import { ok } from '../kernel/result.ts'
import { transact } from '../platform/db/unit.ts'
import { type TestApp, freshApp } from './testing.ts'

const RUN = join(import.meta.dirname, '../../scripts/run.mjs')

async function aPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

type Running = { child: ChildProcessWithoutNullStreams; said: () => string; ended: Promise<number | null> }

async function running(t: TestContext, { config, databaseUrl }: TestApp, command: string, env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [RUN, 'src/apps/cli.ts', command], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: databaseUrl, DATA_DIR: config.dataDir, KEY_FILE: config.keyFile, DEMO: '1', LOG_LEVEL: 'error', ...env },
  })
  t.after(() => { child.kill('SIGKILL') })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text })
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null)
  for (let waited = 0; !/berjalan/.test(said) && child.exitCode === null && waited < 40_000; waited += 20) await sleep(20)
  return { child, said: () => said, ended }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !await isSo(); waited += 20) {
    if (waited > 40_000) throw new Error('waited in vain')
    await sleep(20)
  }
}

test('one command serves pages, says how to get in, sends messages, and stops cleanly', async (t) => {
  const app = await freshApp(t)
  const got: string[] = []
  const gateway = createServer((request, reply) => {
    request.setEncoding('utf8').on('data', (text: string) => { got.push(JSON.parse(text).text) }).on('end', () => { reply.writeHead(200).end() })
  }).listen(0, '127.0.0.1')
  await once(gateway, 'listening')
  t.after(() => { gateway.close() })
  const [port, metricsPort] = [await aPort(), await aPort()]
  const program = await running(t, app, 'start', {
    PORT: String(port), METRICS_PORT: String(metricsPort), MESSAGE_URL: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/`,
  })
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`)

  const health = await Promise.all(['/health/live', '/health/ready', '/pesan-demo'].map(async (path) => (await get(path)).status))
  await transact(app.db, app.tools.clock, async (unit) => {
    await queueMessage(unit, { officeId: 'demo', template: 'submitted', channel: 'phone', address: '+6281200000001', body: 'Berkas A1 sudah masuk.' })
    return ok(undefined)
  })
  await until(async () => got.length > 0)
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  program.child.kill('SIGTERM')

  assert.equal(await program.ended, 0)
  assert.deepEqual(health, [200, 200, 200])
  assert.deepEqual(got, ['Berkas A1 sudah masuk.'])
  assert.match(metrics, /ditakopum_messages\{state="failed"\} 0/)
  assert.match(metrics, /http_request_duration_seconds_count\{method="GET",status="200"\} 3/)
  assert.match(program.said(), new RegExp(`berjalan di http://127\\.0\\.0\\.1:${port}`))
  assert.match(program.said(), /krupuk-udang-demo/)
})

test('a port that is taken is said in a sentence, with another one to try', async (t) => {
  const app = await freshApp(t)
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  t.after(() => { other.close() })
  const { port } = other.address() as AddressInfo

  const program = await running(t, app, 'serve', { PORT: String(port) })

  assert.equal(await program.ended, 1)
  assert.equal(program.said(), `Port ${port} sedang dipakai program lain. Hentikan program itu, atau pilih port lain, misalnya PORT=${port + 1}.\n`)
})

test('a request at work when the program is told to stop gets its answer', async (t) => {
  const app = await freshApp(t)
  const port = await aPort()
  const program = await running(t, app, 'serve', { PORT: String(port) })
  // The body arrives slowly: the request is at work until it is whole.
  const { resolve: finish, promise: finished } = Promise.withResolvers<void>()
  const body = new ReadableStream({
    async start(stream) {
      stream.enqueue(new TextEncoder().encode('act=ret'))
      await finished
      stream.enqueue(new TextEncoder().encode('ry'))
      stream.close()
    },
  })
  const cookie = `sid=${await app.tokenFor('loket', 'browser')}`
  const asked = fetch(`http://127.0.0.1:${port}/petugas/pesan`, {
    method: 'POST', body, duplex: 'half', redirect: 'manual', headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
  } as RequestInit)
  await sleep(200)

  program.child.kill('SIGTERM')
  await sleep(200)
  const refused = await fetch(`http://127.0.0.1:${port}/health/live`).then(() => false, () => true)
  finish()
  const reply = await asked

  assert.equal(refused, true)
  assert.ok([401, 303, 422].includes(reply.status), String(reply.status))
  assert.equal(await program.ended, 0)
})

test('a signal to npm, which tells it to a shell only, stops the program behind it too', async (t) => {
  const app = await freshApp(t)
  const port = await aPort()
  const shell = spawn('sh', ['-c', `"${process.execPath}" "${RUN}" src/apps/cli.ts serve; true`], {
    env: {
      ...process.env, NODE_OPTIONS: '', DATABASE_URL: app.databaseUrl, DATA_DIR: app.config.dataDir, KEY_FILE: app.config.keyFile, DEMO: '1', LOG_LEVEL: 'error',
      PORT: String(port), npm_lifecycle_event: 'start',
    },
  })
  const answers = () => fetch(`http://127.0.0.1:${port}/health/live`).then((reply) => reply.ok, () => false)
  await until(answers)

  shell.kill('SIGTERM')

  await until(async () => !await answers())
})
