import { z } from '@hono/zod-openapi'
import { notFound, ok } from '../../kernel/result.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { UnitAsk } from '../../platform/http/context.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { findHomeOffice } from '../office/index.ts'
import { type HeldRound, cancelRound, createRound, findRound, findServiceOn, listRounds, roundState } from '../services/index.ts'
import { scoreText } from './core/ranking.ts'
import { programmesId as words } from './messages.id.ts'
import { rankRound } from './rank.ts'
import { giveSheet, namePanel } from './score.ts'
import { listPlacements } from './store.ts'

const roundAnswer = z.object({
  id: z.string(), serviceCode: z.string(), name: z.string(), opensOn: z.iso.date(), closesOn: z.iso.date(), quota: z.number().int(), basis: z.string(),
  state: z.enum(['planned', 'open', 'closed', 'cancelled']), cancelReason: z.string().nullable(),
}).openapi('Round')

const answerOf = (round: HeldRound, today: string): z.input<typeof roundAnswer> => ({
  id: round.id, serviceCode: round.serviceCode, name: round.name, opensOn: round.opensOn, closesOn: round.closesOn, quota: round.quota, basis: round.basis,
  state: roundState(round, today), cancelReason: round.cancelReason,
})

const today = ({ unit }: Pick<UnitAsk, 'unit'>) => wibDate(unit.now).toString()
const missing = notFound('not-found', words.missing)

const list = operation({
  method: 'get', path: '/rounds', right: 'public', summary: 'Periode program: kapan dibuka, berapa tempat, dan dasarnya', query: z.object({ service: z.string().max(20).optional() }),
  answer: z.object({ items: z.array(roundAnswer), next: z.null() }),
  async handle(ask, { query }) {
    const office = await findHomeOffice(ask.unit.tx)
    const rounds = office ? await listRounds(ask.unit.tx, office.id, query.service?.toUpperCase()) : []
    return ok({ items: rounds.map((one) => answerOf(one, today(ask))), next: null })
  },
})

const read = operation({
  method: 'get', path: '/rounds/{id}', right: 'public', summary: 'Satu periode dengan hasilnya: nomor permohonan, urutan, nilai, dan alasannya',
  answer: roundAnswer.extend({
    placements: z.array(z.object({ reference: z.string(), rank: z.number().int(), score: z.string(), outcome: z.enum(['placed', 'below-mark', 'beyond-quota']) })),
  }),
  async handle(ask) {
    const round = await findRound(ask.unit.tx, ask.params['id'] ?? '')
    if (!round) return missing
    const placements = await listPlacements(ask.unit.tx, round.id)
    return ok({ ...answerOf(round, today(ask)), placements: placements.map((one) => ({ reference: one.reference, rank: one.rank, score: scoreText(one), outcome: one.outcome })) })
  },
})

const create = operation({
  method: 'post', path: '/rounds', right: 'round.manage', status: 201, summary: 'Mengumumkan periode baru', answer: roundAnswer,
  body: z.object({
    serviceCode: z.string().max(20), name: z.string().trim().min(3).max(80), opensOn: z.iso.date(), closesOn: z.iso.date(), quota: z.number().int().positive().max(100_000),
    basis: z.string().trim().min(3).max(300),
  }).openapi('NewRound'),
  async handle(ask, { body }) {
    const made = await createRound(ask.unit, ask.actor, body)
    return made.ok ? ok(answerOf(made.value, today(ask))) : made
  },
})

const cancel = operation({
  method: 'post', path: '/rounds/{id}/cancel', right: 'round.manage', summary: 'Membatalkan periode yang belum selesai', answer: roundAnswer,
  body: z.object({ reason: z.string().trim().min(3).max(300) }),
  async handle(ask, { body }) {
    const cancelled = await cancelRound(ask.unit, ask.actor, ask.params['id'] ?? '', body.reason)
    if (!cancelled.ok) return cancelled
    const round = await findRound(ask.unit.tx, ask.params['id'] ?? '')
    return round ? ok(answerOf(round, today(ask))) : missing
  },
})

const panel = operation({
  method: 'post', path: '/rounds/{id}/panel', right: 'round.manage', summary: 'Menetapkan tim penilai', answer: z.object({ members: z.number().int() }),
  body: z.object({ accountIds: z.array(z.uuid()).min(1).max(50) }),
  async handle(ask, { body }) {
    const round = await findRound(ask.unit.tx, ask.params['id'] ?? '')
    const service = round && await findServiceOn(ask.unit.tx, round.serviceCode, round.opensOn)
    if (!round || !service) return missing
    const named = await namePanel(ask.unit, ask.actor, round, service.definition.scoring?.panel ?? 1, body.accountIds)
    return named.ok ? ok({ members: new Set(body.accountIds).size }) : named
  },
})

const sheet = operation({
  method: 'post', path: '/applications/{id}/sheet', right: 'round.score', summary: 'Nilai seorang anggota tim untuk satu permohonan', answer: z.object({ isComplete: z.boolean() }),
  body: z.object({ points: z.record(z.string(), z.number().int().min(0).max(100)), note: z.string().max(1000).optional() }).openapi('ScoreSheet'),
  handle: (ask, { body }) => giveSheet(ask.tools, ask.unit, ask.actor, ask.params['id'] ?? '', body),
})

const rank = operation({
  method: 'post', path: '/rounds/{id}/rank', right: 'round.manage', summary: 'Membuat dan mengumumkan peringkat periode yang sudah ditutup dan dinilai',
  answer: z.object({ placed: z.number().int(), of: z.number().int() }),
  async handle(ask) {
    const round = await findRound(ask.unit.tx, ask.params['id'] ?? '')
    return round ? rankRound(ask.unit, ask.actor, round) : missing
  },
})

export const programmeOperations: ApiOperation[] = [list, read, create, cancel, panel, sheet, rank]
