import { stat, statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { calendarOf, findHomeOffice } from '../../domains/office/index.ts'
import { longDate, wibDate } from '../../kernel/wib.ts'
import type { Config } from '../../platform/config/config.ts'
import { type Db, openDatabase } from '../../platform/db/database.ts'
import { pendingMigrations } from '../../platform/db/migrate.ts'
import { systemClock, toDb } from '../../platform/db/unit.ts'
import { newStorageKey, openFileStorage } from '../../platform/files/storage.ts'
import { headOf } from '../../platform/log/export.ts'
import { listRoots } from '../../platform/log/roots.ts'
import { verifyStored } from '../../platform/log/verify.ts'
import { openKeys } from '../../platform/secrets/keys.ts'
import type { Tools } from '../../platform/tools.ts'
import { openDatabaseOf } from './command.ts'
import { doctorId as t } from './doctor.id.ts'
import { cliId } from './messages.id.ts'

export type Finding = { check: keyof typeof t.names; name: string; state: 'ok' | 'warn' | 'bad'; text: string }

const finding = (check: Finding['check'], state: Finding['state'], text: string): Finding => ({ check, name: t.names[check], state, text })
const why = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const MOST_DRIFT_MS = 2_000
const LEAST_FREE_BYTES = 2e9
const OLD_MESSAGE_MINUTES = 15
const LAST_ENTRIES = 10_000
/** A joint decree on days off (SKB 3 Menteri) comes in autumn; without it no due date of the new year can be told. */
const CALENDAR_WARN_DAYS = 60

function checkConfig(config: Config): Finding[] {
  const risks = [
    ...(config.demo && config.databaseUrl !== undefined ? [t.config.demoOnServer] : []),
    ...(!config.demo && config.messageUrl === undefined && config.whatsapp === undefined ? [t.config.noGateway] : []),
    ...(!config.demo && !config.baseUrl.startsWith('https:') ? [t.config.plainHttp] : []),
  ]
  return risks.length > 0 ? risks.map((text) => finding('config', 'warn', text)) : [finding('config', 'ok', t.config.good(config.demo, config.baseUrl))]
}

async function checkStorage({ storageUrl }: Config): Promise<Finding> {
  try {
    const files = await openFileStorage(storageUrl)
    const key = newStorageKey()
    await files.put(key, Buffer.from('doctor'))
    const same = String(await files.get(key)) === 'doctor'
    await files.delete(key)
    return same ? finding('storage', 'ok', t.storage.good) : finding('storage', 'bad', t.storage.bad('isi yang dibaca lain'))
  } catch (error) {
    return finding('storage', 'bad', t.storage.bad(why(error)))
  }
}

async function checkKeys({ keyFile }: Config): Promise<Finding> {
  const held = await stat(keyFile).catch(() => undefined)
  // Keys are made at the first start, not by looking.
  if (!held) return finding('keys', 'warn', t.keys.missing)
  try {
    openKeys(keyFile)
  } catch (error) {
    return finding('keys', 'bad', t.keys.bad(why(error)))
  }
  return process.platform !== 'win32' && (held.mode & 0o077) !== 0 ? finding('keys', 'warn', t.keys.loose(keyFile)) : finding('keys', 'ok', t.keys.good(keyFile))
}

async function checkDisk({ dataDir }: Config): Promise<Finding> {
  const disk = await statfs(dataDir)
  const free = disk.bavail * disk.bsize
  const text = `${(free / 1e9).toLocaleString('id-ID', { maximumFractionDigits: 1 })} GB`
  return free < LEAST_FREE_BYTES ? finding('disk', 'bad', t.disk.low(text)) : finding('disk', 'ok', t.disk.good(text))
}

async function checkClock(db: Db): Promise<Finding> {
  const began = Date.now()
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
  const drift = Math.abs((rows[0]?.now.getTime() ?? 0) - (began + Date.now()) / 2)
  return drift > MOST_DRIFT_MS ? finding('clock', 'bad', t.clock.drift(Math.round(drift / 1_000))) : finding('clock', 'ok', t.clock.good)
}

async function checkMessages(db: Db): Promise<Finding[]> {
  const now = systemClock()
  const counted = await db.selectFrom('messages.outbox').select((row) => [
    row.fn.countAll<number>().filterWhere('state', '=', 'failed').as('failed'),
    row.fn.countAll<number>().filterWhere((one) => one.and([one('state', 'in', ['waiting', 'held']), one('next_at', '<', toDb(now.subtract({ minutes: OLD_MESSAGE_MINUTES })))])).as('stuck'),
    row.fn.min('next_at').filterWhere('state', 'in', ['waiting', 'held']).as('oldest'),
  ]).where('state', 'in', ['waiting', 'held', 'failed']).executeTakeFirstOrThrow()
  const resting = await db.selectFrom('messages.providers').select('key').where('open_until', '>', toDb(now)).orderBy('key').limit(10).execute()
  const failed = Number(counted.failed)
  const stuck = Number(counted.stuck)
  const minutes = Math.round((now.epochMilliseconds - (counted.oldest?.getTime() ?? 0)) / 60_000)
  const found = [
    ...(stuck > 0 ? [finding('messages', 'bad', t.messages.old(stuck, minutes))] : []),
    ...resting.map(({ key }) => finding('messages', 'warn', t.messages.resting(key))),
    ...(failed > 0 ? [finding('messages', 'warn', t.messages.failed(failed))] : []),
  ]
  return found.length > 0 ? found : [finding('messages', 'ok', t.messages.good)]
}

async function checkLog(db: Db, officeId: string): Promise<Finding> {
  const last = (await headOf(db, officeId, 'events'))?.seq ?? 0
  const from = Math.max(1, last - LAST_ENTRIES + 1)
  for (const chain of ['events', 'reads'] as const) {
    const end = chain === 'events' ? last : (await headOf(db, officeId, chain))?.seq ?? 0
    const checked = await verifyStored(db, officeId, chain, Math.max(1, end - LAST_ENTRIES + 1))
    if (!checked.ok) return finding('log', 'bad', cliId.log.fault(checked.error))
  }
  const [root] = await listRoots(db, officeId, { limit: 1 })
  const late = wibDate(systemClock()).subtract({ days: 2 })
  if (root && Temporal.PlainDate.compare(Temporal.PlainDate.from(root.day), late) < 0) return finding('log', 'warn', t.log.rootsLate(root.day))
  return finding('log', 'ok', t.log.good(last - from + 1, last))
}

async function checkCalendar(db: Db, officeId: string): Promise<Finding> {
  const until = Temporal.PlainDate.from((await calendarOf(db, officeId)).knownThrough)
  const ending = Temporal.PlainDate.compare(until, wibDate(systemClock()).add({ days: CALENDAR_WARN_DAYS })) < 0
  return ending ? finding('calendar', 'warn', t.calendar.ending(longDate(until))) : finding('calendar', 'ok', t.calendar.good(longDate(until)))
}

async function checkDatabase(config: Config): Promise<Finding[]> {
  const database = await openDatabaseOf(config, () => {})
  const db = openDatabase(database.url, 2)
  try {
    const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db)
    const there = finding('database', 'ok', t.database.good(rows[0]?.version.split(' ')[0] ?? '', config.databaseUrl === undefined))
    const pending = await pendingMigrations(database.url)
    if (pending.length > 0) return [there, finding('schema', 'bad', t.schema.bad(pending.length))]
    const office = await findHomeOffice(db)
    return [
      there, finding('schema', 'ok', t.schema.good), await checkClock(db), ...await checkMessages(db),
      ...(office ? [await checkLog(db, office.id), await checkCalendar(db, office.id)] : [finding('log', 'warn', t.log.noOffice)]),
    ]
  } finally {
    await db.destroy()
    await database.stop()
  }
}

/** The same of a program that is running, on its own database: for the office's board. */
export async function examineRunning({ db, config }: Pick<Tools, 'db' | 'config'>, officeId: string): Promise<Finding[]> {
  return [
    ...checkConfig(config), await checkClock(db), ...await checkMessages(db), await checkLog(db, officeId), await checkCalendar(db, officeId), await checkStorage(config),
    await checkKeys(config), await checkDisk(config),
  ]
}

/** Looks at everything the program stands on, the likeliest troubles first. Changes nothing. */
export async function examine(config: Config): Promise<Finding[]> {
  const database = await checkDatabase(config).catch((error: unknown) => [finding('database', 'bad', t.database.bad(why(error)))])
  return [...checkConfig(config), ...database, await checkStorage(config), await checkKeys(config), await checkDisk(config)]
}
