import { createHash, createPrivateKey } from 'node:crypto'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { wibDate } from '../../kernel/wib.ts'
import type { Db } from '../../platform/db/database.ts'
import { fromDb } from '../../platform/db/unit.ts'
import { type CodeKey, createCodeKey } from '../../platform/signing/code-key.ts'
import type { Tools } from '../../platform/tools.ts'
import { findHomeOffice } from '../office/index.ts'
import { type PublishedKey, type PublishedRevocations, revocationBody } from './core/code-check.ts'

type Publishing = Pick<Tools, 'db' | 'keys' | 'clock'>

/** The key that signs new letter codes and the list of withdrawn letters. */
export function newestCodeKey({ keys }: Pick<Tools, 'keys'>): CodeKey {
  const newest = keys.letterCodes.at(-1)
  if (!newest) throw new Error('the office has no key for letter codes')
  return createCodeKey(createPrivateKey(newest.privateKey))
}

const dayOf = (iso: string) => wibDate(Temporal.Instant.from(iso)).toString()

async function firstLetterDay(db: Db): Promise<string | undefined> {
  const office = await findHomeOffice(db)
  const row = await db.selectFrom('letters.letters').select('issued_at').where('office_id', '=', office?.id ?? '').orderBy('year').orderBy('sequence').limit(1).executeTakeFirst()
  return row && wibDate(fromDb(row.issued_at)).toString()
}

/** All keys that ever signed letter codes, with the days on which they did. A key signs until the day its successor was made. */
export async function publishedKeys({ db, keys }: Publishing): Promise<PublishedKey[]> {
  const firstLetter = await firstLetterDay(db)
  return keys.letterCodes.map((held, at) => {
    const next = keys.letterCodes[at + 1]
    const made = dayOf(held.createdAt)
    // Nothing signed before the first key: its days begin with the first letter, whatever the clock said when the key was made.
    const from = at === 0 && firstLetter !== undefined && firstLetter < made ? firstLetter : made
    return { ...createCodeKey(createPrivateKey(held.privateKey)).publicKey, from, ...(next ? { until: dayOf(next.createdAt) } : {}) }
  })
}

type KeptList = { stamp: string; list: PublishedRevocations; etag: string }
const kept = new WeakMap<Db, KeptList>()

/** Changes with each withdrawal, and every hour: the list says how fresh it is, and ended letters leave it. */
async function stampOf({ db, clock }: Publishing): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select (select count(*) || '/' || coalesce(max(revoked_at)::text, '') from letters.letters where revoked_at is not null) || '/' ||
           (select count(*) from letters.letters where state = 'void' and storage_key is not null) as stamp`.execute(db)
  return `${rows[0]?.stamp} ${Math.floor(clock().epochMilliseconds / 3_600_000)}`
}

/** The signed list of withdrawn letters whose validity has not ended anyway. Made anew only when it must be. */
export async function publishedRevocations(tools: Publishing): Promise<KeptList> {
  const stamp = await stampOf(tools)
  const held = kept.get(tools.db)
  if (held?.stamp === stamp) return held
  const now = tools.clock()
  const rows = await tools.db.selectFrom('letters.letters').select(['code', 'replaced_by'])
    .where((where) => where.or([where('revoked_at', 'is not', null), where.and([where('state', '=', 'void'), where('storage_key', 'is not', null)])]))
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', wibDate(now).toString())])).execute()
  const key = newestCodeKey(tools)
  const body = revocationBody(key.keyId, Math.floor(now.epochMilliseconds / 1000), rows.map((row) => ({
    codeHash: createHash('sha256').update(row.code).digest(), withdrawal: row.replaced_by === null ? 'revoked' : 'replaced',
  })))
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  const list = { body: text(body), signature: text(key.sign(body)) }
  const made = { stamp, list, etag: `"${createHash('sha256').update(list.signature).digest('hex').slice(0, 16)}"` }
  kept.set(tools.db, made)
  return made
}
