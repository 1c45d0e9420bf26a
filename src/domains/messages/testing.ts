import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import type { TestApp } from '../../apps/testing.ts'
import { ok } from '../../kernel/result.ts'
import { transact } from '../../platform/db/unit.ts'
import { openGateway } from './gateway.ts'
import { type NewMessage, queueMessage } from './outbox.ts'
import { sendDue } from './send-due.ts'
import type { Provider } from './delivery.ts'
import { openWhatsapp } from './whatsapp.ts'

export type Answer = (reply: ServerResponse, request: IncomingMessage) => void
type Heard = { body: unknown; headers: IncomingMessage['headers'] }

/** Answers that go wrong on purpose. */
export const status = (code: number, headers: Record<string, string> = {}): Answer => (reply) => { reply.writeHead(code, headers).end() }
export const silent: Answer = () => {}
export const hangUp: Answer = (_, request) => { request.socket.destroy() }
/** An error as Meta says it. */
export const metaError = (code: number, http = 400): Answer => (reply) => {
  reply.writeHead(http, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { message: `(#${code}) sample`, type: 'OAuthException', code, fbtrace_id: 'sample' } }))
}

/** A server that answers as it is told, one answer after the other; the last goes on for ever. `answers` may be changed on the way. */
async function aServer(t: TestContext, answers: Answer[]) {
  const heard: Heard[] = []
  const server = createServer((request, reply) => {
    let body = ''
    request.setEncoding('utf8').on('data', (part: string) => { body += part }).on('end', () => {
      heard.push({ body: JSON.parse(body), headers: request.headers })
      answers[Math.min(heard.length, answers.length) - 1]?.(reply, request)
    })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  t.after(() => new Promise((resolve) => { server.close(resolve); server.closeAllConnections() }))
  return { heard, answers, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/** Stands in for the gateway of a phone company. */
export async function aGateway(t: TestContext, answers: Answer[], key = 'gateway') {
  const server = await aServer(t, answers)
  return { ...server, provider: openGateway(key, `${server.url}/send`, 300), got: () => server.heard.map(({ body }) => body as { id: string; to: string; text: string }) }
}

/** A message as Meta's Cloud API is given it. */
export type MetaMessage = {
  messaging_product: string; to: string; type: string; biz_opaque_callback_data: string
  template: { name: string; language: { code: string }; components: { type: string; parameters: { type: string; text: string }[] }[] }
}

/** Stands in for Meta's Cloud API: takes what it is not told to refuse, and gives it a wamid. */
export async function aWhatsapp(t: TestContext, answers: Answer[] = []) {
  const taken: Answer = (reply) => {
    const id = `wamid.${server.heard.length}`
    reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ messaging_product: 'whatsapp', contacts: [], messages: [{ id, message_status: 'accepted' }] }))
  }
  const server = await aServer(t, [...answers, taken])
  const provider = openWhatsapp({ address: `${server.url}/v23.0/100200300`, token: 'sample-token' }, 300)
  return { ...server, provider, got: () => server.heard.map(({ body }) => body as MetaMessage) }
}

/** Queues a message as a domain does. */
export async function queued({ tools }: Pick<TestApp, 'tools'>, over: Partial<NewMessage> = {}): Promise<void> {
  const done = await transact(tools.db, tools.clock, async (unit) => {
    await queueMessage(unit, { officeId: 'demo', template: 'rejected', channel: 'phone', address: '+6281200000001', body: 'Berkas A1 ditolak.', ...over })
    return ok(undefined)
  })
  if (!done.ok) throw new Error('a message was refused')
}

export const send = (app: TestApp, providers: readonly Provider[], limit = 10, chance = 0.5) => sendDue({ ...app.tools, providers, chance: () => chance }, limit)

export const outbox = (app: TestApp) => app.db.selectFrom('messages.outbox')
  .select(['id', 'state', 'attempts', 'last_failure', 'body', 'next_at', 'provider', 'road', 'language', 'kind']).orderBy('created_at').orderBy('id').execute()

/** What the history of all messages says, in its order: `waiting`, `sent gateway`. */
export async function told(app: TestApp): Promise<string[]> {
  const rows = await app.db.selectFrom('messages.history').select(['state', 'provider', 'reason']).orderBy('id').execute()
  return rows.map(({ state, provider, reason }) => [state, provider, reason].filter((part) => part !== null).join(' '))
}

/** The person behind a citizen's login in the demo. */
export async function personOf({ db }: TestApp, phone: string): Promise<string> {
  return (await db.selectFrom('registry.people').select('id').where('phone', '=', phone).executeTakeFirstOrThrow()).id
}
