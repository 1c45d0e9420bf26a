import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Refusal, Result } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type LogEntry, canonical } from '../log/entry.ts'
import type { Db, Tx } from './database.ts'

/** The present moment, from outside, so that tests and replays can set it. Whole milliseconds. */
export type Clock = () => Temporal.Instant

export const systemClock: Clock = () => Temporal.Instant.fromEpochMilliseconds(Date.now())

/** One transaction at work. What is recorded here is written to the log as its last statement; refused or failed, nothing happens. */
export type Unit = {
  tx: Tx
  now: Temporal.Instant
  /** Leaves an event of a write. */
  record: (officeId: string, entry: LogEntry) => void
  /** Leaves a trace in the chain of reads: an officer looked at personal data of `person`. */
  looked: (officeId: string, actor: Actor, what: string, subject: { kind: string; id: string; personId: string }) => void
  /** What was recorded so far: it is in the log only when the transaction ends. */
  recorded: () => readonly LogEntry[]
  /** Runs after the commit, unwatched: only what something else repeats if it is lost. */
  afterCommit: (act: (db: Db) => Promise<unknown>) => void
}

type Pending = { officeId: string; chain: 'events' | 'reads'; body: string }

class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.kind)
    this.refusal = refusal
  }
}

async function appendAll(tx: Tx, pending: Pending[]): Promise<void> {
  const groups = Map.groupBy(pending, (one) => `${one.chain}\n${one.officeId}`)
  // Always in the same order, so that two transactions never wait for each other in a circle; in one statement, so that heads are held briefly.
  const appends = [...groups.keys()].toSorted().flatMap((key) => {
    const group = groups.get(key) ?? []
    return group[0] ? [sql`log.append(${group[0].officeId}, ${group[0].chain}, ${sql.val(group.map((one) => one.body))}::text[])`] : []
  })
  if (appends.length > 0) await sql`select ${sql.join(appends)}`.execute(tx)
}

/** The role an actor is shown under in the log: the first he holds. */
export const roleOf = (actor: Actor): string => actor.roles[0]?.role ?? actor.kind

/**
 * Runs one act in one transaction: its rows, its messages and its log entries are all there, or none is.
 * A refusal rolls back and is returned; a failure rolls back and is thrown.
 */
export async function transact<T>(db: Db, clock: Clock, work: (unit: Unit) => Promise<Result<T>>): Promise<Result<T>> {
  const pending: Pending[] = []
  const entries: LogEntry[] = []
  const after: ((db: Db) => Promise<unknown>)[] = []
  try {
    const result = await db.transaction().execute(async (tx) => {
      const now = clock()
      const at = now.toString({ fractionalSecondDigits: 3 })
      const outcome = await work({
        tx,
        now,
        record(officeId, entry) {
          entries.push(entry)
          pending.push({ officeId, chain: 'events', body: canonical({ ...entry, at }) })
        },
        recorded: () => entries,
        looked: (officeId, actor, what, subject) => pending.push({
          officeId, chain: 'reads',
          body: canonical({ what, kind: subject.kind, subject: subject.id, actor: actor.accountId, role: roleOf(actor), for: subject.personId, at }),
        }),
        afterCommit: (act) => after.push(act),
      })
      if (!outcome.ok) throw new Refused(outcome.error)
      await appendAll(tx, pending)
      return outcome
    })
    for (const act of after) void act(db).catch(() => {})
    return result
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.refusal }
    throw error
  }
}

/** An instant of the program as PostgreSQL takes it. */
export const toDb = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds)
/** A moment of PostgreSQL as the program takes it. */
export const fromDb = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime())
