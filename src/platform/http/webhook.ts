import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { type Result, ok } from '../../kernel/result.ts'
import { type Unit, transact } from '../db/unit.ts'
import type { Tools } from '../tools.ts'
import { type ApiOperation, problemResponse } from './operation.ts'

const unconfigured = { kind: 'not-found', code: 'no-such-address', message: 'Alamat ini tidak ada.' } as const
const badSignature = { kind: 'forbidden', code: 'bad-signature', message: 'Tanda tangan pesan ini tidak cocok.' } as const
const unreadable = { kind: 'invalid', code: 'unreadable', problems: [{ field: '', message: 'Badan permintaan bukan JSON yang dikenal.' }] } as const

/** `sha256=` and the HMAC of the bytes as they came, in hexadecimal: as Meta and many gateways sign. */
export const signatureOf = (body: string, secret: string): string => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

function isSigned(body: string, header: string | undefined, secret: string): boolean {
  const [told, right] = [Buffer.from(header ?? ''), Buffer.from(signatureOf(body, secret))]
  return told.length === right.length && timingSafeEqual(told, right)
}

type Webhook<B extends z.ZodType> = {
  /** Below /api/v1. */
  path: string
  summary: string
  header: string
  /** Without a secret there is no such address. */
  secret: (tools: Tools) => string | undefined
  body: B
  /** Must be safe to repeat: what is not answered in time comes again. */
  take: (unit: Unit, body: z.output<B>, tools: Tools) => Promise<void>
}

/** Declares an address at which another program tells what happened. Nobody is signed in: the signature over the body says who speaks. */
export function webhook<B extends z.ZodType>({ path, summary, header, secret, body, take }: Webhook<B>): ApiOperation {
  return {
    method: 'post', path, right: 'public', summary,
    describe: { body, answer: z.object({ taken: z.literal(true) }), status: 200 },
    async handle(c, { tools }) {
      const key = secret(tools)
      if (key === undefined) return problemResponse(unconfigured)
      const text = await c.req.text()
      if (!isSigned(text, c.req.header(header), key)) return problemResponse(badSignature)
      const read = body.safeParse(parsed(text))
      if (!read.success) return problemResponse({ ...unreadable, problems: [...unreadable.problems] })
      const done: Result<true> = await transact(tools.db, tools.clock, async (unit) => {
        await take(unit, read.data, tools)
        return ok(true)
      })
      return done.ok ? Response.json({ taken: true }, { headers: { 'cache-control': 'no-store' } }) : problemResponse(done.error)
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
