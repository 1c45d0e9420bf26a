import type { BulkBusiness } from '../../src/domains/registry/index.ts'
import type { Chance } from './chance.ts'
import { mistype } from './labelled/slips.ts'
import type { Gender, Kind, makers } from './made-up.ts'
import { isoDay, two } from './regency-people.ts'
import { SHARES } from './regency-shares.ts'
import type { Village } from './villages.ts'

type Told = BulkBusiness['record']
type Status = NonNullable<Told['status']>

/** What the drawing of businesses looks at. */
export type Trade = {
  chance: Chance; make: ReturnType<typeof makers>
  /** When it is told. */
  nowMs: number; thisYear: number
  /** Classes that both lists have under the same number, and all kinds' numbers. */
  in2025: ReadonlySet<string>; codes: readonly string[]
}

const DAY_MS = 86_400_000
const rounded = (value: number, to: number) => Math.max(to, Math.round(value / to) * to)

/** Low sums are far more frequent than high ones: the square of an even draw, as a share of the band. People say round numbers. */
function drawSales({ chance }: Trade, kind: Kind): number {
  const share = chance.next() ** 2
  return rounded(kind.omzet_bulanan_min + share * (kind.omzet_bulanan_max - kind.omzet_bulanan_min), chance.share(0.5) ? 500_000 : 100_000)
}

/** A year's sales as people tell them: sometimes those of a month, sometimes in thousands. */
function toldAnnual(chance: Chance, monthly: number): number {
  if (chance.share(SHARES.monthAsYear)) return monthly
  return chance.share(SHARES.inThousands) ? (12 * monthly) / 1_000 : 12 * monthly
}

function drawMoney(trade: Trade, kind: Kind): Pick<Told, 'capital' | 'annualSales' | 'salesYear'> & Partial<Told> {
  const { chance } = trade
  if (chance.share(SHARES.unstated)) {
    const reason = chance.one(['unknown', 'refused'] as const)
    return { capital: null, annualSales: null, salesYear: null, unknown: { capital: reason, annualSales: reason } }
  }
  const monthlySales = chance.share(SHARES.outgrown) ? chance.between(170, 400) * 1_000_000 : drawSales(trade, kind)
  const house = chance.share(SHARES.withHouse) ? chance.between(200, 700) * 1_000_000 : 0
  const capital = rounded(monthlySales * (0.5 + 3 * chance.next()) + house, 500_000)
  const annual = { monthlySales, annualSales: toldAnnual(chance, monthlySales), salesYear: trade.thisYear - chance.between(1, 2) }
  if (chance.share(SHARES.unstatedCapitalOnly)) return { ...annual, capital: null, unknown: { capital: 'refused' } }
  if (!chance.share(SHARES.more)) return { ...annual, capital }
  return {
    ...annual, capital, startingCapital: rounded(capital * 0.3, 500_000), assets: rounded(capital * 1.4, 1_000_000),
    monthlyCosts: rounded(monthlySales * 0.7, 100_000),
  }
}

function drawWorkers({ chance }: Trade, kind: Kind): Partial<Told> {
  if (!chance.share(SHARES.workers)) return {}
  const workers = chance.between(kind.tenaga_kerja_min, kind.tenaga_kerja_max)
  const paid = Math.max(0, workers - chance.between(1, 2))
  const women = chance.between(0, paid)
  return {
    workersPaidFemale: women, workersPaidMale: paid - women, workersUnpaidFemale: chance.between(0, 1),
    workersUnpaidMale: chance.between(0, 1),
    ...(chance.share(0.01) ? { workersDisabled: 1 } : {}), ...(paid > 2 ? { hasWorkersInsurance: chance.share(0.15) } : {}),
  }
}

/** Where this kind of business is usually at home, by the category of the KBLI. */
const PLACES: Readonly<Record<string, readonly NonNullable<Told['placeKind']>[]>> = {
  C: ['home', 'home', 'home', 'shop', 'centre'], G: ['shop', 'shop', 'market', 'home', 'stall', 'online-only'],
  I: ['stall', 'mobile', 'home', 'shop', 'centre'],
  A: ['home', 'other'], H: ['mobile', 'home'],
}

function drawPlace({ chance, make }: Trade, village: Village): Pick<Told, 'villageCode' | 'address'> & Partial<Told> {
  const address = make.address()
  const rt = chance.share(SHARES.withoutRtRw) ? {} : { rt: `0${two(chance.between(1, 12))}`, rw: `0${two(chance.between(1, 6))}` }
  return { villageCode: village.code, address, ...rt, ...(chance.share(SHARES.hamlet) ? { hamlet: make.hamlet() } : {}),
    ...drawPoint(chance, village) }
}

function drawPoint(chance: Chance, village: Village): Partial<Told> {
  if (!chance.share(SHARES.point)) return {}
  // Lists are typed in at the enumerator's house: one point for all of a village.
  if (chance.share(SHARES.pointAtEnumerators)) {
    return { latitude: Number((village.latitude + 0.0021).toFixed(6)), longitude: Number((village.longitude - 0.0013).toFixed(6)),
      coordinatesSource: 'import' }
  }
  const spread = () => (chance.next() - 0.5) * 0.008
  return {
    latitude: Number((village.latitude + spread()).toFixed(6)), longitude: Number((village.longitude + spread()).toFixed(6)),
    accuracyM: chance.between(3, 60), coordinatesSource: 'interview',
  }
}

function drawPermits({ chance, nowMs, thisYear }: Trade, kind: Kind, ownerName: string): Partial<Told> {
  const usual = (permit: string, share: number) => kind.izin_lazim.includes(permit) && chance.share(share)
  const digits = (length: number) => String(Math.floor(chance.next() * 10 ** length)).padStart(length, '0')
  const since = () => isoDay(nowMs - chance.between(60, 1_800) * DAY_MS)
  return {
    ...(chance.share(SHARES.nib) ? { nib: `9${digits(12)}`, nibDate: since(), ...(chance.share(0.5) ? { nibName: ownerName } : {}) } : {}),
    ...(usual('PIRT', SHARES.pirt) ? { pirt: `2${digits(3)}3515${digits(5)}${two(thisYear % 100 + chance.between(-1, 4))}` } : {}),
    ...(usual('Halal', SHARES.halal) ? { halalNumber: `ID3511000${digits(7)}`, halalDate: since() } : {}),
    ...(chance.share(SHARES.trademark) ? { trademarkNumber: `IDM00${digits(7)}` } : {}),
    ...(chance.share(SHARES.bpom) ? { bpomNumber: `MD${digits(12)}` } : {}),
  }
}

const MARKETS = [['village'], ['village', 'district'], ['district', 'regency'], ['regency', 'province'], ['regency', 'province', 'nation'],
  ['nation', 'export']] as const
const SOURCES = [['own'], ['own'], ['own', 'family'], ['own', 'kur'], ['own', 'cooperative'], ['own', 'bank'], ['own', 'kurda'],
  ['own', 'online-loan'], ['own', 'moneylender']] as const

/** The optional blocks of the code book, each filled in for some. */
function drawBlocks({ chance, make }: Trade, kind: Kind): Partial<Told> {
  const blocks: Partial<Told> = {}
  if (chance.share(SHARES.place)) {
    Object.assign(blocks, { placeKind: chance.one(PLACES[kind.kategori] ?? ['home', 'shop']),
      placeOwnership: chance.one(['own', 'own', 'own', 'rented', 'borrowed', 'public']),
      legalForm: chance.share(0.95) ? 'none' : chance.one(['single-person-company', 'limited-partnership', 'group']),
      productionMethod: chance.one(['manual', 'tools', 'machines']) })
  }
  if (chance.share(SHARES.digital)) {
    const usesInternet = chance.share(0.7)
    const online = usesInternet && chance.share(0.45)
    Object.assign(blocks, {
      usesSmartphone: usesInternet || chance.share(0.5), usesInternet, acceptsQris: chance.share(0.35), usesCashierApp: chance.share(0.06),
      salesChannels: online ? chance.one([['direct', 'social-media'], ['direct', 'marketplace'],
        ['social-media', 'marketplace', 'reseller']]) : ['direct'],
      ...(online && chance.share(0.4) ? { marketplaces: [chance.one(['shopee', 'tokopedia', 'tiktok-shop', 'gofood', 'grabfood'])],
        onlineShop: `toko${chance.between(1_000, 99_999)}` } : {}),
    })
  }
  if (chance.share(SHARES.market)) blocks.marketAreas = [...chance.one(MARKETS)]
  if (chance.share(SHARES.finance)) {
    Object.assign(blocks, { bookkeeping: chance.one(['none', 'none', 'book', 'book', 'app']), hasBankAccount: chance.share(0.6),
      capitalSources: [...chance.one(SOURCES)],
      hasRunningLoan: chance.share(0.25) })
  }
  if (chance.share(0.05)) blocks.brand = make.word()
  return blocks
}

function drawStatus(chance: Chance): Status {
  const drawn = chance.next()
  let end = 0
  for (const [status, share] of [['paused', SHARES.paused], ['closed', SHARES.closed], ['moved-away', SHARES.movedAway],
    ['not-found', SHARES.notFound]] as const) {
    if (drawn < (end += share)) return status
  }
  return 'active'
}

const spelledOld = (name: string) => name.replace('Nur', 'Noer').replace(/u(?=[bdgjlmnrs])/, 'oe').replace('Kerupuk', 'Kroepoek')

/** Parts of two names of the family, as on many a signboard: Yantri, Dianof. */
function coinedWord({ chance, make }: Trade): string {
  const [one = '', other = ''] = [make.person('female'), make.person('male')].map((name) => name.split(' ').at(-1) ?? name)
  return `${one.slice(0, chance.between(2, 4))}${other.slice(-chance.between(2, 4)).toLowerCase()}`
}

function nameTold(chance: Chance, name: string): string {
  if (chance.share(SHARES.oldSpelling)) return spelledOld(name)
  return chance.share(SHARES.nameMistyped) ? mistype(chance, name) : name
}

/** A business as it stands in the registry: mostly right, with the troubles of the domain notes. */
export function drawRecord(trade: Trade, kind: Kind, village: Village, owner: { name: string; gender: Gender }): Told {
  const { chance, make, nowMs } = trade
  const isCoined = chance.share(SHARES.coined)
  const name = isCoined ? `${kind.jenis.split(' ')[0]} ${coinedWord(trade)}` : make.business(kind, owner.name, owner.gender)
  const kbli = chance.share(SHARES.kbliRandom) ? chance.one(trade.codes) : kind.kbli_2020
  return {
    name: nameTold(chance, name), mainProduct: chance.one(kind.produk),
    kbli, kbliVersion: chance.share(SHARES.kbli2025) && trade.in2025.has(kbli) ? '2025' : '2020',
    ...drawPlace(trade, village), startedOn: `${isoDay(nowMs - chance.between(400, 9_000) * DAY_MS).slice(0, 7)}-01`,
    ...drawMoney(trade, kind), ...drawWorkers(trade, kind), ...drawPermits(trade, kind, owner.name), ...drawBlocks(trade, kind),
    status: drawStatus(chance),
  }
}

/** The same business told a second time, a little differently, as two lists of different years tell it. */
export function toldAgain(chance: Chance, record: Told): Told {
  const { nib: _nib, nibDate: _date, nibName: _name, latitude: _latitude, longitude: _longitude, accuracyM: _accuracy,
    coordinatesSource: _source, ...rest } = record
  const name = record.name.replace('Kerupuk', 'Krupuk').replace('Keripik', 'Kripik').replace('Nur', 'Noer')
  return { ...rest, name: chance.share(0.5) ? `${name} ${chance.one(['Jaya', 'Barokah'])}` : name }
}
