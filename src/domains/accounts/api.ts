import { z } from '@hono/zod-openapi'
import { formatInstant } from '../../kernel/wib.ts'
import { notFound, ok } from '../../kernel/result.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { accountsId } from './messages.id.ts'
import { CONSENT_METHODS, endMandate, listMandates } from './mandate-store.ts'

const missing = notFound('not-found', accountsId.account.consentGone)

const consents = operation({
  method: 'get', path: '/me/consents', right: 'account.self', summary: 'Consents of the caller that hold now: who may help him, how he said so, and until when',
  answer: z.object({ items: z.array(z.object({ id: z.string(), role: z.string().nullable(), method: z.enum(CONSENT_METHODS), givenAt: z.string(), until: z.string() })), next: z.null() }),
  async handle({ unit, actor }) {
    if (actor.personId === undefined) return missing
    const held = await listMandates(unit.tx, unit.now, actor.personId)
    return ok({ items: held.map(({ givenAt, until, ...one }) => ({ ...one, givenAt: formatInstant(givenAt), until: formatInstant(until) })), next: null })
  },
})

const withdraw = operation({
  method: 'post', path: '/me/consents/{id}/withdrawal', right: 'account.self', summary: 'Withdraw a consent: from now on that officer helps no further. What was sent before stays lawful',
  answer: z.object({ withdrawn: z.int() }),
  async handle({ unit, actor, params }) {
    const count = await endMandate(unit, actor, params['id'] ?? '')
    return count === 0 ? missing : ok({ withdrawn: count })
  },
})

export const accountOperations: ApiOperation[] = [consents, withdraw]
