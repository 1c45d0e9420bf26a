import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { type Result, fail, ok } from '../../kernel/result.ts'
import { wibDate } from '../../kernel/wib.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Unit, toDb } from '../../platform/db/unit.ts'
import { newStorageKey } from '../../platform/files/storage.ts'
import type { SignFailure } from '../../platform/signing/signer.ts'
import type { Tools } from '../../platform/tools.ts'
import { qrSvg } from '../../platform/typeset/qr.ts'
import { type Office, type Official, getOffice } from '../office/index.ts'
import { type LetterContent, letterContentSchema, templateData } from './core/letter-content.ts'
import { type LetterFacts, letterCodeBody, letterCodeText } from './core/letter-code.ts'
import { formatLetterNumber } from './core/letter-number.ts'
import { validUntil } from './core/letter.ts'
import { newCode, showCode } from './core/verification-code.ts'
import type { KeptFacts, LetterOrder } from './order.ts'
import { newestCodeKey } from './published.ts'

const CAPACITY = { definitive: 'self', acting: 'Plt.', 'daily-acting': 'Plh.' } as const

/** The way letters are signed here: by the signer that is connected, else with ink. */
export const wayOf = (tools: Tools): LetterFacts['signature'] => tools.signer?.way ?? 'wet-ink'

type Dated = { number: string; issuedOn: Temporal.PlainDate; until: Temporal.PlainDate | null; way: LetterFacts['signature'] }

function contentOf(order: LetterOrder, office: Office, official: Official, dated: Dated, verification: LetterContent['verification']): LetterContent {
  const contact = [office.phone ? `Telepon ${office.phone}` : '', office.website ? `Laman ${office.website}` : '', office.email ? `Pos-el ${office.email}` : ''].filter(Boolean)
  return letterContentSchema.parse({
    title: order.title, mode: dated.way, draft: verification === null, number: dated.number, issuedOn: dated.issuedOn.toString(), validUntil: dated.until?.toString() ?? null,
    ...order.words, verification,
    office: {
      government: office.government, name: office.name, place: office.placeOfSigning, address: `${office.address} ${office.postalCode}`,
      contactLines: contact.length > 0 ? [contact.join(' · ')] : [], emblemPath: '/emblem.svg', emblemAlt: 'Lambang',
    },
    signer: {
      name: official.name, nip: official.employeeNumber ?? '', rank: official.rank ?? '', position: official.title, capacity: CAPACITY[official.standing],
    },
  })
}

/** The next number of the year's register. The row is held until the transaction ends, so numbers follow each other without gap or double. */
async function nextSequence(tx: Tx, officeId: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into letters.number_heads as h (office_id, year, last) values (${officeId}, ${year}, 1)
    on conflict on constraint number_heads_pkey do update set last = h.last + 1 returning last`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('no letter number was given')
  return row.last
}

export type Reserved = { id: string; number: string; code: string; way: LetterFacts['signature'] }

/**
 * Gives a case its letter number, its date and its signed code, in the transaction that begins the signing. The number stays with the
 * case whatever happens to the signature. Date of the letter is the day of signing; there is no back-dating.
 * @throws when a text cannot be printed: what is typed was checked before
 */
export async function reserveLetter(tools: Tools, unit: Unit, order: LetterOrder, official: Official): Promise<Reserved> {
  const office = await getOffice(unit.tx, order.officeId)
  const issuedOn = wibDate(unit.now)
  const until = validUntil(issuedOn, order.validity)
  const way = wayOf(tools)
  const sequence = await nextSequence(unit.tx, order.officeId, issuedOn.year)
  const number = formatLetterNumber(office.letterNumberPattern, { classification: order.classification, sequence, unit: office.letterUnit, year: issuedOn.year })
  if (!number.ok) throw new Error(`the letter number pattern of the office is not usable: ${JSON.stringify(number.error)}`)
  const code = newCode(randomBytes)
  const facts: LetterFacts = {
    kind: order.kind, number: number.value, issuedOn: issuedOn.toString(), validUntil: until?.toString(), holder: order.holder,
    business: order.business, scale: order.scale, place: order.place, signature: way, code,
  }
  const letterCode = signedCode(tools, facts)
  const content = contentOf(order, office, official, { number: number.value, issuedOn, until, way },
    { shownCode: showCode(code), checkAddress: `${tools.config.baseUrl}/verifikasi`, qrSvg: qrSvg(letterCode) })
  const kept: KeptFacts = { ...facts, title: order.title, purpose: order.purpose, businessFull: order.business, holderFull: order.holder }
  const { id } = await unit.tx.insertInto('letters.letters').values({
    office_id: order.officeId, application_id: order.applicationId, reference: order.reference, holder_id: order.holderId, business_id: order.businessId, cooperative_id: order.cooperativeId, uses: order.uses,
    village_code: order.villageCode, kind: order.kind, year: issuedOn.year, sequence, number: number.value, code, state: 'signing',
    signature: way, signer_id: official.id, issued_at: toDb(unit.now), valid_until: until?.toString() ?? null, facts: JSON.stringify(kept),
    content_cipher: tools.keys.seal(JSON.stringify(content)), letter_code: letterCode, template: order.template, created_at: toDb(unit.now),
  }).returning('id').executeTakeFirstOrThrow()
  return { id, number: number.value, code, way }
}

/** The QR's text, signed with the newest of the office's keys for letter codes. */
function signedCode(tools: Tools, facts: LetterFacts): string {
  const key = newestCodeKey(tools)
  const body = letterCodeBody(facts, key.keyId)
  return letterCodeText(tools.config.baseUrl, facts.code, body, key.sign(body))
}

export type Produced = { storageKey: string; sha256: string; size: number; certificateSerial: string | null }

/** Why no letter came out; the case stays where it is, with its number, and the act can be repeated. */
export type ProduceFailure = SignFailure

/**
 * Typesets, signs and stores a letter whose number is given. Runs outside of any transaction, since a signer may be slow; what it
 * leaves when it is interrupted is at most a file that no row names.
 */
export async function produceLetter(tools: Tools, letterId: string, passphrase?: string): Promise<Result<Produced, ProduceFailure>> {
  const row = await tools.db.selectFrom('letters.letters').select(['content_cipher', 'template', 'signature', 'number']).where('id', '=', letterId).executeTakeFirstOrThrow()
  const content = letterContentSchema.parse(JSON.parse(tools.keys.unseal(row.content_cipher)))
  const page = await tools.typesetter.render(`${row.template}.typ`, templateData(content))
  if (row.signature === 'wet-ink') return ok(await storePdf(tools, page, null))
  // The page says how it is signed: another way than the one it was numbered for would make it untrue.
  if (tools.signer?.way !== row.signature) return fail({ kind: 'unavailable', detail: `no signer for the way ${row.signature} is connected` })
  const signed = await tools.signer.sign({ pdf: page, reason: `${content.title} ${row.number}`, ...(passphrase === undefined ? {} : { passphrase }) })
  return signed.ok ? ok(await storePdf(tools, signed.value.pdf, signed.value.certificateSerial)) : signed
}

async function storePdf(tools: Tools, pdf: Buffer, certificateSerial: string | null): Promise<Produced> {
  const storageKey = newStorageKey()
  await tools.files.put(storageKey, pdf)
  return { storageKey, sha256: createHash('sha256').update(pdf).digest('hex'), size: pdf.length, certificateSerial }
}

/** A preview of the page as it would be signed today: watermark DRAF, no number, no code; nothing is kept. */
export async function previewLetter(tools: Tools, tx: Tx, now: Temporal.Instant, order: LetterOrder, official: Official): Promise<Buffer> {
  const office = await getOffice(tx, order.officeId)
  const issuedOn = wibDate(now)
  const until = validUntil(issuedOn, order.validity)
  const number = `${order.classification}/…/${office.letterUnit}/${issuedOn.year}`
  const content = contentOf(order, office, official, { number, issuedOn, until, way: wayOf(tools) }, null)
  return tools.typesetter.render(`${order.template}.typ`, templateData(content))
}

/** Puts the finished letter into the register, in the transaction that issues the case. Returns false when another request was first. */
export async function completeLetter(unit: Unit, letterId: string, produced: Produced): Promise<boolean> {
  const { numUpdatedRows } = await unit.tx.updateTable('letters.letters').set({
    state: 'issued', storage_key: produced.storageKey, sha256: produced.sha256, size: produced.size, certificate_serial: produced.certificateSerial, last_failure: null,
  }).where('id', '=', letterId).where('state', '=', 'signing').executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Keeps the page that was printed for wet ink; the letter is issued once its signed scan comes back. */
export async function keepPrint(unit: Unit, letterId: string, produced: Produced): Promise<void> {
  await unit.tx.updateTable('letters.letters').set({ storage_key: produced.storageKey, sha256: produced.sha256, size: produced.size })
    .where('id', '=', letterId).where('state', '=', 'signing').execute()
}

/** Makes a failed attempt visible; the number is kept. */
export async function noteFailure(unit: Unit, letterId: string, failure: ProduceFailure): Promise<void> {
  await unit.tx.updateTable('letters.letters').set((row) => ({ attempts: row('attempts', '+', 1), last_failure: failure.kind }))
    .where('id', '=', letterId).execute()
}
