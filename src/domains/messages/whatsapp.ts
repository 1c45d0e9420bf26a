import { z } from 'zod'
import { ATTEMPT_MS, type Outcome, type Outgoing, type Provider } from './delivery.ts'
import { attempt, outcomeOfStatus } from './http-attempt.ts'

/** Names under which the office has its two templates approved by Meta; what they say is in docs/messages.md. */
export const WHATSAPP_TEMPLATES = { text: 'ditakopum_pesan', code: 'ditakopum_kode' } as const

const taken = z.object({ messages: z.array(z.object({ id: z.string() })).min(1) })
const refused = z.object({ error: z.object({ code: z.number().int() }) })

/** Codes of Meta for the access or the pace: the message may be tried again. */
const ACCESS = new Set([0, 10, 190, 131005, 131031])
const PACE = new Set([4, 80007, 130429, 131048, 131056])
/** Its own trouble: whether the message was taken is not said. */
const TROUBLE = new Set([1, 2, 131000, 131016])
/** The number has no WhatsApp, or may not be written to. */
export const UNREACHED = new Set([131026, 131030, 131045, 131051])

const parameter = (text: string) => ({ type: 'text', text })

/** A one-time code goes in a template of the class "authentication", which has the code alone, twice: as text and for the button that copies it. */
function componentsOf({ text, isCode }: Outgoing) {
  const code = isCode ? /\d{4,8}/.exec(text)?.[0] : undefined
  if (code === undefined) return { name: WHATSAPP_TEMPLATES.text, components: [{ type: 'body', parameters: [parameter(text)] }] }
  return {
    name: WHATSAPP_TEMPLATES.code,
    components: [{ type: 'body', parameters: [parameter(code)] }, { type: 'button', sub_type: 'url', index: '0', parameters: [parameter(code)] }],
  }
}

function outcomeOfError(code: number, reply: Response): Outcome {
  const reason = `wa-${code}`
  const byStatus = outcomeOfStatus(reply.status, reply.headers, Date.now())
  const pause = byStatus.kind === 'failed' && byStatus.retryAfterMs !== undefined ? { retryAfterMs: byStatus.retryAfterMs } : {}
  if (ACCESS.has(code) || (code >= 200 && code < 300) || PACE.has(code)) return { kind: 'failed', reason, maybeTaken: false, ...pause }
  if (TROUBLE.has(code)) return { kind: 'failed', reason, maybeTaken: true, ...pause }
  return { kind: 'refused', reason, noSuchAddress: UNREACHED.has(code) }
}

async function read(reply: Response): Promise<Outcome> {
  const body: unknown = await reply.json().catch(() => undefined)
  if (reply.ok) {
    const one = taken.safeParse(body)
    return { kind: 'sent', ...(one.success && one.data.messages[0] ? { ref: one.data.messages[0].id } : {}) }
  }
  const error = refused.safeParse(body)
  return error.success ? outcomeOfError(error.data.error.code, reply) : outcomeOfStatus(reply.status, reply.headers, Date.now())
}

/**
 * WhatsApp by Meta's Cloud API: a template message by `POST {address}/messages` with a bearer token. It knows no idempotency key, so an attempt whose end
 * is unknown is not repeated: our id travels as `biz_opaque_callback_data` and comes back with the receipt.
 * @param address up to the id of the office's number, as in `https://graph.facebook.com/v23.0/123456789012345`
 */
export function openWhatsapp({ address, token }: { address: string; token: string }, attemptMs = ATTEMPT_MS): Provider {
  const url = new URL(`${address.replace(/\/+$/, '')}/messages`)
  return {
    key: 'whatsapp', road: 'whatsapp', repeats: false,
    send: (message) => attempt(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        messaging_product: 'whatsapp', recipient_type: 'individual', to: message.to.replace(/^\+/, ''), type: 'template', biz_opaque_callback_data: message.id,
        template: { language: { code: message.language }, ...componentsOf(message) },
      }),
    }, attemptMs, read),
    close() {},
  }
}
