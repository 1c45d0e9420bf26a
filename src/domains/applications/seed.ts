import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { WorkingCalendar } from '../../kernel/working-calendar.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Unit, toDb } from '../../platform/db/unit.ts'
import { type LogEntry, canonical } from '../../platform/log/entry.ts'
import type { Tools } from '../../platform/tools.ts'
import { type LetterOrder, type Produced, completeLetter, reserveLetter } from '../letters/index.ts'
import type { Official } from '../office/index.ts'
import type { Answers, Held } from '../services/index.ts'
import type { Result } from '../../kernel/result.ts'
import { serviceClock } from '../../kernel/service-clock.ts'
import type { Status } from './core/life.ts'
import { stageDueAt } from './core/stage-due.ts'
import { submittedFacts } from './core/submitted.ts'
import { orderOf } from './letter-order.ts'
import type { Channel } from './store.ts'
import { trackHashOf } from './track.ts'

/** One entry of a case's history; who acted is an account, or nobody when the system did. */
export type Happened = { step: string; at: Temporal.Instant; from: Status | null; to: Status; actor: string | null; role: string; reason?: string }

/** A made-up case with its whole history. What a row says beside it is derived from that. */
export type MadeUpCase = {
  id: string; reference: string; businessId: string; ownerId: string; villageCode: string; districtCode: string
  channel: Channel; enteredBy: string; answers: Answers; history: [Happened, ...Happened[]]
}

/** What all cases of a seed have in common. `specimen` makes the one page that stands for all their letters. */
export type SeedGround = {
  officeId: string; service: Held; calendar: WorkingCalendar; signer: Official; papers: Record<string, string>; specimen: (order: LetterOrder) => Promise<Produced>
}

/** A statement takes so many rows at most; more gains nothing. */
const BATCH = 500
/** Fewer than the connections of the pool, of which the seed itself holds one. */
const READ_AT_ONCE = 12
/** So many entries are appended by one call. */
const LOG_BATCH = 2_000

const lastOf = ({ history }: MadeUpCase): Happened => history.at(-1) ?? history[0]
const isoOf = (one: Happened | undefined): string | null => one?.at.toString() ?? null

function rowOf(one: MadeUpCase, { service, calendar }: SeedGround) {
  const latest = (step: string) => one.history.findLast((entry) => entry.step === step)
  const last = lastOf(one)
  const { limits } = service.definition
  const clock = serviceClock({ events: one.history, calendar, standard: { days: limits.days, intakeHours: limits.intakeOfficeHours }, now: last.at })
  if (!clock.ok) throw new Error(`the days off of ${clock.error.date} are not known`)
  const sinceReturn = one.history.slice(one.history.findLastIndex((entry) => entry.step === 'return') + 1)
  // When it came to where it stands: the first entry of the last ones that lead there.
  const arrival = one.history[one.history.findLastIndex((entry) => entry.to !== last.to) + 1]
  const stageDue = arrival && stageDueAt(calendar, service.definition.life, last.to, arrival.at)
  const isEnded = ['issued', 'rejected', 'withdrawn', 'expired'].includes(last.to)
  return {
    id: one.id, reference: one.reference, status: last.to, owner_id: one.ownerId, business_id: one.businessId, village_code: one.villageCode,
    district_code: one.districtCode, entered_by: one.enteredBy, channel: one.channel, answers: one.answers,
    verified_by: sinceReturn.find((entry) => entry.step === 'verify')?.actor ?? null,
    initials_given: sinceReturn.filter((entry) => entry.step === 'initial').length,
    returned_count: one.history.filter((entry) => entry.step === 'return').length,
    submitted_at: isoOf(latest('submit')), accepted_at: isoOf(latest('accept')),
    returned_at: last.to === 'returned' || last.to === 'expired' ? isoOf(latest('return')) : null, decided_at: isEnded ? isoOf(last) : null,
    stage_since: isoOf(arrival), stage_due_at: stageDue?.ok ? stageDue.value?.toString() ?? null : null,
    intake_due_at: clock.value.intakeDueAt?.toString() ?? null, due_at: clock.value.dueAt?.toString() ?? null,
    reminders: sinceReturn.filter((entry) => entry.step === 'remind').length, version: one.history.length,
    created_at: isoOf(one.history[0]), updated_at: isoOf(last),
  }
}

async function insertRows(tx: Tx, cases: readonly MadeUpCase[], ground: SeedGround): Promise<void> {
  await sql`insert into applications.applications (office_id, service_code, definition_id, division_id, id, reference, status, owner_id, business_id, village_code,
      district_code, entered_by, channel, answers, verified_by, initials_given, returned_count, submitted_at, accepted_at, returned_at, decided_at, stage_since, stage_due_at,
      intake_due_at, due_at, reminders, version, created_at, updated_at)
    select ${ground.officeId}, ${ground.service.definition.code}, ${ground.service.definitionId}::uuid, ${ground.service.divisionId}, r.*
      from jsonb_to_recordset(${JSON.stringify(cases.map((one) => rowOf(one, ground)))}::jsonb) as r(id uuid, reference text, status text, owner_id uuid, business_id uuid,
      village_code text, district_code text, entered_by uuid, channel text, answers jsonb, verified_by uuid, initials_given int, returned_count int,
      submitted_at timestamptz, accepted_at timestamptz, returned_at timestamptz, decided_at timestamptz,
      stage_since timestamptz, stage_due_at timestamptz, intake_due_at timestamptz, due_at timestamptz,
      reminders int, version int, created_at timestamptz, updated_at timestamptz)`.execute(tx)
}

/** Papers, initials and words of steps. The papers are specimens that all cases share. */
async function insertBelongings(tx: Tx, cases: readonly MadeUpCase[], { papers, service }: SeedGround): Promise<void> {
  const ids = cases.map((one) => one.id)
  await sql`insert into applications.application_attachments (application_id, requirement, attachment_id, added_at)
    select a.id, p.key, p.value::uuid, a.created_at from applications.applications a cross join jsonb_each_text(${JSON.stringify(papers)}::jsonb) p
     where a.id = any(${ids}::uuid[])`.execute(tx)
  const initials = cases.flatMap((one) => {
    const since = one.history.slice(one.history.findLastIndex((entry) => entry.step === 'return') + 1)
    return since.filter((entry) => entry.step === 'initial')
      .map((entry, position) => ({ application_id: one.id, position, role: service.definition.initials[position], account_id: entry.actor, at: entry.at.toString() }))
  })
  await sql`insert into applications.initials (application_id, position, role, account_id, at)
    select * from jsonb_to_recordset(${JSON.stringify(initials)}::jsonb) as i(application_id uuid, position int, role text, account_id uuid, at timestamptz)`.execute(tx)
  const remarks = cases.flatMap((one) => one.history.filter((entry) => entry.reason !== undefined)
    .map((entry) => ({ application_id: one.id, step: entry.step, reason_code: entry.reason, by_account: entry.actor, by_role: entry.role, at: entry.at.toString() })))
  await sql`insert into applications.remarks (application_id, step, reason_code, by_account, by_role, at)
    select * from jsonb_to_recordset(${JSON.stringify(remarks)}::jsonb) as m(application_id uuid, step text, reason_code text, by_account uuid, by_role text, at timestamptz)`.execute(tx)
}

type Signed = { one: MadeUpCase; at: Temporal.Instant }

function written(order: Result<LetterOrder>): LetterOrder {
  if (!order.ok) throw new Error(`a made-up letter has a hole: ${order.error.code}`)
  return order.value
}

/** What the letters say. The registry is read on many connections at once: one after the other would take minutes. */
function ordersOf(tools: Tools, signed: readonly Signed[], { officeId, service }: SeedGround): Promise<LetterOrder[]> {
  return Promise.all(signed.map(({ one, at }) => tools.db.transaction().execute(async (tx) => written(await orderOf(tools, tx, {
    ...one, officeId, serviceCode: service.definition.code, cooperativeId: null, outcome: null, submittedAt: toDb(one.history.findLast((entry) => entry.step === 'submit')?.at ?? at), createdAt: toDb(one.history[0].at),
  }, service.definition)))))
}

/** Case to letter. Numbers are given in the order of signing, by the same act that numbers real letters. */
async function makeLetters(tools: Tools, unit: Unit, cases: readonly MadeUpCase[], ground: SeedGround): Promise<Map<string, string>> {
  const letters = new Map<string, string>()
  const signed = cases.flatMap((one): Signed[] => {
    const signing = one.history.find((entry) => entry.step === 'sign')
    return signing ? [{ one, at: signing.at }] : []
  }).toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
  let specimen: Produced | undefined
  for (let from = 0; from < signed.length; from += READ_AT_ONCE) {
    const group = signed.slice(from, from + READ_AT_ONCE)
    const orders = await ordersOf(tools, group, ground)
    for (const [at, order] of orders.entries()) {
      const then = { ...unit, now: group[at]?.at ?? unit.now }
      const letter = await reserveLetter(tools, then, order, ground.signer)
      letters.set(order.applicationId, letter.id)
      if (group[at]?.one.history.at(-1)?.to !== 'issued') continue
      specimen ??= await ground.specimen(order)
      await completeLetter(then, letter.id, specimen)
    }
  }
  return letters
}

function entryOf(one: MadeUpCase, happened: Happened, letterId: string | undefined, ground: SeedGround): LogEntry & { at: string } {
  const data: LogEntry['data'] = {
    ...(happened.step === 'submit' ? submittedFacts({ ...one, serviceCode: ground.service.definition.code, definitionId: ground.service.definitionId }, ground.service.definition.limits) : {}),
    ...(happened.step === 'create' ? { service: ground.service.definition.code, channel: one.channel } : {}),
    ...(happened.reason === undefined ? {} : { reason: happened.reason }),
    ...(letterId !== undefined && (happened.step === 'sign' || happened.step === 'issue') ? { letter: letterId } : {}),
  }
  const isForOwner = ['create', 'submit', 'withdraw'].includes(happened.step)
  return {
    what: `application.${happened.step}`, kind: 'application', subject: one.id, role: happened.role, to: happened.to,
    ...(happened.actor === null ? {} : { actor: happened.actor }), ...(isForOwner ? { for: one.ownerId } : {}), ...(happened.from === null ? {} : { from: happened.from }),
    data, at: happened.at.toString({ fractionalSecondDigits: 3 }),
  }
}

/** Appends the histories of all cases to the log in the order in which they happened: one chain, whole. */
async function appendHistories(tx: Tx, cases: readonly MadeUpCase[], letters: ReadonlyMap<string, string>, ground: SeedGround): Promise<void> {
  const entries = cases.flatMap((one) => one.history.map((happened) => ({ at: happened.at.epochMilliseconds, body: canonical(entryOf(one, happened, letters.get(one.id), ground)) })))
    .toSorted((a, b) => a.at - b.at)
  for (let from = 0; from < entries.length; from += LOG_BATCH) {
    const bodies = entries.slice(from, from + LOG_BATCH).map((one) => one.body)
    await sql`select log.append(${ground.officeId}, 'events', ${sql.val(bodies)}::text[])`.execute(tx)
  }
}

/** So that cases can be followed by reference and the phone's last digits, as those of real applicants. */
async function keepTrackHashes(tools: Tools, tx: Tx, cases: readonly MadeUpCase[]): Promise<void> {
  const hashes = await Promise.all(cases.map((one) => trackHashOf(tx, tools.keys, one)))
  await sql`update applications.applications a set track_hash = h.hash from unnest(${cases.map((one) => one.id)}::uuid[], ${hashes.map((one) => one ?? null)}::bytea[]) as h(id, hash)
    where a.id = h.id`.execute(tx)
}

/** Stores made-up cases with rows, letters and log entries, in bulk. Messages are left out: nobody waits for them. */
export async function storeMadeUpCases(tools: Tools, unit: Unit, cases: readonly MadeUpCase[], ground: SeedGround): Promise<void> {
  for (let from = 0; from < cases.length; from += BATCH) {
    const batch = cases.slice(from, from + BATCH)
    await insertRows(unit.tx, batch, ground)
    await insertBelongings(unit.tx, batch, ground)
    await keepTrackHashes(tools, unit.tx, batch.filter((one) => one.history.some((entry) => entry.step === 'submit')))
  }
  const letters = await makeLetters(tools, unit, cases, ground)
  await appendHistories(unit.tx, cases, letters, ground)
}

/** Stores the specimen papers that the made-up cases share, each under its requirement. */
export async function storeSpecimens(unit: Unit, officeId: string, uploadedBy: string, specimens: { requirement: string; storageKey: string; sha256: string; size: number }[]): Promise<Record<string, string>> {
  const rows = await unit.tx.insertInto('applications.attachments').values(specimens.map((one) => ({
    office_id: officeId, uploaded_by: uploadedBy, storage_key: one.storageKey, sha256: one.sha256, media_type: 'image/png', size: one.size, created_at: toDb(unit.now),
  }))).returning(['id', 'storage_key']).execute()
  return Object.fromEntries(specimens.map((one) => [one.requirement, rows.find((row) => row.storage_key === one.storageKey)?.id ?? '']))
}
