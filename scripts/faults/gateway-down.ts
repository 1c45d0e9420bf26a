import { once } from 'node:events'
import { createServer } from 'node:http'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { withDatabase } from './checks.ts'
import { type FaultReport, stage } from './fault.ts'
import { sharedPapers } from './walkers.ts'

/** A failed attempt is repeated after half a minute at first. */
const PATIENCE_MS = 180_000

/** A gateway for phones that fails until it is mended, and counts what it took. */
async function aGateway() {
  const taken = new Map<string, number>()
  const state = { up: false, tries: 0 }
  const server = createServer((request, reply) => {
    request.resume().on('end', () => {
      state.tries += 1
      const id = String(request.headers['idempotency-key'])
      if (state.up) taken.set(id, (taken.get(id) ?? 0) + 1)
      reply.writeHead(state.up ? 200 : 503).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}/send`, taken, state, close: () => { server.closeAllConnections(); server.close() } }
}

/** A mail server that answers "later" until it is mended. */
async function aMailServer() {
  const state = { up: false, taken: 0 }
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false,
    onMailFrom: (_address, _session, done) => { done(state.up ? undefined : Object.assign(new Error('later'), { responseCode: 451 })) },
    onData: (stream, _session, done) => {
      stream.resume()
      stream.on('end', () => { state.taken += 1; done() })
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `smtp://127.0.0.1:${address.port}`, state, close: () => { server.close(() => {}) } }
}

async function until(holds: () => Promise<boolean> | boolean): Promise<boolean> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(500)) if (await holds()) return true
  return false
}

/** The roads for messages are down while people apply, then up again: every message arrives, and once. */
export async function gatewayDown(): Promise<FaultReport> {
  const gateway = await aGateway()
  const mail = await aMailServer()
  try {
    return await stage('message roads down', { MESSAGE_URL: gateway.url, SMTP_URL: mail.url }, async ({ client, dataDir, check }) => {
      const papers = await sharedPapers(client)
      const business = await client.insist('081200000001', '/businesses', {
        name: 'Kerupuk Udang Barokah', villageCode: '35.15.05.2003', address: 'Dusun Pelataran RT 03 RW 02', kbli: '10794', startedOn: '2019-04-01',
        capital: 25_000_000, annualSales: 180_000_000, salesYear: 2025,
      }, randomUUID())
      const draft = await client.insist('081200000001', '/applications', {
        serviceCode: 'UM-02', businessId: business.body['id'], answers: { purpose: 'bank-loan', statement: true }, attachments: { ...papers, productPhoto: papers['idCard'] },
      }, randomUUID())
      // This runs at any hour: at night the message would rightly be held.
      await withDatabase(dataDir, async (db) => {
        const { id } = await db.selectFrom('registry.people').select('id').where('phone', '=', '+6281200000001').executeTakeFirstOrThrow()
        await db.insertInto('messages.preferences').values({
          person_id: id, language: 'id', roads: ['sms'], quiet_from: null, quiet_to: null, declined: [], set_by: id, set_at: new Date(),
        }).execute()
      })
      const sent = await client.insist('081200000001', `/applications/${String(draft.body['id'])}/steps`, { step: 'submit' }, randomUUID())
      check(sent.status === 200, `a case is submitted while the roads are down: ${sent.status}`)
      await withDatabase(dataDir, (db) => db.insertInto('messages.outbox').values({
        office_id: 'demo', template: 'submitted', channel: 'email', address: 'siti@ditakopum.example', subject: 'Tanda terima', body: 'Berkas sudah masuk.',
        next_at: new Date(), created_at: new Date(),
      }).execute())
      check(await until(() => gateway.state.tries > 0), `${gateway.state.tries} attempts while the gateway is down`)
      const waiting = await withDatabase(dataDir, (db) => db.selectFrom('messages.outbox').select('id').where('state', '=', 'waiting').execute())
      check(waiting.length === 2, `${waiting.length} messages wait`)

      gateway.state.up = true
      mail.state.up = true
      const sentAll = await until(() => withDatabase(dataDir, async (db) =>
        (await db.selectFrom('messages.outbox').select('id').where('state', '<>', 'sent').execute()).length === 0))
      check(sentAll, 'all messages are sent once the roads are up')
      check(gateway.taken.size === 1 && [...gateway.taken.values()].every((count) => count === 1), `the gateway took ${[...gateway.taken.values()].join(', ')}`)
      check(mail.state.taken === 1, `the mail server took ${mail.state.taken}`)
    })
  } finally {
    gateway.close()
    mail.close()
  }
}
