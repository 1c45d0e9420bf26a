import { z } from '@hono/zod-openapi'
import { ok } from '../../kernel/result.ts'
import { ROLES } from '../../kernel/rights.ts'
import { formatInstant } from '../../kernel/wib.ts'
import { fromDb } from '../../platform/db/unit.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { BOARD_VIEWS } from '../applications/index.ts'
import { acknowledgeNotices, setContact } from './acknowledge.ts'
import { readBoard, readDistricts, readLines } from './board-model.ts'
import { KINDS } from './core/ladder.ts'
import { handOver } from './hand-over.ts'
import { readLegalLines } from './legal-limit.ts'
import { listWaiting } from './notice-store.ts'

const moment = z.iso.datetime({ offset: true })
const orNull = (date: Date | null): string | null => (date === null ? null : formatInstant(fromDb(date)))
const role = z.enum(ROLES)

const board = operation({
  method: 'get', path: '/supervision/board', right: 'supervision.read', summary: 'Siapa memegang apa, dan langkah yang bergantung pada satu petugas',
  answer: z.object({
    counts: z.record(z.enum(BOARD_VIEWS), z.number().int()),
    holders: z.array(z.object({
      kind: z.enum(['officer', 'desk', 'applicant', 'beyond']), accountId: z.string().nullable(), role: role.nullable(), open: z.number().int(), late: z.number().int(),
      dueToday: z.number().int(), oldestDueAt: moment.nullable(),
    })),
    risks: z.array(z.object({ step: role, division: z.string().nullable(), kind: z.enum(['nobody', 'single']), waiting: z.number().int() })),
  }).openapi('SupervisionBoard'),
  async handle({ unit, actor }) {
    const { counts, holdings, risks } = await readBoard(unit.tx, actor, unit.now)
    return ok({
      counts,
      holders: holdings.map(({ holder, open, late, today, oldestDue }) => ({
        kind: holder.kind, accountId: holder.kind === 'officer' ? holder.id : null, role: holder.kind === 'desk' ? holder.role : null, open, late,
        dueToday: today, oldestDueAt: orNull(oldestDue),
      })),
      risks: risks.map((one) => ({ step: one.role, division: one.divisionId ?? null, kind: one.kind, waiting: one.waiting })),
    })
  },
})

const cases = operation({
  method: 'get', path: '/supervision/cases', right: 'supervision.read', summary: 'Berkas berjalan dengan umur dan yang ditunggu, batas waktu terdekat dahulu',
  query: z.object({
    view: z.enum(BOARD_VIEWS).default('all'), holder: z.uuid().optional(), desk: role.optional(), district: z.string().max(20).optional(),
    cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answer: z.object({
    items: z.array(z.object({
      id: z.string(), reference: z.string(), status: z.string(), waitsFor: z.string(), holderId: z.string().nullable(), dueAt: moment.nullable(),
      returnedCount: z.number().int(), officeMinutes: z.number().int().nullable(), applicantMinutes: z.number().int().nullable(),
    })),
    next: z.string().nullable(),
  }),
  async handle({ unit, actor }, { query: { view, holder, desk, district, cursor, limit } }) {
    const { lines, next } = await readLines(unit.tx, actor, { view, holderId: holder, desk, district }, { now: unit.now, after: cursor, limit }, [])
    return ok({
      items: lines.map((line) => ({
        id: line.id, reference: line.reference, status: line.status, waitsFor: line.waitsFor, holderId: line.holderId, dueAt: orNull(line.dueAt),
        returnedCount: line.returnedCount, officeMinutes: line.age?.officeMinutes ?? null, applicantMinutes: line.age?.applicantMinutes ?? null,
      })),
      next: next ?? null,
    })
  },
})

const districts = operation({
  method: 'get', path: '/supervision/districts', right: 'supervision.read', summary: 'Berkas berjalan menurut kecamatan: berapa, yang lewat batas, dan yang jatuh tempo hari ini',
  answer: z.object({
    items: z.array(z.object({
      district: z.string().nullable(), name: z.string(), open: z.number().int(), late: z.number().int(), dueToday: z.number().int(), withApplicant: z.number().int(), oldestDueAt: moment.nullable(),
    })),
    next: z.null(),
  }),
  async handle({ unit, actor }) {
    const lines = await readDistricts(unit.tx, actor, unit.now)
    return ok({ items: lines.map(({ today, applicant, oldestDue, ...one }) => ({ ...one, dueToday: today, withApplicant: applicant, oldestDueAt: orNull(oldestDue) })), next: null })
  },
})

const handing = operation({
  method: 'post', path: '/supervision/hand-over', right: 'supervision.hand-over', summary: 'Menyerahkan semua berkas seorang petugas, atau satu berkas, kepada petugas lain',
  body: z.union([
    z.object({ from: z.uuid(), to: z.uuid(), expected: z.number().int() }),
    z.object({ applicationId: z.uuid(), to: z.uuid() }),
  ]).openapi('HandOver', { description: 'expected: jumlah berkas yang diketahui pemanggil; bila kini berbeda dijawab 409.' }),
  answer: z.object({ moved: z.number().int() }),
  handle: ({ unit, actor }, { body }) => ('from' in body
    ? handOver(unit, actor, { from: body.from }, { to: body.to, seen: body.expected })
    : handOver(unit, actor, { applicationId: body.applicationId }, { to: body.to, seen: 1 })),
})

const notices = operation({
  method: 'get', path: '/supervision/notices', right: 'supervision.read', summary: 'Peringatan untuk pemanggil yang belum ditandai, terbaru dahulu',
  answer: z.object({
    items: z.array(z.object({
      id: z.string(), kind: z.enum(KINDS), rung: z.string(), climb: z.number().int(), applicationId: z.string().nullable(), reference: z.string().nullable(),
      subject: z.string(), dueAt: moment, toldAt: moment,
    })),
    next: z.null(),
  }),
  async handle({ unit, actor }) {
    const list = await listWaiting(unit.tx, actor.accountId, 200)
    return ok({
      items: list.map(({ dueAt, toldAt, post: _post, ...one }) => ({ ...one, dueAt: formatInstant(fromDb(dueAt)), toldAt: formatInstant(fromDb(toldAt)) })), next: null,
    })
  },
})

const acknowledging = operation({
  method: 'post', path: '/supervision/notices/acknowledge', right: 'supervision.read', summary: 'Menandai peringatan sudah ditangani; peringatan orang lain dilewati',
  body: z.object({ ids: z.array(z.uuid()).min(1).max(200) }), answer: z.object({ acknowledged: z.number().int() }),
  handle: ({ unit, actor }, { body }) => acknowledgeNotices(unit, actor, body.ids),
})

const contact = operation({
  method: 'post', path: '/supervision/contact', right: 'supervision.read', summary: 'Nomor HP pemanggil untuk peringatan; kosong berarti tanpa pesan',
  body: z.object({ phone: z.string().max(40) }), answer: z.object({ set: z.boolean() }),
  handle: ({ unit, actor }, { body }) => setContact(unit, actor, body.phone),
})

const legal = operation({
  method: 'get', path: '/supervision/legal-limits', right: 'supervision.read', summary: 'Berkas yang akan atau sudah dianggap dikabulkan menurut hukum, paling mendesak dahulu',
  answer: z.object({ items: z.array(z.object({ id: z.string(), reference: z.string(), deemedGrantedAt: moment, passed: z.boolean() })), next: z.null() }),
  async handle({ unit, actor }) {
    const lines = await readLegalLines(unit.tx, actor, [], unit.now)
    return ok({
      items: lines.map((one) => ({ id: one.id, reference: one.reference, deemedGrantedAt: formatInstant(one.fallback.dueAt), passed: one.fallback.passedAt !== null })), next: null,
    })
  },
})

export const supervisionOperations: ApiOperation[] = [board, cases, districts, handing, notices, acknowledging, contact, legal]
