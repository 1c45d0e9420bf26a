import type { Context } from 'hono'
import { z } from 'zod'
import { type Problem, type Refusal, type Result, ok } from '../../kernel/result.ts'
import { type Operation, type Resource, may } from '../../kernel/rights.ts'
import { transact } from '../db/unit.ts'
import { type Allowed, type Ask, type Cookie, type UnitAsk } from './context.ts'
import { type Form, type LargeFile, formValues, largeFormValues } from './form.ts'
import { type RateLimit, withinLimit } from './rate-limit.ts'
import { htmlResponse, withCookies } from './response.ts'
import type { Route, Screen, Shell } from './route.ts'

export type { Form }

/**
 * Where to go after a POST, by 303; or an answer that must have no address of its own, such as what was found about a file: as a link
 * it could be made up.
 */
export type Sent = { goTo: string; cookies?: Cookie[] } | { show: Screen }

type Asking<R> = R extends 'public' ? UnitAsk : Allowed<UnitAsk>

export type PageSpec<R extends Operation | 'public', M, F extends z.ZodType> = {
  path: string
  right: R
  /** What the right depends on, read before anything else. Undefined: there is no such thing (404). */
  access?: (ask: UnitAsk) => Promise<Resource | undefined>
  read: (ask: Asking<R>) => Promise<M | undefined>
  view: (model: M, ask: Asking<R>, form: Form) => Screen
  fields?: F
  /** The effect of a POST. A refusal of kind `invalid` shows the page again with what was typed. */
  send?: (ask: Asking<R>, fields: z.output<F>, model: M) => Promise<Result<Sent>>
  /** For an effect that spans several transactions (a signature): runs after the rights are checked, outside of one. */
  sendApart?: (ask: Asking<R>, fields: z.output<F>) => Promise<Result<Sent>>
  /**
   * A file that is too large to be held: it is kept while it comes, after the rights and before the fields are looked at.
   * Only for a page whose right needs no more than who asks.
   */
  largeFile?: (ask: Allowed<Ask>) => LargeFile
  /** Answers without an actor may be kept this long and given to others. */
  cacheSeconds?: number
  /** What to show instead of the common page when there is no such thing. */
  absent?: (ask: Ask) => Screen
  limit?: RateLimit
}

const EMPTY: Form = { values: {}, problems: [] }

/** The rights are decided here, before the fields and before anything is read. */
async function admit<R extends Operation | 'public', M, F extends z.ZodType>(spec: PageSpec<R, M, F>, ask: UnitAsk): Promise<Result<Asking<R>>> {
  if (spec.right === 'public') return ok(ask as Asking<R>)
  const resource = spec.access && ask.actor ? await spec.access(ask) : {}
  if (!resource) return { ok: false, error: { kind: 'not-found', code: 'not-found', message: '' } }
  const allowed = may(ask.actor, spec.right, resource, ask.unit.now.epochMilliseconds)
  return allowed.ok ? ok({ ...ask, actor: allowed.value } as Asking<R>) : allowed
}

const missing: Refusal = { kind: 'not-found', code: 'not-found', message: '' }

function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.map((issue) => ({ field: issue.path.map(String).join('.'), message: issue.message }))
}

type Outcome = { kind: 'screen'; status: number; screen: Screen } | { kind: 'sent'; sent: Sent } | { kind: 'apart'; run: () => Promise<Result<Sent>>; again: (refusal: Refusal) => Outcome }

async function show<R extends Operation | 'public', M, F extends z.ZodType>(spec: PageSpec<R, M, F>, ask: UnitAsk): Promise<Result<Outcome>> {
  const admitted = await admit(spec, ask)
  if (!admitted.ok) return admitted
  const model = await spec.read(admitted.value)
  if (model === undefined) return { ok: false, error: missing }
  return ok({ kind: 'screen', status: 200, screen: spec.view(model, admitted.value, EMPTY) })
}

async function act<R extends Operation | 'public', M, F extends z.ZodType>(
  spec: PageSpec<R, M, F>, ask: UnitAsk, { values, problems }: Form, heard: (again: (refusal: Refusal) => Outcome | undefined) => void,
): Promise<Result<Outcome>> {
  const admitted = await admit(spec, ask)
  if (!admitted.ok) return admitted
  const model = await spec.read(admitted.value)
  if (model === undefined) return { ok: false, error: missing }
  const again = (refusal: Refusal): Outcome | undefined => refusal.kind === 'invalid'
    ? { kind: 'screen', status: 422, screen: spec.view(model, admitted.value, { values, problems: refusal.problems }) }
    : undefined
  heard(again)
  if (problems.length > 0) return { ok: false, error: { kind: 'invalid', code: 'invalid', problems } }
  const fields = (spec.fields ?? z.object({})).safeParse(values)
  if (!fields.success) return { ok: false, error: { kind: 'invalid', code: 'invalid', problems: problemsOf(fields.error) } }
  const data = fields.data as z.output<F>
  if (spec.sendApart) {
    const apart = spec.sendApart
    return ok({ kind: 'apart', run: () => apart(admitted.value, data), again: (refusal) => again(refusal) ?? { kind: 'sent', sent: { goTo: ask.path } } })
  }
  if (!spec.send) return { ok: false, error: missing }
  const sent = await spec.send(admitted.value, data, model)
  return sent.ok ? ok({ kind: 'sent', sent: sent.value }) : sent
}

/** The address asked for, with its query, to come back to after signing in. */
function returnTo({ path, query }: Ask): string {
  const search = new URLSearchParams(query).toString()
  return encodeURIComponent(search === '' ? path : `${path}?${search}`)
}

/** A refusal as a page: to sign in, to give the second factor, or a page that says what to do next. */
function refused(refusal: Refusal, ask: Ask, shell: Shell): Response {
  if (refusal.kind === 'forbidden' && refusal.code === 'sign-in-needed') return redirect(`/masuk?kembali=${returnTo(ask)}`)
  if (refusal.kind === 'forbidden' && refusal.code === 'step-up-needed') return redirect(`/akun/kode?kembali=${returnTo(ask)}`)
  const status = { invalid: 422, forbidden: 403, 'not-found': 404, conflict: 409 }[refusal.kind]
  return htmlResponse(status, shell.frame(shell.errorScreen(status, refusal, ask.lang, ask.requestId), ask))
}

function screenResponse({ status, screen }: { status: number; screen: Screen }, ask: Ask, shell: Shell): Response {
  const response = htmlResponse(status, shell.frame(screen, ask))
  if (screen.refreshSeconds !== undefined) response.headers.set('refresh', String(screen.refreshSeconds))
  return response
}

const redirect = (to: string): Response => new Response(null, { status: 303, headers: { location: to, 'cache-control': 'no-store' } })

/** Declares a screen: path, right, what is read, how it looks, and what a POST does. */
export function page<R extends Operation | 'public', M, F extends z.ZodType = z.ZodObject>(spec: PageSpec<R, M, F>): Route {
  const answer = async (ask: Ask, shell: Shell, result: Result<Outcome>, again?: (refusal: Refusal) => Outcome | undefined): Promise<Response> => {
    const outcome = result.ok ? result.value : again?.(result.error)
    if (!outcome) {
      const refusal = result.ok ? missing : result.error
      return refusal.kind === 'not-found' && spec.absent ? htmlResponse(404, shell.frame(spec.absent(ask), ask)) : refused(refusal, ask, shell)
    }
    if (outcome.kind === 'screen') return screenResponse(outcome, ask, shell)
    if (outcome.kind === 'sent') {
      const { sent } = outcome
      return 'show' in sent ? htmlResponse(200, shell.frame(sent.show, ask)) : withCookies(redirect(sent.goTo), sent.cookies ?? [], ask.tools.config.baseUrl)
    }
    const ran = await outcome.run()
    return answer(ask, shell, ran.ok ? ok<Outcome>({ kind: 'sent', sent: ran.value }) : ran, outcome.again)
  }
  const formOf = async (c: Context, ask: Ask): Promise<Result<Form>> => {
    const { largeFile } = spec
    if (!largeFile || spec.right === 'public') {
      const values = await formValues(c)
      return values.ok ? ok({ values: values.value, problems: [] }) : values
    }
    const allowed = may(ask.actor, spec.right, {}, ask.tools.clock().epochMilliseconds)
    return allowed.ok ? largeFormValues(c.req.raw, largeFile({ ...ask, actor: allowed.value })) : allowed
  }
  const handle = async (c: Context, ask: Ask, shell: Shell): Promise<Response> => {
    const { db, clock } = ask.tools
    if (c.req.method === 'GET') return answer(ask, shell, await transact(db, clock, (unit) => show(spec, { ...ask, unit })))
    const form = await formOf(c, ask)
    if (!form.ok) return refused(form.error, ask, shell)
    let again: ((refusal: Refusal) => Outcome | undefined) | undefined
    const result = await transact(db, clock, (unit) => act(spec, { ...ask, unit }, form.value, (how) => { again = how }))
    return answer(ask, shell, result, again)
  }
  return {
    path: spec.path,
    methods: spec.send || spec.sendApart ? ['GET', 'POST'] : ['GET'],
    right: spec.right,
    ...(spec.cacheSeconds === undefined ? {} : { cacheSeconds: spec.cacheSeconds }),
    ...(spec.largeFile ? { takesLargeBody: true } : {}),
    handle: (c: Context, ask: Ask, shell: Shell) => withinLimit(spec.limit, ask, c.req.method === 'POST', {
      answer: () => handle(c, ask, shell),
      tooMany: () => htmlResponse(429, shell.frame(shell.errorScreen(429, undefined, ask.lang, ask.requestId), ask)),
    }),
  }
}

/** Declares an address that gives a file instead of a screen. */
export function download<R extends Operation | 'public'>(spec: {
  path: string
  right: R
  access?: (ask: UnitAsk) => Promise<Resource | undefined>
  read: (ask: Asking<R>) => Promise<Response | undefined>
}): Route {
  return {
    path: spec.path,
    methods: ['GET'],
    right: spec.right,
    async handle(_c, ask, shell) {
      const result = await transact<Response>(ask.tools.db, ask.tools.clock, async (unit) => {
        const admitted = await admit<R, unknown, z.ZodObject>({ ...spec, read: async () => undefined, view: () => { throw new Error('a file has no view') } }, { ...ask, unit })
        if (!admitted.ok) return admitted
        const file = await spec.read(admitted.value)
        return file ? ok(file) : { ok: false, error: missing }
      })
      return result.ok ? result.value : refused(result.error, ask, shell)
    },
  }
}
