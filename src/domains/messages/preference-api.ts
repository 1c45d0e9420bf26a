import { z } from '@hono/zod-openapi'
import { type Result, forbidden, notFound, ok } from '../../kernel/result.ts'
import type { Allowed } from '../../platform/http/context.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { findMandate } from '../accounts/index.ts'
import { DECLINABLE } from './core/kind.ts'
import { ROADS } from './core/road.ts'
import { personAccess } from './pages/person-access.ts'
import { preferencesId as t } from './preference-messages.id.ts'
import { type KeptPreferences, findPreferences, keepPreferences } from './preference-store.ts'
import { choose, fieldsOf } from './preferences.ts'

const hour = z.number().int().min(0).max(23)
const quiet = z.object({ from: hour, to: hour })
const answer = z.object({
  language: z.enum(['id', 'en']), roads: z.array(z.enum(ROADS)), quiet: quiet.nullable(), declined: z.array(z.enum(DECLINABLE)), chosen: z.boolean(), stopped: z.boolean(),
}).openapi('MessagePreferences')
const change = z.object({
  language: z.enum(['id', 'en']).optional(), roads: z.array(z.enum(ROADS)).max(ROADS.length).optional(), quiet: quiet.nullable().optional(), declined: z.array(z.enum(DECLINABLE)).optional(),
}).openapi('ChangeOfMessagePreferences')

const answerOf = (kept: KeptPreferences) =>
  ({ language: kept.language, roads: kept.roads, quiet: kept.quiet ?? null, declined: kept.declined, chosen: kept.chosen, stopped: kept.stopped })

const nobody = notFound('not-found', 'Akun ini tidak memiliki data warga.')

async function read(ask: Pick<Allowed, 'unit'>, personId: string | undefined): Promise<Result<z.input<typeof answer>>> {
  const kept = personId === undefined ? undefined : await findPreferences(ask.unit.tx, personId)
  return kept ? ok(answerOf(kept)) : nobody
}

async function write(ask: Allowed, personId: string | undefined, body: z.output<typeof change>): Promise<Result<z.input<typeof answer>>> {
  const kept = personId === undefined ? undefined : await findPreferences(ask.unit.tx, personId)
  if (!kept || personId === undefined) return nobody
  const wanted = {
    language: body.language ?? kept.language, roads: body.roads ?? kept.roads, declined: body.declined ?? kept.declined, quiet: body.quiet === undefined ? kept.quiet : body.quiet ?? undefined,
  }
  const chosen = choose(fieldsOf(wanted), kept, t)
  if (!chosen.ok) return chosen
  await keepPreferences(ask.unit, ask.actor, personId, chosen.value)
  return ok(answerOf({ ...kept, ...chosen.value, chosen: true }))
}

const readOwn = operation({
  method: 'get', path: '/message-preferences', right: 'account.self', summary: 'How the account\'s person wants to be told', answer,
  handle: (ask) => read(ask, ask.actor.personId),
})

const changeOwn = operation({
  method: 'patch', path: '/message-preferences', right: 'account.self', summary: 'Change how one wants to be told; what is left out stays', body: change, answer,
  handle: (ask, { body }) => write(ask, ask.actor.personId, body),
})

const readOther = operation({
  method: 'get', path: '/people/{personId}/message-preferences', right: 'citizen.help', summary: 'How a person who is helped wants to be told', access: personAccess, answer,
  handle: (ask) => read(ask, ask.params['personId']),
})

const changeOther = operation({
  method: 'patch', path: '/people/{personId}/message-preferences', right: 'citizen.help', summary: 'Change it for a person who agreed to be helped', access: personAccess, body: change, answer,
  async handle(ask, { body }) {
    const personId = ask.params['personId'] ?? ''
    const mandate = await findMandate(ask.unit.tx, ask.unit.now, { personId, officerId: ask.actor.accountId })
    return mandate ? write(ask, personId, body) : forbidden('mandate-needed', t.mandateNeeded)
  },
})

export const preferenceOperations: ApiOperation[] = [readOwn, changeOwn, readOther, changeOther]
