import type { Temporal } from 'temporal-polyfill'
import type { BulkBusiness, BulkPerson } from '../../src/domains/registry/index.ts'
import { type Chance, chanceOf } from './chance.ts'
import { mistype, respell } from './labelled/slips.ts'
import { dateCell, districtCell, genderCell, kbliCell, moneyCell, nameCell, phoneCell, pointCells, rtRwCell,
  villageCell } from './messy-cells.ts'
import { type Drawn, drawRegency } from './regency-drawing.ts'
import { demoIds } from './regency.ts'

/** A cell as it is written; text, or a number that a spreadsheet keeps as one. */
export type MessyCell = string | number
export type MessyLine = readonly MessyCell[]

export type RefusedFor = 'no-names' | 'other-regency' | 'no-place' | 'impossible-national-id'
/** What a row truly is. `of`: the business it tells of, in the registry or further up in the list. Rows that are not named are new. */
export type MessyFact = { row: number; is: 'same' | 'changed' | 'doubtful'; of: string } | { row: number; is: 'refused'; why: RefusedFor }
/** `rows` are those that tell of a business, right or wrong. Titles, sections, sums and legends are none. */
export type MessyTruth = { seed: number; rows: number; lines: number; facts: MessyFact[] }

export type MessyList = {
  /** Anew from the first at each call, always the same. */
  lines: () => Generator<MessyLine>
  /** Complete when the lines were gone through once. */
  truth: () => MessyTruth
}

/** Shares of the rows. */
const SHARES = { refused: 0.02, changed: 0.03, same: 0.005, doubtful: 0.01 } as const
const DRAWN_AT_ONCE = 1_000
/** Behind those of a registry of four million. */
const FIRST_PHONE = 4_000_000

const GROUPS = ['', 'DATA PEMILIK', '', '', '', 'DATA USAHA', '', '', 'LOKASI', '', 'KEGIATAN', '', 'KEUANGAN', '', '', '', 'LAIN-LAIN', '',
  '', '', '', '']
const HEADS = ['No', 'NIK', 'Nama Pemilik', 'L/P', 'No. HP', 'Nama Usaha', 'Alamat Usaha', 'RT/RW', 'Desa/Kel', 'Kecamatan', 'Produk',
  'KBLI', 'Modal Usaha (Rp)',
  'Omzet per Bulan', 'Omzet per Tahun', 'Tahun Omzet', 'Mulai Usaha', 'NIB', 'Lintang', 'Bujur', '', 'Keterangan']
const TITLES = ['DAFTAR USAHA MIKRO', 'KABUPATEN SIDOARJO', 'KEADAAN AKHIR TAHUN']
const WIDTH = HEADS.length
export const MESSY_COLUMNS = HEADS

type Told = BulkBusiness['record']
/** `existing`: how many businesses of `regencySeed` are in the registry. */
type Wanted = { rows: number; seed: number; now: Temporal.Instant; existing: number; regencySeed: number }
type Row = Drawn & { is: 'new' | 'refused' | 'same' | 'changed' | 'doubtful' }

const line = (...cells: MessyCell[]): MessyCell[] => [...cells, ...Array.from({ length: Math.max(0, WIDTH - cells.length) }, () => '')]

/** The business of the registry a year later: other sales, now and then another telephone. */
function changed(chance: Chance, one: Drawn): Drawn {
  const monthlySales = (one.business.record.monthlySales ?? 2_000_000) + chance.between(1, 20) * 100_000
  const record: Told = { ...one.business.record, monthlySales, annualSales: 12 * monthlySales,
    salesYear: (one.business.record.salesYear ?? 2024) + 1 }
  delete record.unknown
  return { ...one, business: { ...one.business, record: { ...record, capital: record.capital ?? monthlySales } } }
}

/** Something of the registry, told so that nobody can be sure: no NIK, another telephone, the names written otherwise. */
function doubtful(chance: Chance, one: Drawn): Drawn {
  const { nationalId: _id, phone: _phone, ...owner } = one.owner
  const { nib: _nib, latitude: _latitude, longitude: _longitude, ...record } = one.business.record
  const name = chance.share(0.5) ? mistype(chance, respell(chance, record.name)) : respell(chance, record.name)
  return { ...one, owner: { ...owner, name: respell(chance, owner.name) }, business: { ...one.business, record: { ...record, name } } }
}

const pick = (chance: Chance, from: readonly Drawn[]): Drawn | undefined => (from.length > 0 ? chance.one(from) : undefined)

function drawRow(chance: Chance, known: Drawn[], fresh: () => Drawn): Row {
  const kind = chance.next()
  const { same, doubtful: unsure } = SHARES
  const end = SHARES.changed + same + unsure
  if (kind >= end) return { ...fresh(), is: kind < end + SHARES.refused ? 'refused' : 'new' }
  const one = pick(chance, known)
  if (!one) return { ...fresh(), is: 'new' }
  // Each is told once only: its second row would be the same as the first.
  known.splice(known.indexOf(one), 1)
  if (kind < SHARES.changed) return { ...changed(chance, one), is: 'changed' }
  return kind < SHARES.changed + same ? { ...one, is: 'same' } : { ...doubtful(chance, one), is: 'doubtful' }
}

/** What a row needs to be found again with certainty. */
const isCertain = ({ owner, business, doubleOf }: Drawn) =>
  owner.nationalId !== undefined && business.record.status === 'active' && doubleOf === undefined

async function drawRows(chance: Chance, wanted: Wanted): Promise<Row[]> {
  const usedIds = demoIds()
  const before = await drawRegency({ seed: wanted.regencySeed, now: wanted.now, usedIds })
  const most = Math.ceil(wanted.rows * (SHARES.changed + SHARES.same + SHARES.doubtful) * 1.2)
  const known: Drawn[] = []
  for (let drawn = 0; drawn < wanted.existing; drawn += DRAWN_AT_ONCE) {
    const certain = before(Math.min(DRAWN_AT_ONCE, wanted.existing - drawn)).drawn.filter(isCertain)
    if (known.length < most) known.push(...certain)
  }
  const draw = await drawRegency({ seed: wanted.seed + 77_000_001, now: wanted.now, usedIds,
    phonesFrom: FIRST_PHONE + (wanted.seed % 16) * 250_000 })
  let batch: Drawn[] = []
  const fresh = () => {
    if (batch.length === 0) batch = draw(DRAWN_AT_ONCE).drawn.toReversed()
    const one = batch.pop()
    if (!one) throw new Error('an empty batch was drawn')
    return one
  }
  return Array.from({ length: wanted.rows }, () => drawRow(chance, known, fresh))
}

function cellsOf(chance: Chance, { owner, business: { record }, village, kind, is }: Row, at: number): MessyCell[] {
  const exact = is === 'same'
  const [latitude, longitude] = pointCells(chance, record)
  return [
    at, chance.share(0.1) && owner.nationalId ? `'${owner.nationalId}` : owner.nationalId ?? '',
    exact ? owner.name : nameCell(chance, owner.name), genderCell(chance, owner),
    phoneCell(chance, owner.phone), exact ? record.name : nameCell(chance, record.name), record.address ?? '', rtRwCell(chance, record),
    villageCell(chance, village),
    districtCell(chance, village), record.mainProduct ?? '', kbliCell(chance, record, kind), moneyCell(chance, record.capital),
    moneyCell(chance, record.monthlySales),
    moneyCell(chance, record.annualSales), record.salesYear ?? '', dateCell(chance, record.startedOn ?? ''), record.nib ?? '', latitude,
    longitude, '', chance.share(0.02) ? 'aktif' : '',
  ]
}

const COLUMN = { nationalId: 1, owner: 2, name: 5, address: 6, village: 8, district: 9 } as const

/** Spoils a row so that it cannot be taken. */
function spoiled(chance: Chance, cells: MessyCell[], owner: BulkPerson): RefusedFor {
  const why = chance.one<RefusedFor>(['no-names', 'other-regency', 'no-place', 'impossible-national-id'])
  if (why === 'no-names') cells[COLUMN.owner] = cells[COLUMN.name] = ''
  else if (why === 'other-regency') Object.assign(cells, { [COLUMN.village]: 'Jagir', [COLUMN.district]: 'Wonokromo, Kota Surabaya',
    [COLUMN.address]: 'Jalan Wonokromo 12 Surabaya' })
  else if (why === 'no-place') Object.assign(cells, { [COLUMN.village]: chance.one(['', '-', 'Tidak tahu', 'Desa Antah Berantah']),
    [COLUMN.district]: '', [COLUMN.address]: '-' })
  else cells[COLUMN.nationalId] = owner.nationalId ? `${owner.nationalId.slice(0, 8)}13${owner.nationalId.slice(10)}` : '351500000000000X'
  return why
}

const sum = (rows: readonly Row[]) => rows.reduce((all, { business: { record } }) => all + (record.annualSales ?? 0), 0)

function* writeLines(chance: Chance, groups: ReadonlyMap<string, Row[]>, facts: MessyFact[], sheetNow: () => number): Generator<MessyLine> {
  yield* TITLES.map((title) => line(title))
  yield line()
  yield GROUPS
  yield HEADS
  yield HEADS.map((_, at) => `(${at + 1})`)
  let at = 0
  for (const [district, rows] of groups) {
    yield line(`KECAMATAN ${district.toUpperCase()}`)
    for (const row of rows) {
      const cells = cellsOf(chance, row, (at += 1))
      const number = sheetNow() + 1
      if (row.is === 'refused') facts.push({ row: number, is: 'refused', why: spoiled(chance, cells, row.owner) })
      else if (row.is !== 'new') facts.push({ row: number, is: row.is, of: row.business.id })
      else if (row.doubleOf !== undefined) facts.push({ row: number, is: 'doubtful', of: row.doubleOf })
      yield cells
    }
    yield line('', 'JUMLAH', `${rows.length} usaha`, '', '', '', '', '', '', '', '', '', '', '', sum(rows))
    yield line()
  }
  yield line('', 'TOTAL KESELURUHAN', `${at} usaha`)
  yield line('Keterangan: L = laki-laki, P = perempuan; omzet menurut pengakuan pemilik.')
  yield line('', '', '', '', '', '', '', '', '', '', '', '', '', '', 'Sidoarjo, 31 Desember')
}

/**
 * A list as the office gets them, of the same made-up regency: titles, two rows of heads, sections, sums, mixed notations; some rows tell
 * of businesses that `seedRegency` put into the registry, some must be refused. The same seed gives the same list.
 */
export async function messyList(wanted: Wanted): Promise<MessyList> {
  const groups = Map.groupBy(await drawRows(chanceOf(wanted.seed), wanted), ({ village }) => village.districtName)
  let told: MessyTruth | undefined
  return {
    * lines() {
      const facts: MessyFact[] = []
      let lines = 0
      for (const one of writeLines(chanceOf(wanted.seed + 1), groups, facts, () => lines)) {
        lines += 1
        yield one
      }
      told = { seed: wanted.seed, rows: wanted.rows, lines, facts }
    },
    truth() {
      if (!told) throw new Error('the truth of a list is known when its lines are written')
      return told
    },
  }
}
