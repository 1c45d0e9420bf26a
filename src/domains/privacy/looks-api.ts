import { z } from '@hono/zod-openapi'
import { formatInstant } from '../../kernel/wib.ts'
import { type Result, notFound, ok } from '../../kernel/result.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { listLooks } from '../accounts/index.ts'
import { VERDICTS } from './core/look-rules.ts'
import { type LookFlag, acknowledgeFlag, listFlags } from './flag-store.ts'
import { privacyId } from './messages.id.ts'
import { remarkSchema } from './pages/flag.page.tsx'

const limitSchema = z.coerce.number().int().min(1).max(200).default(50)

const listOwnLooks = operation({
  method: 'get', path: '/me/looks', right: 'account.self', summary: 'Who looked at the data of the caller: role, purpose and moment, the latest first',
  query: z.object({ limit: limitSchema, cursor: z.coerce.number().int().min(1).optional() }),
  answer: z.object({
    items: z.array(z.object({ at: z.string(), what: z.string(), kind: z.string(), role: z.string().nullable(), self: z.boolean() })), next: z.string().nullable(),
  }),
  async handle({ unit, actor }, { query: { limit, cursor } }): Promise<Result<{ items: { at: string; what: string; kind: string; role: string | null; self: boolean }[]; next: string | null }>> {
    if (actor.personId === undefined) return notFound('no-person', privacyId.flags.gone)
    const { looks, next } = await listLooks(unit.tx, actor.officeId, actor.personId, actor.accountId, { limit, before: cursor })
    return ok({ items: looks.map(({ at, what, kind, role, self }) => ({ at: formatInstant(at), what, kind, role, self })), next: next === undefined ? null : String(next) })
  },
})

const flagSchema = z.object({
  id: z.string(), rule: z.string(), why: z.string(), officer: z.string(), day: z.string(), facts: z.record(z.string(), z.number()),
  verdict: z.string().nullable(), remark: z.string().nullable(), acknowledgedAt: z.string().nullable(),
})

const answerOf = (flag: LookFlag): z.input<typeof flagSchema> => ({
  id: flag.id, rule: flag.rule, why: privacyId.flags.words(flag.rule, flag.facts), officer: flag.officer, day: flag.day, facts: flag.facts,
  verdict: flag.verdict ?? null, remark: flag.remark ?? null, acknowledgedAt: flag.acknowledgedAt ? formatInstant(flag.acknowledgedAt) : null,
})

const listLookFlags = operation({
  method: 'get', path: '/look-flags', right: 'look.review', summary: 'Unusual look-ups by officers, the latest day first; `open`: those nobody has answered',
  query: z.object({ limit: limitSchema, open: z.enum(['true', 'false']).default('true'), cursor: z.string().regex(/^\d{4}-\d\d-\d\d_[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/).optional() }),
  answer: z.object({ items: z.array(flagSchema), next: z.string().nullable() }),
  async handle({ unit, actor }, { query: { limit, open, cursor } }) {
    const [day = '', id = ''] = cursor?.split('_') ?? []
    const { flags, next } = await listFlags(unit.tx, actor.officeId, { open: open === 'true', limit, after: cursor === undefined ? undefined : { day, id } })
    return ok({ items: flags.map(answerOf), next: next ? `${next.day}_${next.id}` : null })
  },
})

const answerFlag = operation({
  method: 'post', path: '/look-flags/{id}/answer', right: 'look.review', summary: 'Answer a flag, with a remark; nobody answers one about himself',
  body: z.object({ verdict: z.enum(VERDICTS), remark: remarkSchema }),
  answer: flagSchema,
  async handle({ unit, actor, params }, { body }) {
    const done = await acknowledgeFlag(unit, actor, params['id'] ?? '', body)
    return done.ok ? ok(answerOf(done.value)) : done
  },
})

export const looksOperations: ApiOperation[] = [listOwnLooks, listLookFlags, answerFlag]
