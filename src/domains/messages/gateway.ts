import { ATTEMPT_MS, type Outcome, type Provider } from './delivery.ts'
import { attempt, outcomeOfStatus } from './http-attempt.ts'

/** Credentials may stand in the address, as in `https://name:secret@gateway/send`; they travel as Basic authorization. */
function parts(address: string): { url: URL; authorization: Record<string, string> } {
  const url = new URL(address)
  const { username, password } = url
  if (username === '' && password === '') return { url, authorization: {} }
  url.username = ''
  url.password = ''
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { url, authorization: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } }
}

async function read(reply: Response): Promise<Outcome> {
  await reply.body?.cancel()
  return reply.ok ? { kind: 'sent' } : outcomeOfStatus(reply.status, reply.headers, Date.now())
}

/**
 * Phones by an HTTP gateway for SMS: `POST {"id", "to", "text"}` as JSON with the id as `Idempotency-Key`; 2xx means taken.
 * The gateway must not send the same id twice. See docs/messages.md.
 */
export function openGateway(key: string, address: string, attemptMs = ATTEMPT_MS): Provider {
  const { url, authorization } = parts(address)
  return {
    key, road: 'sms', repeats: true,
    send: ({ id, to, text }) => attempt(url, {
      method: 'POST', body: JSON.stringify({ id, to, text }),
      headers: { 'content-type': 'application/json', 'idempotency-key': id, ...authorization },
    }, attemptMs, read),
    close() {},
  }
}
