import { Temporal } from 'temporal-polyfill'
import type { Resource } from '../../kernel/rights.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { fromDb } from '../../platform/db/unit.ts'
import type { SignatureWay } from './core/letter-code.ts'
import { type LetterStatus, type RevocationReason, statusOf } from './core/letter.ts'
import type { KeptFacts } from './order.ts'

export type LetterState = 'signing' | 'issued' | 'void'

/** A letter as the register holds it. `storageKey` is the page as made; with `scanKey` the signed paper that came back is the letter. */
export type Letter = {
  id: string; officeId: string; applicationId: string; reference: string; holderId: string; businessId: string | null; cooperativeId: string | null; villageCode: string | null
  kind: string; year: number; sequence: number; number: string; code: string; state: LetterState; signature: SignatureWay; signerId: string
  issuedAt: Date; validUntil: string | null; uses: number | null; facts: KeptFacts
  storageKey: string | null; sha256: string | null; size: number | null
  scanKey: string | null; scanSha256: string | null; scanMediaType: string | null
  attempts: number; lastFailure: string | null; certificateSerial: string | null
  revokedAt: Date | null; revokeReason: RevocationReason | null; revokeNote: string | null; replacedBy: string | null
}

export const LETTER_COLUMNS = [
  'id', 'office_id as officeId', 'application_id as applicationId', 'reference', 'holder_id as holderId', 'business_id as businessId', 'cooperative_id as cooperativeId', 'village_code as villageCode',
  'kind', 'year', 'sequence', 'number', 'code', 'state', 'signature', 'signer_id as signerId', 'issued_at as issuedAt', 'valid_until as validUntil', 'uses', 'facts',
  'storage_key as storageKey', 'sha256', 'size', 'scan_key as scanKey', 'scan_sha256 as scanSha256', 'scan_media_type as scanMediaType',
  'attempts', 'last_failure as lastFailure', 'certificate_serial as certificateSerial',
  'revoked_at as revokedAt', 'revoke_reason as revokeReason', 'revoke_note as revokeNote', 'replaced_by as replacedBy',
] as const

type Loose = 'state' | 'signature' | 'facts' | 'revokeReason'
type Row = Omit<Letter, Loose> & { state: string; signature: string; facts: unknown; revokeReason: string | null }

/** The columns are held to these values by their constraints, the facts are written by `reserveLetter` alone. */
export const shaped = (row: Row): Letter => ({
  ...row, state: row.state as LetterState, signature: row.signature as SignatureWay, facts: row.facts as KeptFacts, revokeReason: row.revokeReason as RevocationReason | null,
})

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** What a right to a letter depends on. */
export async function findLetterAccess(tx: Db | Tx, id: string): Promise<Resource | undefined> {
  if (!UUID.test(id)) return undefined
  const row = await tx.selectFrom('letters.letters').select(['office_id', 'holder_id', 'village_code']).where('id', '=', id).executeTakeFirst()
  return row && { officeId: row.office_id, ownerId: row.holder_id, ...(row.village_code === null ? {} : { villageCode: row.village_code }) }
}

export async function findLetter(tx: Db | Tx, id: string): Promise<Letter | undefined> {
  if (!UUID.test(id)) return undefined
  const row = await tx.selectFrom('letters.letters').select(LETTER_COLUMNS).where('id', '=', id).executeTakeFirst()
  return row && shaped(row)
}

/** Locks the row until the transaction ends, so that two cannot withdraw it at once. */
export async function lockLetter(tx: Tx, id: string): Promise<Letter | undefined> {
  if (!UUID.test(id)) return undefined
  const row = await tx.selectFrom('letters.letters').select(LETTER_COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && shaped(row)
}

/** The letter of a verification code. One that is still being signed is not there yet for the public; a number that was given up is. */
export async function findPublicLetter(tx: Db | Tx, code: string): Promise<Letter | undefined> {
  const row = await tx.selectFrom('letters.letters').select(LETTER_COLUMNS).where('code', '=', code).executeTakeFirst()
  const letter = row && shaped(row)
  return letter && isPublic(letter) ? letter : undefined
}

/** A page that was printed and then given up may be in somebody's hands: the public must find it, as withdrawn. */
const isPublic = (letter: Letter): boolean => letter.state === 'issued' || (letter.state === 'void' && letter.storageKey !== null)

/** The letter whose file this is: as made, or as the signed paper that was scanned. */
export async function findLetterByHash(tx: Db | Tx, sha256: string): Promise<Letter | undefined> {
  const row = await tx.selectFrom('letters.letters').select(LETTER_COLUMNS)
    .where((where) => where.or([where('sha256', '=', sha256), where('scan_sha256', '=', sha256)])).limit(1).executeTakeFirst()
  return row && shaped(row)
}

/** Letters about the same business or cooperative, or for the person himself, that could take the place of this one, the newest first. */
export async function listSuccessors(tx: Db | Tx, letter: Letter): Promise<Letter[]> {
  const rows = await tx.selectFrom('letters.letters').select(LETTER_COLUMNS).where('state', '=', 'issued')
    .where('business_id', 'is not distinct from', letter.businessId).where('cooperative_id', 'is not distinct from', letter.cooperativeId)
    .where('revoked_at', 'is', null).where('id', '<>', letter.id)
    // A board changes; what it holds stays the cooperative's.
    .$if(letter.cooperativeId === null, (query) => query.where('holder_id', '=', letter.holderId)).orderBy('issued_at', 'desc').limit(20).execute()
  return rows.map(shaped)
}

/** What the letter is worth today. A number that was given up is worth what a revoked letter is. */
export function statusOfLetter(letter: Letter, now: Temporal.Instant): LetterStatus {
  if (letter.state === 'void') return 'revoked'
  return statusOf({
    validUntil: letter.validUntil === null ? null : Temporal.PlainDate.from(letter.validUntil),
    revokedOn: letter.revokedAt === null ? null : wibDate(fromDb(letter.revokedAt)), replacedBy: letter.replacedBy,
  }, wibDate(now))
}

/** The file that is the letter, with its SHA-256. */
export function fileOf(letter: Letter): { key: string; sha256: string; mediaType: string } | undefined {
  const { scanKey, scanSha256, scanMediaType, storageKey, sha256 } = letter
  if (scanKey !== null && scanSha256 !== null && scanMediaType !== null) return { key: scanKey, sha256: scanSha256, mediaType: scanMediaType }
  return storageKey === null || sha256 === null ? undefined : { key: storageKey, sha256, mediaType: 'application/pdf' }
}
