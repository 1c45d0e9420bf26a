import { ATTEMPT_MS, type Carrier, type Outcome } from './delivery.ts'

/** Not the message is at fault but the access or the pace: worth another attempt. */
const NOT_FINAL = new Set([401, 403, 408, 425, 429])

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

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return { kind: 'sent' }
  const final = status >= 400 && status < 500 && !NOT_FINAL.has(status)
  return { kind: final ? 'refused' : 'failed', reason: `http-${status}` }
}

/**
 * Phones by an HTTP gateway for WhatsApp or SMS: `POST {"id", "to", "text"}` as JSON with the id as `Idempotency-Key`; 2xx means taken.
 * The gateway must not send the same id twice. See docs/messages.md.
 */
export function openGateway(address: string, attemptMs = ATTEMPT_MS): Carrier {
  const { url, authorization } = parts(address)
  return {
    async send({ id, to, text }) {
      try {
        const reply = await fetch(url, {
          method: 'POST', body: JSON.stringify({ id, to, text }), redirect: 'manual', signal: AbortSignal.timeout(attemptMs),
          headers: { 'content-type': 'application/json', 'idempotency-key': id, ...authorization },
        })
        await reply.body?.cancel()
        return outcomeOf(reply.status)
      } catch (error) {
        return { kind: 'failed', reason: error instanceof Error && error.name === 'TimeoutError' ? 'too-slow' : 'no-answer' }
      }
    },
    close() {},
  }
}
