import { z } from 'zod'
import { ok } from '../../kernel/result.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { accessOf } from './access.ts'
import { type Mandate, giveMandate, listMandates, withdrawMandate } from './mandates.ts'

const mandateAnswer = z.object({
  id: z.string(), name: z.string(), validFrom: z.iso.date(), validTo: z.iso.date(), givenBy: z.string(), withdrawnOn: z.iso.date().nullable(),
})
const answerOf = ({ id, name, validFrom, validTo, givenBy, withdrawnOn }: Mandate): z.input<typeof mandateAnswer> =>
  ({ id, name, validFrom, validTo, givenBy, withdrawnOn })

const list = operation({
  method: 'get', path: '/cooperatives/{id}/mandates', right: 'cooperative.read', summary: 'Siapa yang diberi kuasa oleh pengurus, juga yang sudah berakhir', access: accessOf,
  answer: z.object({ items: z.array(mandateAnswer), next: z.null() }),
  handle: async ({ unit, params }) => ok({ items: (await listMandates(unit.tx, params['id'] ?? '')).map(answerOf), next: null }),
})

const give = operation({
  method: 'post', path: '/cooperatives/{id}/mandates', right: 'cooperative.read', status: 201, summary: 'Memberi kuasa; hanya pengurus yang menjabat', access: accessOf,
  body: z.object({ phone: z.string().max(40), validFrom: z.iso.date(), validTo: z.iso.date() }), answer: mandateAnswer,
  async handle({ unit, actor, params }, { body }) {
    const given = await giveMandate(unit, actor, params['id'] ?? '', body)
    return given.ok ? ok(answerOf(given.value)) : given
  },
})

const withdraw = operation({
  method: 'post', path: '/cooperatives/{id}/mandates/{mandate}/withdraw', right: 'cooperative.read', summary: 'Mencabut kuasa seketika; hanya pengurus yang menjabat', access: accessOf,
  answer: z.object({ withdrawn: z.boolean() }),
  async handle({ unit, actor, params }) {
    const done = await withdrawMandate(unit, actor, params['id'] ?? '', params['mandate'] ?? '')
    return done.ok ? ok({ withdrawn: true }) : done
  },
})

export const mandateOperations: ApiOperation[] = [list, give, withdraw]
