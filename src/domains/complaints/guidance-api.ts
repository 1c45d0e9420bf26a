import { z } from '@hono/zod-openapi'
import { notFound, ok } from '../../kernel/result.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { findHomeOffice } from '../office/index.ts'
import { guidanceOf, guidanceSchema } from './api-answers.ts'
import { searchGuidance } from './core/duplicates.ts'
import { proposeGuidance, reviewGuidance } from './guidance.ts'
import { listProposed, listPublished } from './guidance-store.ts'
import { complaintsId } from './messages.id.ts'
import { findTicket } from './ticket-store.ts'
import { resourceOf } from './ticket.ts'

const listSchema = z.object({ items: z.array(guidanceSchema), next: z.null() })

const published = operation({
  method: 'get', path: '/guidance', right: 'public', summary: 'Published answers, searched in plain words',
  query: z.object({ q: z.string().max(200).default(''), limit: z.coerce.number().int().min(1).max(200).default(50) }), answer: listSchema,
  async handle({ unit }, { query: { q, limit } }) {
    const office = await findHomeOffice(unit.tx)
    return office ? ok({ items: searchGuidance(q, await listPublished(unit.tx, office.id)).slice(0, limit).map(guidanceOf), next: null }) : notFound('not-found', complaintsId.guidance.noSuch)
  },
})

const proposed = operation({
  method: 'get', path: '/guidance-proposals', right: 'guidance.review', summary: 'What waits for a second officer, the oldest first',
  answer: listSchema,
  handle: async ({ unit, actor }) => ok({ items: (await listProposed(unit.tx, actor.officeId)).map(guidanceOf), next: null }),
})

const propose = operation({
  method: 'post', path: '/complaints/{id}/guidance', right: 'guidance.propose', status: 201,
  summary: 'Propose an answered question as guidance, told anew, if its asker agreed',
  async access({ unit, params }) {
    const ticket = await findTicket(unit.tx, params['id'] ?? '')
    return ticket && resourceOf(ticket)
  },
  body: z.object({ question: z.string(), answer: z.string() }), answer: guidanceSchema,
  async handle({ unit, tools, actor, params }, { body }) {
    const done = await proposeGuidance(tools, unit, actor, params['id'] ?? '', body)
    return done.ok ? ok(guidanceOf(done.value)) : done
  },
})

const review = operation({
  method: 'post', path: '/guidance/{id}/steps', right: 'guidance.review', summary: 'A second officer publishes, declines, or takes back',
  body: z.object({ step: z.enum(['approve', 'decline', 'withdraw']) }), answer: guidanceSchema,
  async handle({ unit, actor, params }, { body: { step } }) {
    const done = await reviewGuidance(unit, actor, params['id'] ?? '', step)
    return done.ok ? ok(guidanceOf(done.value)) : done
  },
})

export const guidanceOperations: ApiOperation[] = [published, proposed, propose, review]
