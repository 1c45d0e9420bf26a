import { z } from 'zod'
import { type Refusal, type Result, invalid, notFound, ok } from '../../kernel/result.ts'
import { type Resource, may } from '../../kernel/rights.ts'
import { formatInstant, wibDate } from '../../kernel/wib.ts'
import type { Allowed, Ask, UnitAsk } from '../../platform/http/context.ts'
import { largeFormValues } from '../../platform/http/form.ts'
import { type ApiOperation, operation, problemResponse } from '../../platform/http/operation.ts'
import { LIMITS } from '../../platform/sheets/sheet.ts'
import { type Batch, OUTCOMES, findBatch, listBatches, listRows } from './batch-store.ts'
import { DATE_ORDERS, FACTORS, chooseColumns, readAnew } from './choose-columns.ts'
import { listOfForm, openKeptList, readKeptList } from './kept-list.ts'
import { missingColumns } from './open-batch.ts'
import { importPages } from './page-messages.id.ts'
import { importScreens as t } from './screen-messages.id.ts'
import { SOURCES } from './source-codes.ts'
import { beginPass, beginUndo, closeBatch, leaveToWorker, stepsOf } from './steer-batch.ts'

const w = importPages.api
const STEPS = ['check', 'import', 'undo', 'close'] as const
const KINDS = ['business', 'cooperative'] as const

const batchSchema = z.object({
  id: z.string(), state: z.string(), kind: z.enum(KINDS), source: z.enum(SOURCES), sender: z.string(), observedOn: z.string(),
  fileName: z.string(), fileSize: z.int(), fileSha256: z.string(), sheet: z.string().nullable(),
  rows: z.int().describe('Rows of data done so far: the sum of the five counts'),
  counts: z.object({ new: z.int(), same: z.int(), changed: z.int(), doubtful: z.int(), refused: z.int(), passedOver: z.int() }),
  columns: z.array(z.object({ at: z.int(), header: z.string(), field: z.string().nullable(), factor: z.number().optional(), year: z.int().optional(), dateOrder: z.string().optional() })),
  missingColumns: z.array(z.string()), steps: z.array(z.enum(STEPS)), failure: z.string().nullable(), createdAt: z.string(), closedAt: z.string().nullable(),
}).meta({ id: 'ImportBatch' })

function answerOf(batch: Batch): z.input<typeof batchSchema> {
  const { counts, reading } = batch
  const of = (key: keyof typeof counts) => counts[key] ?? 0
  return {
    id: batch.id, state: batch.state, kind: batch.kind, source: batch.source, sender: batch.sender, observedOn: batch.observedOn, fileName: batch.fileName,
    fileSize: Number(batch.fileSize), fileSha256: batch.fileSha256, sheet: batch.sheet, rows: OUTCOMES.reduce((sum, outcome) => sum + of(outcome), 0),
    counts: { new: of('new'), same: of('same'), changed: of('changed'), doubtful: of('doubtful'), refused: of('refused'), passedOver: of('passedOver') },
    columns: reading?.mapping.columns ?? [], missingColumns: reading ? missingColumns(reading) : [],
    steps: stepsOf(batch.state).filter((step) => step !== 'close' || !batch.closedAt), failure: batch.failure,
    createdAt: formatInstant(batch.createdAt), closedAt: batch.closedAt && formatInstant(batch.closedAt),
  }
}

const idOf = ({ params }: Pick<Ask, 'params'>) => params['id'] ?? ''
const missing: Result<never, Refusal> = notFound('not-found', t.noBatch)
const answered = (done: Result<Batch>): Result<z.input<typeof batchSchema>> => (done.ok ? ok(answerOf(done.value)) : done)

/** Imports of another office are not there. */
async function accessOf(ask: UnitAsk): Promise<Resource | undefined> {
  const batch = await findBatch(ask.unit.tx, idOf(ask))
  return batch && batch.officeId === ask.actor?.officeId ? { officeId: batch.officeId } : undefined
}

const limitSchema = z.coerce.number({ error: w.limit }).int(w.limit).min(1, w.limit).max(200, w.limit).default(50)

const senderNeeded = importPages.upload.senderNeeded
const receiveSchema = z.object({
  source: z.enum(SOURCES, { error: w.source }), sender: z.string({ error: senderNeeded }).trim().min(1, senderNeeded).max(80, senderNeeded),
  observedOn: z.iso.date({ error: importPages.upload.observedOnWrong }),
})

async function receive(request: Request, { tools, actor }: Allowed<Ask>): Promise<Result<Batch>> {
  const form = await largeFormValues(request, listOfForm(tools, actor.accountId))
  if (!form.ok) return invalid([{ field: 'file', message: w.multipart }])
  const { values, problems } = form.value
  const fields = receiveSchema.safeParse(values)
  if (!fields.success) problems.push(...fields.error.issues.map(({ path, message }) => ({ field: path.map(String).join('.'), message })))
  const isToCome = typeof values['observedOn'] === 'string' && values['observedOn'] > wibDate(tools.clock()).toString()
  if (isToCome && !problems.some(({ field }) => field === 'observedOn')) problems.push({ field: 'observedOn', message: importPages.upload.observedOnWrong })
  if (problems.length > 0 || !fields.success) return invalid(problems)
  const token = values['file-kept']
  const kept = typeof token === 'string' ? readKeptList(tools.keys, tools.clock(), actor.accountId, token) : undefined
  return openKeptList(tools, kept, { ...fields.data, officeId: actor.officeId, by: actor.accountId })
}

/** Its file is kept while it comes, so it is no `operation`: that would hold the whole body. */
const create: ApiOperation = {
  method: 'post', path: '/imports', right: 'registry.import', takesLargeBody: true,
  summary: 'Upload a list (CSV, XLSX, XLS, ODS) as multipart/form-data; its columns are proposed, nothing is read into the registry yet. An Idempotency-Key is not kept',
  describe: { upload: true, body: receiveSchema, answer: batchSchema, status: 201 },
  async handle(c, ask) {
    const allowed = may(ask.actor, 'registry.import', {}, ask.tools.clock().epochMilliseconds)
    if (!allowed.ok) return problemResponse(allowed.error)
    const received = await receive(c.req.raw, { ...ask, actor: allowed.value })
    return received.ok ? Response.json(answerOf(received.value), { status: 201, headers: { 'cache-control': 'no-store' } }) : problemResponse(received.error)
  },
}

const list = operation({
  method: 'get', path: '/imports', right: 'registry.import', summary: 'The last imports of the office, the newest first',
  query: z.object({ limit: limitSchema }), answer: z.object({ items: z.array(batchSchema), next: z.null() }),
  handle: async ({ unit, actor }, { query: { limit } }) => ok({ items: (await listBatches(unit.tx, actor.officeId, limit)).map(answerOf), next: null }),
})

const read = operation({
  method: 'get', path: '/imports/{id}', right: 'registry.import', summary: 'One import: its columns, how far it is, what came of it', access: accessOf, answer: batchSchema,
  async handle(ask) {
    const batch = await findBatch(ask.unit.tx, idOf(ask))
    return batch ? ok(answerOf(batch)) : missing
  },
})

const OUTCOMES_ASKED = [...OUTCOMES, 'passed-over'] as const
const rowSchema = z.object({
  number: z.int(), outcome: z.enum(OUTCOMES_ASKED), subjectId: z.string().nullable(), title: z.string(),
  reasons: z.array(z.object({ code: z.string(), sentence: z.string(), header: z.string().optional() })),
})

const rows = operation({
  method: 'get', path: '/imports/{id}/rows', right: 'registry.import', summary: 'Rows of the file in their order and what became of them; `passed-over` are no data', access: accessOf,
  query: z.object({
    outcome: z.enum(OUTCOMES_ASKED, { error: w.outcome }).optional(), after: z.coerce.number({ error: w.after }).int(w.after).min(0, w.after).default(0), limit: limitSchema,
  }),
  answer: z.object({ items: z.array(rowSchema), next: z.int().nullable() }),
  async handle(ask, { query: { outcome, after, limit } }) {
    const found = await listRows(ask.unit.tx, idOf(ask), outcome, after, limit + 1)
    const items = found.slice(0, limit)
    return ok({ items, next: found.length > limit ? items.at(-1)?.number ?? null : null })
  },
})

const columns = operation({
  method: 'patch', path: '/imports/{id}/columns', right: 'registry.import',
  summary: 'Say which column is which (`field` null: not used). With `sheet` or `kind` the columns are first proposed anew for it',
  access: accessOf, answer: batchSchema,
  body: z.object({
    sheet: z.string().max(200).optional(), kind: z.enum(KINDS, { error: w.kind }).optional(),
    columns: z.array(z.object({
      at: z.int({ error: w.at }).min(0, w.at), field: z.string().max(60).nullable(), factor: z.literal(FACTORS, { error: w.factor }).optional(),
      dateOrder: z.enum(DATE_ORDERS, { error: w.dateOrder }).optional(),
    })).max(LIMITS.columns).default([]),
  }),
  async handle({ unit, tools, actor, params }, { body }) {
    const who = { officeId: actor.officeId, by: actor.accountId, id: idOf({ params }) }
    const batch = await findBatch(unit.tx, who.id)
    if (!batch) return missing
    if (body.sheet !== undefined || body.kind !== undefined) {
      const anew = await readAnew(unit, tools, who, { sheet: body.sheet ?? batch.sheet ?? '', kind: body.kind ?? batch.kind })
      if (!anew.ok) return anew
    }
    return answered(await chooseColumns(unit, who, body.columns))
  },
})

const steps = operation({
  method: 'post', path: '/imports/{id}/steps', right: 'registry.import',
  summary: 'Take a step: `check` (a trial, nothing changes), `import`, `undo` (takes the whole list back), `close` (deletes the file). Work goes on in the background',
  access: accessOf, answer: batchSchema, body: z.object({ step: z.enum(STEPS, { error: w.step }) }),
  apart: ({ step }) => step === 'close',
  async handle({ unit, tools, actor, params }, { body: { step } }) {
    const id = idOf({ params })
    if (step === 'close') return answered(await closeBatch(tools, actor.officeId, actor.accountId, id))
    const begun = await (step === 'undo' ? beginUndo(unit, actor.officeId, actor.accountId, id) : beginPass(unit, actor.officeId, actor.accountId, id, step))
    if (!begun.ok) return begun
    await leaveToWorker(unit, id)
    const batch = await findBatch(unit.tx, id)
    return batch ? ok(answerOf(batch)) : missing
  },
})

/** The import in the API. */
export const importOperations: ApiOperation[] = [create, list, read, rows, columns, steps]
