import { z } from '@hono/zod-openapi'
import { Temporal } from 'temporal-polyfill'
import { ok } from '../../kernel/result.ts'
import { type Actor, areasFor } from '../../kernel/rights.ts'
import { formatInstant } from '../../kernel/wib.ts'
import type { UnitAsk } from '../../platform/http/context.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { invalid } from '../../kernel/result.ts'
import { giveSecondFactor } from '../accounts/index.ts'
import { listCaseMessages, listReplies } from '../messages/index.ts'
import { transact } from '../../platform/db/unit.ts'
import { coSign } from './co-sign.ts'
import { keepUpload } from './attachments.ts'
import { keepSignedScan } from './commands/keep-scan.ts'
import { signApplication } from './commands/sign.ts'
import { findServiceOn } from '../services/index.ts'
import { wibDate } from '../../kernel/wib.ts'
import { admitEligible } from './commands/known.ts'
import { channelOf, createDraft, editApplication } from './commands/draft.ts'
import { VERDICTS } from './commands/step-input.ts'
import { ownerFor } from './commands/subject.ts'
import { takeStep } from './commands/steps.ts'
import { STATUSES, STEPS } from './core/life.ts'
import { listApplications } from './list-store.ts'
import { applicationsId as words } from './messages.id.ts'
import { type Application, findAccess, findApplication } from './store.ts'
import { answerOf, applicationAnswer } from './view.ts'

const plain = z.union([z.string().max(2000), z.boolean(), z.number(), z.array(z.string().max(200)).max(50)])
const answers = z.record(z.string(), z.union([plain, z.array(z.record(z.string().max(60), plain)).max(200)]))
const attachments = z.record(z.string(), z.string())
const text = (most: number) => z.string().trim().max(most, `Paling banyak ${most} huruf.`)

const accessOf = (ask: UnitAsk) => findAccess(ask.unit.tx, ask.params['id'] ?? '')

async function answerFor(ask: Pick<UnitAsk, 'unit' | 'tools'>, actor: Actor, id: string, known?: Application) {
  const application = known ?? await findApplication(ask.unit.tx, id)
  if (!application) throw new Error('an application vanished within its transaction')
  if (actor.kind === 'officer') ask.unit.looked(application.officeId, actor, 'application.read', { kind: 'application', id, personId: application.ownerId })
  return ok(await answerOf({ ...ask, actor }, application))
}

const upload = operation({
  method: 'post', path: '/attachments', right: 'attachment.create', summary: 'Mengunggah satu berkas (JPEG, PNG, atau PDF, paling besar 10 MB)', upload: true, status: 201,
  answer: z.object({ id: z.string(), sha256: z.string(), mediaType: z.string(), size: z.number().int() }).openapi('Attachment'),
  async handle(ask, { file }) {
    if (!file) return invalid([{ field: 'file', message: 'Sertakan berkas pada bagian bernama file.' }])
    return keepUpload(ask.tools, ask.unit, ask.actor, file, 'file', ask.actor.personId)
  },
})

const create = operation({
  method: 'post', path: '/applications', right: 'application.create', summary: 'Memulai permohonan sebagai draf', status: 201, answer: applicationAnswer,
  body: z.object({
    serviceCode: z.string().max(20), businessId: z.string().optional(), cooperativeId: z.string().optional(), personId: z.string().optional(),
    answers: answers.default({}), attachments: attachments.default({}),
  }).openapi('NewApplication'),
  async handle(ask, { body }) {
    const ownerId = await ownerFor(ask.unit, ask.actor, body)
    if (!ownerId.ok) return ownerId
    const service = await findServiceOn(ask.unit.tx, body.serviceCode, wibDate(ask.unit.now).toString())
    const reading = { tx: ask.unit.tx, keys: ask.tools.keys, now: ask.unit.now }
    const subject = { ownerId: ownerId.value, businessId: body.businessId ?? null, cooperativeId: body.cooperativeId ?? null, serviceCode: service?.definition.code ?? '' }
    const admitted = service ? await admitEligible(reading, subject, service.definition, ask.lang) : ok(undefined)
    if (!admitted.ok) return admitted
    const application = await createDraft(ask.unit, ask.actor, { ...body, ownerId: ownerId.value, channel: ask.actor.kind === 'citizen' ? 'api' : channelOf(ask.actor) })
    return application.ok ? ok(await answerOf(ask, application.value)) : application
  },
})

const change = operation({
  method: 'patch', path: '/applications/{id}', right: 'application.edit', summary: 'Mengubah draf, atau bagian yang dikembalikan', answer: applicationAnswer, access: accessOf,
  body: z.object({
    businessId: z.string().optional(), answers: answers.optional(), attachments: attachments.optional(), removed: z.array(z.string()).max(50).optional(),
    confirmedWarnings: z.array(z.string().max(60)).max(50).optional(),
    received: z.object({ at: z.iso.datetime({ offset: true }), reason: text(500).optional() }).optional(),
  }).openapi('ApplicationChange'),
  async handle(ask, { body }) {
    const received = body.received && { at: Temporal.Instant.from(body.received.at), reason: body.received.reason }
    const application = await editApplication(ask.unit, ask.tools.keys, ask.actor, ask.params['id'] ?? '', { ...body, received })
    return application.ok ? ok(await answerOf(ask, application.value)) : application
  },
})

const read = operation({
  method: 'get', path: '/applications/{id}', right: 'application.read', summary: 'Satu permohonan dengan waktu, riwayat, dan langkah yang dapat diambil', answer: applicationAnswer, access: accessOf,
  handle: (ask) => answerFor(ask, ask.actor, ask.params['id'] ?? ''),
})

const messages = operation({
  method: 'get', path: '/applications/{id}/messages', right: 'application.read', summary: 'Yang dikabarkan kepada pemohon tentang permohonannya, dan apakah sampai', access: accessOf,
  answer: z.object({
    items: z.array(z.object({ id: z.string(), template: z.string(), state: z.string(), road: z.string().nullable(), createdAt: z.string(), history: z.array(z.object({ at: z.string(), state: z.string() })) })),
    replies: z.array(z.object({ id: z.string(), at: z.string(), body: z.string() })),
  }),
  async handle({ unit, actor, params }) {
    const application = await findApplication(unit.tx, params['id'] ?? '')
    if (!application) throw new Error('an application vanished within its transaction')
    const { id, officeId, ownerId } = application
    if (actor.kind === 'officer') unit.looked(officeId, actor, 'application.read', { kind: 'application', id, personId: ownerId })
    const stories = await listCaseMessages(unit.tx, id)
    return ok({
      items: stories.map(({ template, state, road, createdAt, steps, ...story }) => ({
        id: story.id, template, state, road, createdAt: formatInstant(createdAt), history: steps.map((one) => ({ at: formatInstant(one.at), state: one.state })),
      })),
      replies: (await listReplies(unit.tx, id)).map((one) => ({ id: one.id, at: formatInstant(one.at), body: one.body })),
    })
  },
})

const list = operation({
  method: 'get', path: '/applications', right: 'application.list', summary: 'Permohonan yang boleh dilihat pemanggil, terbaru dahulu',
  query: z.object({
    status: z.enum(STATUSES).optional(), cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    items: z.array(applicationAnswer.pick({ id: true, reference: true, serviceCode: true, businessId: true, cooperativeId: true, status: true, intakeDueAt: true, dueAt: true, createdAt: true })),
    next: z.string().nullable(),
  }),
  async handle(ask, { query }) {
    const { officeId, personId, cooperatives = [] } = ask.actor
    return ok(await listApplications(ask.unit.tx, { officeId, ownerId: personId, cooperatives, areas: areasFor(ask.actor, 'application.list'), ...query }))
  },
})

const step = operation({
  method: 'post', path: '/applications/{id}/steps', right: 'application.read', summary: 'Mengambil satu langkah', answer: applicationAnswer, access: accessOf,
  apart: ({ step: taken }) => taken === 'sign',
  body: z.object({
    step: z.enum(STEPS), reasonCode: z.string().max(60).optional(), note: text(1000).optional(), otp: z.string().max(12).optional(), passphrase: z.string().max(200).optional(),
    version: z.number().int().optional(),
    items: z.array(z.object({ requirement: z.string().max(60), reasonCode: z.string().max(60), note: text(500).default('') })).max(50).optional(),
    surveyorId: z.string().optional(), answers: answers.optional(), visitedOn: z.iso.date().optional(), latitude: z.number().optional(), longitude: z.number().optional(),
    photos: z.array(z.string()).max(20).optional(),
    verdict: z.enum(VERDICTS).optional(), advice: text(2000).optional(), answeredBy: text(120).optional(), position: text(120).optional(), file: z.string().optional(),
    place: text(200).optional(), reference: text(100).optional(),
  }).openapi('Step'),
  async handle(ask, { body }) {
    const id = ask.params['id'] ?? ''
    const { otp, passphrase, ...input } = body
    if (input.step !== 'sign') {
      const taken = await takeStep(ask.tools, ask.unit, ask.actor, id, input)
      return taken.ok ? answerFor(ask, ask.actor, id, taken.value) : taken
    }
    const actor = otp === undefined ? ok(ask.actor) : await giveSecondFactor(ask.tools, ask.actor, otp)
    if (!actor.ok) return actor
    const signed = await signApplication(ask.tools, actor.value, id, passphrase)
    return signed.ok ? transact(ask.tools.db, ask.tools.clock, (unit) => answerFor({ unit, tools: ask.tools }, actor.value, id)) : signed
  },
})

const signing = operation({
  method: 'post', path: '/applications/{id}/co-sign', right: 'application.read', summary: 'Tanda tangan pengurus kedua atas permohonan koperasi', answer: applicationAnswer, access: accessOf,
  async handle(ask) {
    const id = ask.params['id'] ?? ''
    const signed = await coSign(ask.unit, ask.actor, id)
    return signed.ok ? answerFor(ask, ask.actor, id) : signed
  },
})

const scan = operation({
  method: 'post', path: '/applications/{id}/scan', right: 'letter.keep-scan', summary: 'Menyimpan pindaian surat yang ditandatangani basah; permohonan lalu terbit', upload: true,
  answer: applicationAnswer, access: accessOf,
  async handle(ask, { file }) {
    if (!file) return invalid([{ field: 'file', message: words.scan.fileNeeded }])
    const kept = await keepSignedScan(ask.tools, ask.unit, ask.actor, ask.params['id'] ?? '', file)
    return kept.ok ? answerFor(ask, ask.actor, ask.params['id'] ?? '') : kept
  },
})

export const applicationOperations: ApiOperation[] = [upload, create, change, read, messages, list, step, signing, scan]
