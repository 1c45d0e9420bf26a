import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import sharp from 'sharp'
import { Temporal } from 'temporal-polyfill'
import { findAccountByLogin } from '../../src/domains/accounts/index.ts'
import { REFERENCE_BYTES, newReference } from '../../src/domains/applications/core/reference.ts'
import { type MadeUpCase, storeMadeUpCases, storeSpecimens } from '../../src/domains/applications/seed.ts'
import { findApplication } from '../../src/domains/applications/store.ts'
import { type Produced, previewLetter } from '../../src/domains/letters/index.ts'
import { calendarOf, holderOf, officialsOn } from '../../src/domains/office/index.ts'
import { findServiceOn } from '../../src/domains/services/index.ts'
import { ok } from '../../src/kernel/result.ts'
import { wibDate } from '../../src/kernel/wib.ts'
import type { Tx } from '../../src/platform/db/database.ts'
import { type Unit, transact } from '../../src/platform/db/unit.ts'
import type { Tools } from '../../src/platform/tools.ts'
import { type Cast, type Stage, drawHistory, drawStatus } from './case-histories.ts'
import { type Chance, chanceOf } from './chance.ts'
import { DEMO_OFFICE } from './demo.ts'

const SERVICE = 'UM-02'
/** The year that is told begins with the first standard of the service. */
const FIRST_DAY = '2026-01-05'
const PURPOSES = ['bank-loan', 'kurda', 'trade-mark', 'halal', 'fair', 'tender', 'aid'] as const
/** Papers of the made-up cases; a village letter stands for the business number. */
const PAPERS = ['idCard', 'familyCard', 'villageLetter', 'placePhotoFront', 'placePhotoInside', 'productPhoto'] as const

type Business = { id: string; ownerId: string; villageCode: string; districtCode: string }

/** Micro businesses of the office in an order that the seed alone decides. */
async function listBusinesses(tx: Tx, limit: number): Promise<Business[]> {
  const { rows } = await sql<Business>`
    select id, owner_id as "ownerId", village_code as "villageCode", district_code as "districtCode"
      from registry.v_business_card where office_id = ${DEMO_OFFICE} and scale = 'micro' and status = 'active' order by id limit ${limit}`.execute(tx)
  return rows
}

async function accountId(tx: Tx, login: string): Promise<string> {
  const account = await findAccountByLogin(tx, DEMO_OFFICE, login)
  if (!account) throw new Error(`the demo office has no account ${login}: seed it first`)
  return account.id
}

async function castOf(tx: Tx): Promise<Cast> {
  return {
    counter: await accountId(tx, 'loket'), verifier: await accountId(tx, 'verifikator'), divisionHead: await accountId(tx, 'kabid'),
    secretary: await accountId(tx, 'sekretaris'), officeHead: await accountId(tx, 'kadis'),
  }
}

const hexOf = (chance: Chance): string => Array.from({ length: 32 }, () => chance.between(0, 15).toString(16)).join('')
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function keepFile(tools: Tools, storageKey: string, bytes: Uint8Array): Promise<Produced> {
  // Left by an earlier run that did not come to its end.
  if (!(await tools.files.exists(storageKey))) await tools.files.put(storageKey, bytes)
  return { storageKey, sha256: digest(bytes), size: bytes.length, certificateSerial: null }
}

/** Made-up cases share six grey pictures: nobody's papers. */
async function keepPapers(tools: Tools, unit: Unit, chance: Chance, uploadedBy: string): Promise<Record<string, string>> {
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#b8b8b8' } }).png().toBuffer()
  const specimens = []
  for (const requirement of PAPERS) specimens.push({ requirement, ...await keepFile(tools, hexOf(chance), picture) })
  return storeSpecimens(unit, DEMO_OFFICE, uploadedBy, specimens)
}

function drawCase(id: string, business: Business, stage: Stage): MadeUpCase {
  const { chance, cast } = stage
  const history = drawHistory(drawStatus(chance), Temporal.PlainDate.from(FIRST_DAY), stage)
  return {
    id, reference: newReference(SERVICE, wibDate(history[0].at), Uint8Array.from({ length: REFERENCE_BYTES }, () => chance.between(0, 255))),
    businessId: business.id, ownerId: business.ownerId, villageCode: business.villageCode, districtCode: business.districtCode,
    channel: 'counter', enteredBy: cast.counter, answers: { purpose: chance.one(PURPOSES), statement: true }, history,
  }
}

function drawCases(ids: readonly string[], businesses: readonly Business[], stage: Stage): MadeUpCase[] {
  const cases = new Map<string, MadeUpCase>()
  for (let at = 0; at < ids.length;) {
    const [id, business] = [ids[at], businesses[at % businesses.length]]
    if (id === undefined || !business) throw new Error('there are no micro businesses: seed them first')
    const one = drawCase(id, business, stage)
    // References are unique; two of thousands may be drawn alike.
    if (cases.has(one.reference)) continue
    cases.set(one.reference, one)
    at += 1
  }
  return [...cases.values()]
}

export type CaseSeed = { applications: number; seed: number }

/**
 * Fills the demo office with made-up cases of its made-up micro businesses: all statuses, histories within office hours, letters with
 * consecutive numbers, and every act in the log. The same seed at the same moment gives the same cases, but for the codes of the letters, which
 * nobody may guess. A seed that is there already is left alone.
 * @returns how many cases were stored
 */
export async function seedCases(tools: Tools, { applications, seed }: CaseSeed): Promise<number> {
  if (applications === 0) return 0
  const chance = chanceOf(seed + 1_000_003)
  // Drawn before all that depends on the moment, so that a second run knows its cases again.
  const ids = Array.from({ length: applications }, chance.uuid)
  const done = await transact<number>(tools.db, tools.clock, async (unit) => {
    const { tx, now } = unit
    if (await findApplication(tx, ids[0] ?? '')) return ok(0)
    const service = await findServiceOn(tx, SERVICE, wibDate(now).toString())
    const signer = holderOf(await officialsOn(tx, DEMO_OFFICE, wibDate(now)), 'office-head')
    if (!service || !signer) throw new Error('the demo office has no service or no head today')
    const cast = await castOf(tx)
    const calendar = await calendarOf(tx, DEMO_OFFICE)
    const { reasons } = service.definition
    const stage: Stage = {
      chance, calendar, cast, standard: service.definition, now,
      reasons: { return: reasons.return.map((one) => one.code), reject: reasons.reject.map((one) => one.code) },
    }
    const papers = await keepPapers(tools, unit, chance, cast.counter)
    const storageKey = hexOf(chance)
    await storeMadeUpCases(tools, unit, drawCases(ids, await listBusinesses(tx, applications), stage), {
      officeId: DEMO_OFFICE, service, calendar, signer, papers,
      // Typesetting thousands would take many minutes: one page with the mark of a draft stands for all.
      specimen: async (order) => keepFile(tools, storageKey, await previewLetter(tools, tx, now, order, signer)),
    })
    return ok(applications)
  })
  if (!done.ok) throw new Error('the cases could not be seeded')
  return done.value
}
