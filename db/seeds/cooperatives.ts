import { Temporal } from 'temporal-polyfill'
import { findAccountByLogin } from '../../src/domains/accounts/index.ts'
import {
  type BookYear, type BulkCooperative, type Cooperative, type Position, findCooperativeCard, insertCooperatives,
} from '../../src/domains/cooperatives/index.ts'
import { getOffice } from '../../src/domains/office/index.ts'
import { ok } from '../../src/kernel/result.ts'
import { wibDate } from '../../src/kernel/wib.ts'
import { referenceRows } from '../../src/platform/db/reference.ts'
import { transact } from '../../src/platform/db/unit.ts'
import type { Tools } from '../../src/platform/tools.ts'
import { type Chance, chanceOf } from './chance.ts'
import { KDKMP, type Sort, drawSort, legalEntityNumber } from './cooperative-kinds.ts'
import { DEMO_OFFICE } from './demo.ts'
import { type Gender, makers } from './made-up.ts'

type Village = { code: string; name: string; isUrban: boolean }
type World = {
  chance: Chance; make: ReturnType<typeof makers>; now: Temporal.Instant; today: Temporal.PlainDate; used: Set<string>;
  words: readonly string[]
}

const BATCH = 300
/** One for each of the 346 villages, of about 1,820 in all: the numbers of 2025. Source: koperasi-supervision.md, sections 6 and 7 */
const KDKMP_SHARE = 0.19
/** Half of the older ones still work; a third of the new ones run shops a year after founding. Estimates. */
const SHARE = {
  active: 0.49, running: 0.55, number: 0.55, nib: 0.3, npwp: 0.6, phone: 0.7, email: 0.15, examined: 0.12, licence: 0.6, shouted: 0.06,
  meetingOnTime: 0.6, meetingAfterTarget: 0.17, meetingLate: 0.05, unstated: 0.04,
} as const

const round = (value: number, to: number) => Math.round(value / to) * to

function drawDay(chance: Chance, from: string, to: string): string {
  const first = Temporal.PlainDate.from(from)
  return first.add({ days: chance.between(0, first.until(to).days) }).toString()
}

/** The same number is never given twice: it would be the same cooperative. */
function numberOf({ chance, used }: World, date: string): string {
  for (;;) {
    const number = legalEntityNumber(chance, date)
    if (used.has(number)) continue
    used.add(number)
    return number
  }
}

function nameOf({ chance, words }: World, sort: Sort, village: Village): string {
  const given = new Set<string>()
  const word = () => {
    const drawn = chance.one(words.filter((one) => !given.has(one)))
    given.add(drawn)
    return drawn
  }
  const name = chance.one(sort.names).replaceAll('{kata}', word).replaceAll('{desa}', village.name)
  return chance.share(SHARE.shouted) ? name.toUpperCase() : name
}

function drawBoard({ chance, make }: World, sort: Sort, village: Village, from: string): Position[] {
  const isNew = sort.group === 'kdkmp'
  const holder = (organ: Position['organ'], role: Position['role'], more: Partial<Position> = {}): Position => {
    const gender: Gender = chance.share(sort.womenShare) ? 'female' : 'male'
    return { id: chance.uuid(), organ, role, name: make.person(gender), gender, from, ...more }
  }
  const more = isNew && chance.share(0.6) ? [holder('board', 'vice-chair'), holder('board', 'member')] : []
  const watching = [
    holder(
      'supervisory-board', 'chair',
      isNew ? { name: `${village.isUrban ? 'Lurah' : 'Kepala Desa'} ${village.name}`, villageHead: true } : {},
    ),
    holder('supervisory-board', 'member'), holder('supervisory-board', 'member'),
  ]
  const sharia = sort.pattern === 'sharia' && sort.kind === 'savings-and-loan' ? [holder('sharia-board', 'chair')] : []
  return [holder('board', 'chair'), holder('board', 'secretary'), holder('board', 'treasurer'), ...more, ...watching, ...sharia]
}

/** A meeting in the spring after the year, late, or none that the office knows of. */
function drawMeeting({ chance, today }: World, year: number, members: number): Partial<BookYear> {
  const draw = chance.next()
  const { meetingOnTime: early, meetingAfterTarget: later, meetingLate: late } = SHARE
  const day = draw < early ? drawDay(chance, `${year + 1}-01-15`, `${year + 1}-03-31`)
    : draw < early + later ? drawDay(chance, `${year + 1}-04-01`, `${year + 1}-06-30`)
      : draw < early + later + late ? drawDay(chance, `${year + 1}-07-01`, `${year + 1}-10-30`) : undefined
  if (day === undefined || day > today.toString()) return {}
  return {
    meetingOn: day, membersRegistered: members, membersAttended: Math.round(members * (0.4 + 0.5 * chance.next())), quorumMet: true,
    meetingResult: chance.share(0.9) ? 'accepted' : 'accepted-with-notes',
  }
}

function drawYear(world: World, sort: Sort, year: number, members: number, size: number): BookYear {
  const { chance } = world
  const assets = round(members * size, 10_000)
  const ownCapital = round(assets * (0.25 + 0.4 * chance.next()), 10_000)
  const turnover = round(assets * (0.4 + 1.4 * chance.next()), 10_000)
  const netSurplus = round(assets * (0.08 * chance.next() - 0.008), 1000)
  const income = round(turnover * (0.15 + 0.1 * chance.next()), 1000)
  const lends = sort.kind === 'savings-and-loan' || sort.hasSavingsUnit === true
  const loansGiven = round(assets * 0.6, 10_000)
  const silent = chance.share(SHARE.unstated)
  return {
    year, ...drawMeeting(world, year, members), assets, ownCapital, outsideCapital: assets - ownCapital, turnover,
    ...(silent ? { unknown: { netSurplus: 'refused' as const } } : { netSurplus, income, expenses: income - netSurplus }),
    ...(lends ? { loansGiven, nonPerformingLoans: round(loansGiven * 0.15 * chance.next(), 1000) } : {}),
    ...(chance.share(SHARE.examined) ? {
      healthGrade: chance.one([
        'healthy', 'healthy', 'fairly-healthy', 'fairly-healthy', 'fairly-healthy', 'under-supervision', 'under-special-supervision',
      ] as const),
    } : {}),
  }
}

function drawYears(world: World, sort: Sort, record: Cooperative): BookYear[] {
  const { chance, today } = world
  const last = record.status === 'active' ? today.year - 1 : today.year - chance.between(4, 9)
  const first = Math.max(Number(record.legalEntityDate.slice(0, 4)), last - (sort.group === 'kdkmp' ? 0 : 4))
  const members = (record.membersFemale ?? 0) + (record.membersMale ?? 0)
  let size = chance.between(...sort.assetsEach)
  const years: BookYear[] = []
  for (let year = first; year <= last; year += 1) {
    years.push(drawYear(world, sort, year, members, size))
    size *= 0.97 + 0.15 * chance.next()
  }
  return years
}

function drawStatus(world: World): Pick<Cooperative, 'status' | 'statusReason' | 'statusDate'> {
  const { chance, today } = world
  if (chance.share(SHARE.active)) return { status: 'active' }
  const status = chance.one(['inactive', 'inactive', 'inactive', 'inactive', 'dissolving', 'dissolved'] as const)
  return {
    status, statusDate: drawDay(chance, '2016-01-04', today.subtract({ years: 1 }).toString()),
    statusReason: status === 'inactive' ? chance.one([
      'Tidak RAT dua tahun berturut-turut', 'Pengurus tidak ditemukan', 'Tidak ada kegiatan usaha',
    ]) : 'Keputusan rapat anggota',
  }
}

function drawContact({ chance }: World): Partial<Cooperative> {
  const digits = (length: number) => Array.from({ length }, () => chance.between(0, 9)).join('')
  return {
    ...(chance.share(SHARE.phone) ? { phone: chance.share(0.3) ? `+62318${digits(6)}` : `+628120${digits(7)}` } : {}),
    ...(chance.share(SHARE.email) ? { email: `koperasi${digits(5)}@contoh.example` } : {}),
    ...(chance.share(SHARE.number) ? {
      cooperativeNumber: `3515${digits(9)}`, certificateGrade: chance.one(['A', 'B', 'B', 'C1', 'C2'] as const),
    } : {}),
    ...(chance.share(SHARE.nib) ? { nib: `8${digits(12)}` } : {}), ...(chance.share(SHARE.npwp) ? { npwp: `0${digits(14)}` } : {}),
  }
}

function drawBody(world: World, sort: Sort, village: Village): Cooperative {
  const { chance, make, today } = world
  const isNew = sort.group === 'kdkmp'
  const legalEntityDate = isNew ? drawDay(chance, '2025-05-12', '2025-06-01') : drawDay(
    chance, '1972-03-01', today.subtract({ years: 2 }).toString(),
  )
  const members = round(sort.members[0] + chance.next() ** 3 * (sort.members[1] - sort.members[0]), 1)
  const membersFemale = Math.round(members * Math.min(1, sort.womenShare * (0.7 + 0.6 * chance.next())))
  const saves = sort.kind === 'savings-and-loan' || sort.hasSavingsUnit === true
  return {
    name: isNew ? `Koperasi ${village.isUrban ? 'Kelurahan' : 'Desa'} Merah Putih ${village.name}` : nameOf(world, sort, village),
    kind: sort.kind,
    ...(sort.group ? { group: sort.group } : {}), ...(sort.pattern ? { pattern: sort.pattern } : {}),
    legalEntityNumber: numberOf(world, legalEntityDate), legalEntityDate,
    address: isNew ? `Kantor ${village.isUrban ? 'Kelurahan' : 'Desa'} ${village.name}` : make.address(),
    villageCode: village.code, level: 'primary', membershipArea: isNew || chance.share(0.96) ? 'regency' : 'province',
    membersFemale, membersMale: members - membersFemale, hasSavingsUnit: sort.hasSavingsUnit ?? false, ...drawContact(world),
    ...(saves && !isNew && chance.share(SHARE.licence)
      ? { savingsLicenceNumber: `518/${chance.between(1, 400)}/IUSP/438.5.99/${chance.between(2010, 2023)}` } : {}),
    ...(isNew ? kdkmpFacts(world) : drawStatus(world)),
  }
}

function kdkmpFacts({ chance, today }: World): Partial<Cooperative> {
  const running = chance.share(SHARE.running)
  return {
    status: 'active', kdkmpScheme: chance.share(0.99) ? 'new' : 'development',
    ...(running ? {
      operatingSince: drawDay(chance, '2025-08-01', today.toString()),
      outlets: [
        'groceries', ...(chance.share(0.4) ? ['pharmacy' as const] : []), ...(chance.share(0.3) ? ['savings-and-loan' as const] : [])
      ],
    } : {}),
  }
}

function drawCooperative(world: World, sort: Sort, village: Village): BulkCooperative {
  const { chance, now, today } = world
  const record = drawBody(world, sort, village)
  const term = sort.group === 'kdkmp' ? record.legalEntityDate : drawDay(
    chance, `${today.year - 6}-01-10`, today.subtract({ months: 6 }).toString(),
  )
  const at = now.subtract({ seconds: chance.between(172_800, 700 * 86_400) }).round('second')
  return { id: chance.uuid(), at, record, positions: drawBoard(world, sort, village, term), bookYears: drawYears(world, sort, record) }
}

async function villagesOf(): Promise<Village[]> {
  const rows = await referenceRows('regions/wilayah-sidoarjo.csv')
  return rows.filter((row) => row['tipe'] !== 'kecamatan').map((row) => ({
    code: row['kode'] ?? '', name: row['nama'] ?? '', isUrban: row['tipe'] === 'kelurahan',
  }))
}

/** Every village once, in an order of chance: a part of them has its KDKMP when fewer are asked for. */
function shuffled<T>(chance: Chance, items: readonly T[]): T[] {
  return items.map((item) => ({ item, at: chance.next() })).sort((a, b) => a.at - b.at).map(({ item }) => item)
}

/**
 * Fills the demo office with made-up cooperatives: the same seed gives the same ones, ids included. A seed that is there is left alone.
 * @returns how many were stored
 */
export async function seedCooperatives(tools: Tools, { cooperatives, seed }: { cooperatives: number; seed: number }): Promise<number> {
  if (cooperatives === 0) return 0
  // Apart from the businesses of the same seed.
  const chance = chanceOf(seed + 0x6b0b)
  const villages = await villagesOf()
  const make = makers(chance)
  const done = await transact<number>(tools.db, tools.clock, async ({ tx, now, record }) => {
    const office = await getOffice(tx, DEMO_OFFICE)
    const account = await findAccountByLogin(tx, DEMO_OFFICE, 'data')
    if (!account) throw new Error('the demo office has no account data: seed it first')
    const world: World = { chance, make, now, today: wibDate(now), used: new Set(), words: make.cooperativeWords }
    const homes = shuffled(chance, villages).slice(0, Math.round(cooperatives * KDKMP_SHARE))
    let stored = 0
    for (let drawn = 0; drawn < cooperatives; drawn += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, cooperatives - drawn) }, (_, at) => {
        const home = homes[drawn + at]
        return home ? drawCooperative(world, KDKMP, home) : drawCooperative(world, drawSort(chance), chance.one(villages))
      })
      const [first] = batch
      if (first && await findCooperativeCard(tx, first.id)) return ok(stored)
      stored += (await insertCooperatives(tx, tools.keys, office, batch, { source: 'seed', by: account.id, kind: 'enter' })).length
    }
    record(DEMO_OFFICE, { what: 'cooperatives.seed', kind: 'office', subject: DEMO_OFFICE, data: { cooperatives: stored, seed } })
    return ok(stored)
  })
  if (!done.ok) throw new Error('the cooperatives could not be seeded')
  return done.value
}
