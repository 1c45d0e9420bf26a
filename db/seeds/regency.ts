import { Temporal } from 'temporal-polyfill'
import { findAccountByLogin } from '../../src/domains/accounts/index.ts'
import { getOffice } from '../../src/domains/office/index.ts'
import { type BulkBusiness, type BulkPerson, type BulkTeller, findPersonCard, insertBusinesses, insertPeople } from '../../src/domains/registry/index.ts'
import { ok } from '../../src/kernel/result.ts'
import { wibDate } from '../../src/kernel/wib.ts'
import type { Tx } from '../../src/platform/db/database.ts'
import { referenceRows } from '../../src/platform/db/reference.ts'
import { transact } from '../../src/platform/db/unit.ts'
import type { Tools } from '../../src/platform/tools.ts'
import { type Chance, chanceOf } from './chance.ts'
import { DEMO_OFFICE } from './demo.ts'
import { type Gender, type Kind, makers, readKinds } from './made-up.ts'

type Village = { code: string; district: string; latitude: number; longitude: number }

/** Everything the drawing of one business looks at. */
type World = {
  chance: Chance; make: ReturnType<typeof makers>; kinds: Kind[]; villages: Village[]; now: Temporal.Instant
  usedIds: Set<string>; enteredBy: string; verifiedBy: string; phones: number
}

const BATCH = 1000
/** Shares of the made-up regency; estimates, not statistics. */
const SHARE = {
  women: 0.55, sameOwner: 0.06, withoutNationalId: 0.03, withPoint: 0.4, nib: 0.45, unstated: 0.05, verified: 0.6, notActive: 0.05,
    double: 0.01, local: 0.6,
  outgrown: 0.005,
} as const

const two = (value: number) => String(value).padStart(2, '0')

/** NIK with the serial 0000, which the state never issues. Undefined when the draws keep meeting numbers already given. */
function nationalId({ chance, usedIds }: World, district: string, gender: Gender, born: Temporal.PlainDate): string | undefined {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const region = attempt === 0 ? district.replaceAll('.', '') : `3515${two(chance.between(1, 18))}`
    const digits = `${region}${two(born.day + (gender === 'female' ? 40 : 0))}${two(born.month)}${two(born.year % 100)}0000`
    if (usedIds.has(digits)) continue
    usedIds.add(digits)
    return digits
  }
  return undefined
}

function drawPerson(world: World, village: Village, at: Temporal.Instant): BulkPerson {
  const { chance, make } = world
  const gender: Gender = chance.share(SHARE.women) ? 'female' : 'male'
  const born = Temporal.PlainDate.from('1956-01-01').add({ days: chance.between(0, 49 * 365) })
  const id = chance.share(SHARE.withoutNationalId) ? undefined : nationalId(world, village.district, gender, born)
  world.phones += 1
  return {
    id: chance.uuid(), at, name: make.person(gender), gender, phone: `+628120${String(1_000_000 + world.phones)}`,
      birthDate: born.toString(),
    villageCode: village.code, address: `RT ${two(chance.between(1, 12))} RW ${two(chance.between(1, 6))}`,
    ...(id ? { nationalId: id } : {}),
  }
}

/** Low sums are far more frequent than high ones: the square of an even draw, as a share of the band. */
function drawSales(chance: Chance, kind: Kind): number {
  const share = chance.next() ** 2
  return Math.round((kind.omzet_bulanan_min + share * (kind.omzet_bulanan_max - kind.omzet_bulanan_min)) / 100_000) * 100_000
}

function drawMoney({ chance, now }: World, kind: Kind): Pick<BulkBusiness['record'],
  'capital' | 'annualSales' | 'salesYear' | 'monthlySales' | 'unknown'> {
  if (chance.share(SHARE.unstated)) {
    const reason = chance.one(['unknown', 'refused'] as const)
    return { capital: null, annualSales: null, salesYear: null, unknown: { capital: reason, annualSales: reason } }
  }
  const monthlySales = chance.share(SHARE.outgrown) ? chance.between(170, 400) * 1_000_000 : drawSales(chance, kind)
  return {
    monthlySales, annualSales: 12 * monthlySales, capital: Math.round((monthlySales * (0.5 + 3 * chance.next())) / 100_000) * 100_000,
    salesYear: wibDate(now).year - chance.between(1, 2),
  }
}

function drawWorkers({ chance }: World, kind: Kind) {
  const workers = chance.between(kind.tenaga_kerja_min, kind.tenaga_kerja_max)
  const women = chance.between(0, workers)
  return { workersPaidFemale: women, workersPaidMale: workers - women }
}

function drawRecord(world: World, kind: Kind, village: Village, owner: BulkPerson): BulkBusiness['record'] {
  const { chance, make, now } = world
  const spread = () => (chance.next() - 0.5) * 0.008
  return {
    name: make.business(kind, owner.name, owner.gender ?? 'female'), mainProduct: chance.one(kind.produk), kbli: kind.kbli_2020,
      kbliVersion: '2020',
    villageCode: village.code, address: make.address(), rt: `0${two(chance.between(1, 12))}`, rw: `0${two(chance.between(1, 6))}`,
    ...(chance.share(0.5) ? { hamlet: make.hamlet() } : {}),
    startedOn: wibDate(now).subtract({ days: chance.between(400, 9000) }).with({ day: 1 }).toString(),
    ...drawMoney(world, kind), ...drawWorkers(world, kind),
    ...(chance.share(SHARE.nib) ? { nib: `9${String(chance.between(0, 999_999_999_999)).padStart(12, '0')}` } : {}),
    ...(chance.share(SHARE.withPoint)
      ? { latitude: Number((village.latitude + spread()).toFixed(6)), longitude: Number((village.longitude + spread()).toFixed(6)),
        coordinatesSource: 'interview' as const } : {}),
    status: chance.share(SHARE.notActive) ? chance.one(['paused', 'closed', 'moved-away'] as const) : 'active',
  }
}

/** The same business told a second time, a little differently, as two lists of different years tell it. */
function told(chance: Chance, record: BulkBusiness['record']): BulkBusiness['record'] {
  const { nib: _nib, latitude: _latitude, longitude: _longitude, ...rest } = record
  const name = record.name.replace('Kerupuk', 'Krupuk').replace('Keripik', 'Kripik').replace('Nur', 'Noer')
  return { ...rest, name: chance.share(0.5) ? `${name} ${chance.one(['Jaya', 'Barokah'])}` : name }
}

/** Kinds have their home: krupuk in some districts, tofu in others. */
function drawVillage({ chance, villages }: World, kind: Kind): Village {
  const home = kind.kecamatan_khas ?? []
  const near = home.length > 0 && chance.share(SHARE.local) ? villages.filter(({ district }) => home.includes(district)) : []
  return chance.one(near.length > 0 ? near : villages)
}

type Drawn = { people: BulkPerson[]; businesses: BulkBusiness[] }

function drawBatch(world: World, count: number, before: { owner: BulkPerson; business: BulkBusiness }[]): Drawn {
  const { chance, now } = world
  const drawn: Drawn = { people: [], businesses: [] }
  for (let number = 0; number < count; number += 1) {
    const earlier = before.length > 0 && chance.share(SHARE.sameOwner + SHARE.double) ? chance.one(before) : undefined
    const isDouble = earlier !== undefined && chance.share(SHARE.double / (SHARE.sameOwner + SHARE.double))
    const kind = chance.one(world.kinds)
    const village = drawVillage(world, kind)
    const at = earlier ? earlier.business.at.add({ hours: chance.between(1, 48) }) : now.subtract({ seconds: chance.between(172_800,
      700 * 86_400) }).round('second')
    const owner = earlier?.owner ?? drawPerson(world, village, at)
    if (!earlier) drawn.people.push(owner)
    const record = earlier && isDouble ? told(chance, earlier.business.record) : drawRecord(world, kind, village, owner)
    const business: BulkBusiness = {
      id: chance.uuid(), ownerId: owner.id, ownerName: owner.name, at, districtCode: record.villageCode.slice(0, 8), record,
      ...(chance.share(SHARE.verified) ? { verifiedBy: world.verifiedBy } : {}),
    }
    drawn.businesses.push(business)
    before.push({ owner, business })
  }
  return drawn
}

async function villagesOf(): Promise<Village[]> {
  const rows = await referenceRows('regions/wilayah-sidoarjo.csv')
  return rows.filter((row) => row['tipe'] !== 'kecamatan')
    .map((row) => ({ code: row['kode'] ?? '', district: row['kode_induk'] ?? '', latitude: Number(row['lat']),
      longitude: Number(row['lng']) }))
}

async function accountId(tx: Tx, login: string): Promise<string> {
  const account = await findAccountByLogin(tx, DEMO_OFFICE, login)
  if (!account) throw new Error(`the demo office has no account ${login}: seed it first`)
  return account.id
}

/**
 * Fills the demo office with made-up businesses from reference/names: the same seed gives the same regency, ids included.
 * NIKs end in 0000. A seed that is there already is left alone.
 * @returns how many businesses were stored
 */
export async function seedRegency(tools: Tools, { businesses, seed }: { businesses: number; seed: number }): Promise<number> {
  const chance = chanceOf(seed)
  const villages = await villagesOf()
  const kinds = readKinds()
  // The demo's own people keep their numbers.
  const usedIds = new Set(['3515055203800000', '3515180907850000'])
  const done = await transact<number>(tools.db, tools.clock, async ({ tx, now, record }) => {
    const office = await getOffice(tx, DEMO_OFFICE)
    const world: World = {
      chance, make: makers(chance), kinds, villages, now, usedIds, phones: 0,
      enteredBy: await accountId(tx, 'data'), verifiedBy: await accountId(tx, 'verifikator'),
    }
    const teller: BulkTeller = { source: 'seed', by: world.enteredBy, kind: 'enter' }
    const before: { owner: BulkPerson; business: BulkBusiness }[] = []
    for (let stored = 0; stored < businesses; stored += BATCH) {
      const batch = drawBatch(world, Math.min(BATCH, businesses - stored), before)
      const [first] = batch.people
      if (first && await findPersonCard(tx, first.id)) return ok(stored)
      await insertPeople(tx, tools.keys, DEMO_OFFICE, batch.people, teller)
      await insertBusinesses(tx, tools.keys, office, batch.businesses, now, teller)
    }
    record(DEMO_OFFICE, { what: 'registry.seed', kind: 'office', subject: DEMO_OFFICE, data: { businesses, seed } })
    return ok(businesses)
  })
  if (!done.ok) throw new Error('the regency could not be seeded')
  return done.value
}
