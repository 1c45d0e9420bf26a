import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import { isUuid } from './store.ts'
import type { Verdict } from './commands/step-input.ts'

/** Advice of another office: what it was asked, until when, and its answer once it came. */
export type Advice = {
  id: string; applicationId: string; office: string; question: string; askedBy: string; askedAt: Date; dueAt: Date; expiresAt: Date
  openedAt: Date | null; closedAt: Date | null; answeredAt: Date | null; way: 'link' | 'paper' | null; verdict: Verdict | null; answer: string | null
  answeredBy: string | null; position: string | null; enteredBy: string | null
}

const COLUMNS = sql`id, application_id as "applicationId", office, question, asked_by as "askedBy", asked_at as "askedAt", due_at as "dueAt", expires_at as "expiresAt",
  opened_at as "openedAt", closed_at as "closedAt", answered_at as "answeredAt", way, verdict, answer, answered_by as "answeredBy", position, entered_by as "enteredBy"`

export type NewAdvice = { office: string; question: string; askedBy: string; dueAt: Temporal.Instant; expiresAt: Temporal.Instant }

export async function insertAdvice(tx: Tx, applicationId: string, one: NewAdvice, now: Temporal.Instant): Promise<void> {
  await tx.insertInto('applications.advices').values({
    application_id: applicationId, office: one.office, question: one.question, asked_by: one.askedBy, asked_at: toDb(now), due_at: toDb(one.dueAt), expires_at: toDb(one.expiresAt),
  }).execute()
}

/** All advice asked for a case, the earliest first. */
export async function listAdvices(tx: Db | Tx, applicationId: string): Promise<Advice[]> {
  const { rows } = await sql<Advice>`select ${COLUMNS} from applications.advices where application_id = ${applicationId} order by asked_at, id limit 50`.execute(tx)
  return rows
}

export async function findAdvice(tx: Db | Tx, id: string, lock = false): Promise<Advice | undefined> {
  if (!isUuid(id)) return undefined
  const { rows } = await sql<Advice>`select ${COLUMNS} from applications.advices where id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx)
  return rows[0]
}

/** Notes that the link was looked at; the first time counts. */
export async function noteOpened(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('applications.advices').set({ opened_at: toDb(now) }).where('id', '=', id).where('opened_at', 'is', null).execute()
}

export type AdviceAnswer = { way: 'link' | 'paper'; verdict: Verdict; answer: string; answeredBy: string; position: string; enteredBy: string | null }

export async function keepAnswer(tx: Tx, id: string, one: AdviceAnswer, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('applications.advices').set({
    answered_at: toDb(now), closed_at: toDb(now), way: one.way, verdict: one.verdict, answer: one.answer, answered_by: one.answeredBy, position: one.position, entered_by: one.enteredBy,
  }).where('id', '=', id).execute()
}

/** The case went on without an answer: its links open no more. */
export async function closeAdvices(tx: Tx, applicationId: string, now: Temporal.Instant): Promise<void> {
  await tx.updateTable('applications.advices').set({ closed_at: toDb(now) }).where('application_id', '=', applicationId).where('closed_at', 'is', null).execute()
}
