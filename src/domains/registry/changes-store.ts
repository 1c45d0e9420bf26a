import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Act, ActKind, Told } from '../../kernel/ledger.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb, toDb } from '../../platform/db/unit.ts'
import { anyOf } from '../../platform/db/any-of.ts'
import type { Keys } from '../../platform/secrets/keys.ts'

export type SubjectKind = 'business' | 'person' | 'cooperative'

/** An act about to be kept. Left out: true and seen on the day of recording, belonging to nothing. */
export type NewAct = {
  subjectId: string; kind: ActKind; source: string; by: string; at: Temporal.Instant
  sets: Record<string, Told>
  actId?: string | undefined; validFrom?: string | undefined; observedOn?: string | undefined
}

/** Numbers that tell who a person is lie encrypted in the list of acts as well. */
const SEALED: ReadonlySet<string> = new Set(['nationalId', 'familyCardNumber', 'npwp'])

const isSealed = (value: Told): value is { sealed: string } => typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value['sealed'] === 'string'

const seal = (keys: Keys, field: string, value: Told): Told =>
  (SEALED.has(field) && typeof value === 'string' ? { sealed: keys.seal(value).toString('base64') } : value)
const unseal = (keys: Keys, value: Told): Told => (isSealed(value) ? keys.unseal(Buffer.from(value.sealed, 'base64')) : value)

const mapped = (sets: Readonly<Record<string, Told>>, turn: (field: string, value: Told) => Told): Record<string, Told> =>
  Object.fromEntries(Object.entries(sets).map(([field, value]) => [field, turn(field, value)]))

/** What is said, with numbers of a person encrypted, as it may lie in the database; `unsealSets` reads it. */
export const sealSets = (keys: Keys, sets: Readonly<Record<string, Told>>): Record<string, Told> => mapped(sets, (field, value) => seal(keys, field, value))
export const unsealSets = (keys: Keys, sets: Readonly<Record<string, Told>>): Record<string, Told> => mapped(sets, (_field, value) => unseal(keys, value))

/** Thousands of acts are kept at one moment. */
const moments = new WeakMap<Temporal.Instant, { text: string; day: string }>()

function momentOf(at: Temporal.Instant): { text: string; day: string } {
  const known = moments.get(at)
  if (known) return known
  const moment = { text: at.toString(), day: wibDate(at).toString() }
  moments.set(at, moment)
  return moment
}

/** The row of an act, as JSON carries it. */
export function actRow(keys: Keys, subjectKind: SubjectKind, seq: number, act: NewAct): Record<string, unknown> {
  const { text, day } = momentOf(act.at)
  return {
    subject_kind: subjectKind, subject_id: act.subjectId, seq, kind: act.kind, act_id: act.actId ?? null, source: act.source, by: act.by,
    recorded_at: text, valid_from: act.validFrom ?? day, observed_on: act.observedOn ?? day,
    sets: sealSets(keys, act.sets),
  }
}

/**
 * Keeps acts, in one statement; up to about a thousand at a time. `seq` is the place of the act among those of its subject, from 1:
 * the caller holds the subject locked, or has just made it.
 */
export async function appendActs(tx: Tx, keys: Keys, subjectKind: SubjectKind, acts: readonly (NewAct & { seq: number })[]): Promise<void> {
  if (acts.length === 0) return
  const rows = acts.map(({ seq, ...act }) => actRow(keys, subjectKind, seq, act))
  await sql`insert into registry.changes (subject_kind, subject_id, seq, kind, act_id, source, by, recorded_at, valid_from, observed_on, sets)
    select subject_kind, subject_id, seq, kind, act_id, source, by, recorded_at, valid_from, observed_on, sets
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a(subject_kind text, subject_id uuid, seq int, kind text, act_id uuid, source text,
           by uuid, recorded_at timestamptz, valid_from date, observed_on date, sets jsonb)`.execute(tx)
}

/** Keeps one act behind those that are there. @returns its place */
export async function appendAct(tx: Tx, keys: Keys, subjectKind: SubjectKind, act: NewAct): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select coalesce(max(seq), 0) + 1 as seq from registry.changes where subject_id = ${act.subjectId}`.execute(tx)
  const seq = rows[0]?.seq ?? 1
  await appendActs(tx, keys, subjectKind, [{ ...act, seq }])
  return seq
}

type Row = {
  subject_id: string; seq: number; kind: ActKind; act_id: string | null; source: string; by: string; recorded_at: Date
  valid_from: string; observed_on: string; sets: Record<string, Told>; undone_at: Date | null
}

const actOf = (keys: Keys, row: Row): Act => ({
  seq: row.seq, kind: row.kind, actId: row.act_id, source: row.source, by: row.by, recordedAt: fromDb(row.recorded_at), validFrom: row.valid_from,
  observedOn: row.observed_on, sets: unsealSets(keys, row.sets), undoneAt: row.undone_at ? fromDb(row.undone_at) : null,
})

/** The acts of many records, each in their order; a record without acts is not in the map. */
export async function listActsOf(tx: Db | Tx, keys: Keys, subjectIds: readonly string[]): Promise<Map<string, Act[]>> {
  if (subjectIds.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select subject_id, seq, kind, act_id, source, by, recorded_at, valid_from, observed_on, sets, undone_at
      from registry.changes where subject_id = ${anyOf(subjectIds, 'uuid')} order by subject_id, seq`.execute(tx)
  const acts = new Map<string, Act[]>()
  for (const row of rows) {
    const held = acts.get(row.subject_id)
    if (held) held.push(actOf(keys, row))
    else acts.set(row.subject_id, [actOf(keys, row)])
  }
  return acts
}

/** All acts of one record, in their order. */
export const listActs = async (tx: Db | Tx, keys: Keys, subjectId: string): Promise<Act[]> => (await listActsOf(tx, keys, [subjectId])).get(subjectId) ?? []

/** Marks every act of an import, merge or proposal as undone. @returns the records that said something in it */
export async function undoActs(tx: Tx, actId: string, now: Temporal.Instant, by: string): Promise<{ kind: SubjectKind; id: string }[]> {
  const { rows } = await sql<{ kind: SubjectKind; id: string }>`
    with undone as (
      update registry.changes set undone_at = ${toDb(now)}, undone_by = ${by} where act_id = ${actId} and undone_at is null
      returning subject_kind, subject_id)
    select distinct subject_kind as kind, subject_id as id from undone order by 1, 2`.execute(tx)
  return rows
}
