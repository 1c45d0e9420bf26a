import { z } from '@hono/zod-openapi'
import { type ApiOperation, problemResponse } from '../../platform/http/operation.ts'
import { webhook } from '../../platform/http/webhook.ts'
import { RECEIPTS } from './core/life.ts'
import { takeReceipt } from './receipts.ts'
import { takeReply } from './replies.ts'
import { UNREACHED } from './whatsapp.ts'

const metaStatus = z.object({
  id: z.string(), status: z.string(), biz_opaque_callback_data: z.string().optional(), errors: z.array(z.object({ code: z.number().int() })).optional(),
})
const metaMessage = z.object({ from: z.string(), id: z.string(), type: z.string(), text: z.object({ body: z.string() }).optional() })
/** As Meta tells it; what is not listed here is passed over. */
const metaBody = z.object({
  entry: z.array(z.object({
    changes: z.array(z.object({ value: z.object({ statuses: z.array(metaStatus).optional(), messages: z.array(metaMessage).optional() }) })),
  })).max(1_000),
})

const whatsappReceipts = webhook({
  path: '/messages/receipts/whatsapp', summary: 'Receipts and replies of WhatsApp, signed by Meta', header: 'x-hub-signature-256',
  secret: ({ config }) => config.whatsapp?.appSecret, body: metaBody,
  async take(unit, { entry }) {
    for (const { value } of entry.flatMap((one) => one.changes)) {
      for (const { id, status, biz_opaque_callback_data: own, errors } of value.statuses ?? []) {
        const receipt = RECEIPTS.find((one) => one === status)
        const code = errors?.[0]?.code
        if (receipt) {
          await takeReceipt(unit, {
            provider: 'whatsapp', id: own, ref: id, receipt, ...(code === undefined ? {} : { reason: `wa-${code}`, noSuchAddress: UNREACHED.has(code) }),
          })
        }
      }
      for (const { from, id, text } of value.messages ?? []) {
        if (text) await takeReply(unit, { ref: id, from: `+${from.replace(/^\+/, '')}`, text: text.body })
      }
    }
  },
})

/** Meta asks once, when the address is entered there, whether it is ours. */
const whatsappHandshake: ApiOperation = {
  method: 'get', path: '/messages/receipts/whatsapp', right: 'public', summary: 'Answers Meta that this address is ours',
  describe: {
    query: z.object({ 'hub.mode': z.string(), 'hub.verify_token': z.string(), 'hub.challenge': z.string() }), answer: z.string(), status: 200, mediaType: 'text/plain',
  },
  async handle(_c, { tools, query }) {
    const token = tools.config.whatsapp?.verifyToken
    if (token === undefined || query['hub.mode'] !== 'subscribe' || query['hub.verify_token'] !== token) {
      return problemResponse({ kind: 'forbidden', code: 'bad-token', message: 'Token ini tidak cocok.' })
    }
    return new Response((query['hub.challenge'] ?? '').slice(0, 200), { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
  },
}

const OWN_HEADER = 'x-signature-256'
const GATEWAYS = z.enum(['gateway', 'gateway-2']).default('gateway')

const gatewayReceipts = webhook({
  path: '/messages/receipts/gateway', summary: 'Receipts of a gateway for phones, signed with the common key', header: OWN_HEADER,
  secret: ({ config }) => config.messageReceiptKey,
  body: z.object({ provider: GATEWAYS, id: z.string().max(100), status: z.enum(RECEIPTS), reason: z.string().regex(/^[a-z0-9-]{1,40}$/).optional() }),
  take: (unit, { provider, id, status, reason }) => takeReceipt(unit, { provider, id, receipt: status, reason }),
})

const gatewayReplies = webhook({
  path: '/messages/replies/gateway', summary: 'Replies that came to a gateway for phones, signed with the common key', header: OWN_HEADER,
  secret: ({ config }) => config.messageReceiptKey,
  body: z.object({ provider: GATEWAYS, id: z.string().min(1).max(100), from: z.string().regex(/^\+\d{8,15}$/), text: z.string().max(4_000) }),
  take: (unit, { provider, id, from, text }) => takeReply(unit, { ref: `${provider} ${id}`, from, text }),
})

export const messageWebhooks: ApiOperation[] = [whatsappReceipts, whatsappHandshake, gatewayReceipts, gatewayReplies]
