import { z } from '@hono/zod-openapi'
import { type Refusal, ok } from '../../kernel/result.ts'
import { type Operation, type Resource, may } from '../../kernel/rights.ts'
import { transact } from '../db/unit.ts'
import type { Allowed, UnitAsk } from './context.ts'
import { type ApiOperation, problemResponse } from './operation.ts'

const missing: Refusal = { kind: 'not-found', code: 'not-found', message: 'Tidak ada berkas dengan alamat ini.' }

/** Declares an operation of the API that answers a file instead of JSON. */
export function fileOperation(spec: {
  /** Below /api/v1, with {names} of parameters. */
  path: string
  right: Operation
  summary: string
  mediaType: string
  access: (ask: UnitAsk) => Promise<Resource | undefined>
  read: (ask: Allowed<UnitAsk>) => Promise<Response | undefined>
}): ApiOperation {
  return {
    method: 'get', path: spec.path, right: spec.right, summary: spec.summary,
    describe: { answer: z.string(), status: 200, mediaType: spec.mediaType },
    async handle(_c, ask) {
      const result = await transact<Response>(ask.tools.db, ask.tools.clock, async (unit) => {
        const resource = ask.actor ? await spec.access({ ...ask, unit }) : {}
        if (!resource) return { ok: false, error: missing }
        const allowed = may(ask.actor, spec.right, resource, unit.now.epochMilliseconds)
        if (!allowed.ok) return allowed
        const file = await spec.read({ ...ask, unit, actor: allowed.value })
        return file ? ok(file) : { ok: false, error: missing }
      })
      return result.ok ? result.value : problemResponse(result.error)
    },
  }
}
