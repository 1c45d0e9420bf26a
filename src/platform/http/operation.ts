import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { z } from '@hono/zod-openapi'
import { type Problem, type Refusal, type Result, invalid, ok } from '../../kernel/result.ts'
import { type Operation, type Resource, may } from '../../kernel/rights.ts'
import { transact } from '../db/unit.ts'
import type { Allowed, Ask, UnitAsk } from './context.ts'
import { type Answered, type Idempotent, claim, keep, patiently, release, stillRunning } from './idempotency.ts'
import { type RateLimit, tooManyProblem, withinLimit } from './rate-limit.ts'
import type { Shell } from './route.ts'

type Asking<R> = R extends 'public' ? UnitAsk : Allowed<UnitAsk>

export type OperationSpec<R extends Operation | 'public', Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType> = {
  method: 'get' | 'post' | 'patch'
  /** Below /api/v1, with {names} of parameters. */
  path: string
  right: R
  summary: string
  query?: Q
  body?: B
  /** A file instead of JSON, in the field `file`. */
  upload?: true
  answer: A
  status?: 200 | 201
  access?: (ask: UnitAsk) => Promise<Resource | undefined>
  handle: (ask: Asking<R>, input: { query: z.output<Q>; body: z.output<B>; file?: File }) => Promise<Result<z.input<A>>>
  /** For which inputs the effect spans several transactions of its own: `ask.unit` is then already closed. */
  apart?: (body: z.output<B>) => boolean
  limit?: RateLimit
}

export type ApiOperation = {
  method: 'get' | 'post' | 'patch'
  path: string
  right: string
  summary: string
  /** As of a route. */
  takesLargeBody?: true
  describe: { query?: z.ZodObject; body?: z.ZodType; upload?: true; answer: z.ZodType; status: 200 | 201; mediaType?: string }
  handle: (c: Context, ask: Ask, shell: Shell) => Promise<Response>
}

const problemsOf = (error: z.ZodError): Problem[] => error.issues.map((issue) => ({ field: issue.path.map(String).join('.'), message: issue.message }))

const STATUS = { invalid: 422, forbidden: 403, 'not-found': 404, conflict: 409 } as const
const TITLE = { invalid: 'Isian perlu diperbaiki', forbidden: 'Tidak diizinkan', 'not-found': 'Tidak ditemukan', conflict: 'Keadaan sudah berubah' } as const

/** A refusal as RFC 9457 problem details. */
export function problemResponse(refusal: Refusal): Response {
  const status = refusal.kind === 'forbidden' && refusal.code === 'sign-in-needed' ? 401 : STATUS[refusal.kind]
  const body = {
    type: 'about:blank', title: TITLE[refusal.kind], status, code: refusal.code,
    ...(refusal.kind === 'invalid' ? { problems: refusal.problems } : { detail: refusal.message }),
    ...(refusal.kind === 'conflict' && refusal.present !== undefined ? { present: refusal.present } : {}),
  }
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } })
}

type Input = { query: unknown; body: unknown; file?: File; sha256: string }

const digest = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex')
const badJson = () => invalid([{ field: '', message: 'Badan permintaan bukan JSON yang utuh.' }], 'unreadable')

async function readInput(c: Context, upload: boolean): Promise<Result<Input>> {
  const query = c.req.query()
  if (c.req.method === 'GET') return ok({ query, body: undefined, sha256: '' })
  try {
    if (upload) {
      const { file } = await c.req.parseBody()
      if (!(file instanceof File)) return invalid([{ field: 'file', message: 'Sertakan berkas pada bagian bernama file.' }])
      return ok({ query, body: undefined, file, sha256: digest(new Uint8Array(await file.arrayBuffer())) })
    }
    const text = await c.req.text()
    return ok({ query, body: text === '' ? {} : JSON.parse(text), sha256: digest(text) })
  } catch (error) {
    if (error instanceof Error && error.name === 'BodyLimitError') return invalid([{ field: 'file', message: 'Kiriman terlalu besar: paling besar 10 MB.' }], 'too-large')
    return badJson()
  }
}

const missing: Refusal = { kind: 'not-found', code: 'not-found', message: 'Tidak ada data dengan alamat ini.' }

/** Declares one operation of the API. The right is decided before the input is looked at; OpenAPI is made from the same schemas. */
export function operation<R extends Operation | 'public', A extends z.ZodType, Q extends z.ZodObject = z.ZodObject, B extends z.ZodType = z.ZodUnknown>(
  spec: OperationSpec<R, Q, B, A>,
): ApiOperation {
  const status = spec.status ?? 200

  const admitted = async (ask: UnitAsk): Promise<Result<Asking<R>>> => {
    if (spec.right === 'public') return ok(ask as Asking<R>)
    const resource = spec.access && ask.actor ? await spec.access(ask) : {}
    if (!resource) return { ok: false, error: missing }
    const allowed = may(ask.actor, spec.right, resource, ask.unit.now.epochMilliseconds)
    return allowed.ok ? ok({ ...ask, actor: allowed.value } as Asking<R>) : allowed
  }

  const run = async (ask: Asking<R>, input: Input): Promise<Result<Answered>> => {
    const query = (spec.query ?? z.object({})).safeParse(input.query)
    if (!query.success) return invalid(problemsOf(query.error))
    const body = (spec.body ?? z.unknown()).safeParse(input.body)
    if (!body.success) return invalid(problemsOf(body.error))
    const done = await spec.handle(ask, {
      query: query.data as z.output<Q>, body: body.data as z.output<B>, ...(input.file ? { file: input.file } : {}),
    })
    return done.ok ? ok({ status, answer: spec.answer.parse(done.value) }) : done
  }

  /** Rights, then the claim of the key, then the effect: all in one transaction. */
  const inOneUnit = (ask: Ask, input: Input, key: string | undefined, effect: (ask: Asking<R>) => Promise<Result<Idempotent>>): Promise<Result<Idempotent>> =>
    transact<Idempotent>(ask.tools.db, ask.tools.clock, async (unit) => {
      const allowed = await admitted({ ...ask, unit })
      if (!allowed.ok) return allowed
      const claimed = key !== undefined && allowed.value.actor
        ? { accountId: allowed.value.actor.accountId, key, request: `${spec.method} ${ask.path}`, sha256: input.sha256 } : undefined
      const held = claimed ? await claim(unit, claimed) : ok(undefined)
      if (!held.ok) return held
      if (held.value) return ok(held.value)
      const done = await effect(allowed.value)
      if (done.ok && done.value !== 'pending' && claimed) await keep(unit, claimed, done.value)
      return done
    })

  /** The claim is committed first; the effect then runs in transactions of its own. Who comes with the same key meanwhile waits for its answer. */
  const apart = async (ask: Ask, input: Input, key: string | undefined): Promise<Result<Answered>> => {
    let mine: Asking<R> | undefined
    const begun = await patiently(() => inOneUnit(ask, input, key, async (allowed) => {
      mine = allowed
      return ok('pending')
    }), () => mine !== undefined)
    if (!begun.ok) return begun
    if (begun.value !== 'pending') return ok(begun.value)
    if (!mine) return stillRunning()
    const done = await run(mine, input)
    if (key !== undefined && ask.actor) await release(ask.tools, { accountId: ask.actor.accountId, key }, done)
    return done
  }

  const handled = async (ask: Ask, input: Input, key: string | undefined): Promise<Result<Answered>> => {
    const body = spec.apart && (spec.body ?? z.unknown()).safeParse(input.body)
    if (body?.success && spec.apart?.(body.data as z.output<B>)) return apart(ask, input, key)
    const done = await inOneUnit(ask, input, key, (allowed) => run(allowed, input))
    if (!done.ok) return done
    return done.value === 'pending' ? stillRunning() : ok(done.value)
  }

  const answer = async (c: Context, ask: Ask): Promise<Response> => {
    const input = await readInput(c, spec.upload ?? false)
    if (!input.ok) return problemResponse(input.error)
    const key = spec.method === 'post' ? c.req.header('idempotency-key') : undefined
    if (key !== undefined && (key.length > 200 || key === '')) {
      return problemResponse({ kind: 'invalid', code: 'invalid', problems: [{ field: 'Idempotency-Key', message: 'Kunci paling panjang 200 karakter.' }] })
    }
    const done = await handled(ask, input.value, key)
    return done.ok ? Response.json(done.value.answer, { status: done.value.status, headers: { 'cache-control': 'no-store' } }) : problemResponse(done.error)
  }

  return {
    method: spec.method, path: spec.path, right: spec.right, summary: spec.summary,
    describe: {
      ...(spec.query ? { query: spec.query } : {}), ...(spec.body ? { body: spec.body } : {}), ...(spec.upload ? { upload: true } : {}),
      answer: spec.answer, status,
    },
    handle: (c, ask) => withinLimit(spec.limit, ask, spec.method !== 'get', { answer: () => answer(c, ask), tooMany: tooManyProblem }),
  }
}
