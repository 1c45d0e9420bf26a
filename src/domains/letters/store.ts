import { Temporal } from 'temporal-polyfill'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Unit, fromDb } from '../../platform/db/unit.ts'
import type { SignatureWay } from './core/letter-code.ts'
import { type LetterStatus, statusOf } from './core/letter.ts'
import type { Produced } from './issue.ts'

export type LetterCard = { id: string; number: string; code: string; state: 'signing' | 'issued'; status: LetterStatus; validUntil: string | null; lastFailure: string | null; printed: boolean; way: SignatureWay }

/** The letter of a case, if its number has been given: also one that is still being signed. */
export async function findLetterOf(tx: Db | Tx, applicationId: string, now: Temporal.Instant): Promise<LetterCard | undefined> {
  const row = await tx.selectFrom('letters.letters').select(['id', 'number', 'code', 'state', 'valid_until', 'revoked_at', 'replaced_by', 'last_failure', 'storage_key', 'signature'])
    .where('application_id', '=', applicationId).where('state', '<>', 'void').executeTakeFirst()
  if (!row) return undefined
  const status = statusOf({
    validUntil: row.valid_until === null ? null : Temporal.PlainDate.from(row.valid_until),
    revokedOn: row.revoked_at === null ? null : wibDate(fromDb(row.revoked_at)), replacedBy: row.replaced_by,
  }, wibDate(now))
  return { id: row.id, number: row.number, code: row.code, state: row.state === 'issued' ? 'issued' : 'signing', status, validUntil: row.valid_until, lastFailure: row.last_failure, printed: row.storage_key !== null, way: row.signature as SignatureWay }
}

/** Spends a number without a letter. It is never given again; the register shows it as void. */
export async function voidLetter(unit: Unit, letterId: string): Promise<void> {
  await unit.tx.updateTable('letters.letters').set({ state: 'void' }).where('id', '=', letterId).where('state', '=', 'signing').execute()
}

/** Of these storage keys, those that a letter or its scan lies under. */
export async function letterFilesAmong(db: Db, keys: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('letters.letters').select(['storage_key', 'scan_key'])
    .where((where) => where.or([where('storage_key', 'in', [...keys]), where('scan_key', 'in', [...keys])])).execute()
  return rows.flatMap((row) => [row.storage_key, row.scan_key].filter((key) => key !== null))
}

/** The page of a letter as it was made, with what is needed to complete it; undefined while it is not made. */
export async function findPrint(tx: Db | Tx, letterId: string): Promise<Produced | undefined> {
  const row = await tx.selectFrom('letters.letters').select(['storage_key', 'sha256', 'size', 'certificate_serial']).where('id', '=', letterId).executeTakeFirst()
  if (row?.storage_key == null || row.sha256 === null || row.size === null) return undefined
  return { storageKey: row.storage_key, sha256: row.sha256, size: row.size, certificateSerial: row.certificate_serial }
}

export type Scan = { storageKey: string; sha256: string; mediaType: string }

/** Keeps the paper that was signed by hand beside the page as it was printed; from now on the scan is the letter's file. */
export async function keepScan(unit: Unit, letterId: string, scan: Scan): Promise<void> {
  await unit.tx.updateTable('letters.letters').set({ scan_key: scan.storageKey, scan_sha256: scan.sha256, scan_media_type: scan.mediaType })
    .where('id', '=', letterId).where('state', '=', 'signing').where('signature', '=', 'wet-ink').execute()
}
