import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { REFERENCE, loadOnce } from '../../platform/db/reference.ts'
import { type Clock, fromDb, toDb } from '../../platform/db/unit.ts'
import { type PrivacyNotice, noticeSchema } from './core/notice.ts'

/** How a person came to know the notice. */
export type NoticeChannel = 'self' | 'counter' | 'village' | 'field' | 'paper'

/** Loads the versions under reference/notices. One that is there is never changed: people were told those words. */
export async function loadNoticeReference(tx: Tx, clock: Clock): Promise<void> {
  const files = (await readdir(join(REFERENCE, 'notices'))).filter((name) => name.endsWith('.json')).toSorted().map((name) => `notices/${name}`)
  await loadOnce(tx, clock, 'notices', files, async () => {
    for (const file of files) {
      const notice = noticeSchema.parse(JSON.parse(await readFile(join(REFERENCE, file), 'utf8')))
      await tx.insertInto('accounts.notices').values({ version: notice.version, valid_from: notice.validFrom, body: JSON.stringify(notice) })
        .onConflict((on) => on.constraint('notices_pkey').doNothing()).execute()
    }
  })
}

/** The notice in force at that moment. @throws when none was loaded */
export async function getNotice(tx: Db | Tx, now: Temporal.Instant): Promise<PrivacyNotice> {
  const row = await tx.selectFrom('accounts.notices').select('body').where('valid_from', '<=', wibDate(now).toString())
    .orderBy('version', 'desc').limit(1).executeTakeFirstOrThrow()
  return noticeSchema.parse(row.body)
}

/** Keeps that a person was told this version, once. `officerId`: who read it out. */
export async function recordNotice(tx: Tx, now: Temporal.Instant, one: { personId: string; version: number; channel: NoticeChannel; officerId?: string }): Promise<void> {
  await tx.insertInto('accounts.notice_readings').values({
    person_id: one.personId, version: one.version, at: toDb(now), channel: one.channel, officer_id: one.officerId ?? null,
  }).onConflict((on) => on.constraint('notice_readings_pkey').doNothing()).execute()
}

export type NoticeReading = { version: number; at: Temporal.Instant; channel: string }

/** The latest version a person was told. */
export async function findNoticeReading(tx: Db | Tx, personId: string): Promise<NoticeReading | undefined> {
  const row = await tx.selectFrom('accounts.notice_readings').select(['version', 'at', 'channel']).where('person_id', '=', personId)
    .orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row && { ...row, at: fromDb(row.at) }
}
