import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { lastBookYear } from './core/annual-meeting.ts'
import type { CooperativeGroup, CooperativeKind, CooperativeStatus, HealthGrade } from './core/choices.ts'

/** Cooperatives of one district; `members` are those of active ones. */
export type DistrictTally = {
  code: string; name: string; total: number; active: number; kdkmp: number; kdkmpRunning: number; members: number
}

/**
 * How the annual meetings of one book year went. `owed`: active today and a body by the end of that calendar year.
 * `onTime` until the target day, `afterTarget` until the last day by law, `late` after it, `none`: not held as far as the office knows.
 * Deadlines: `meetingDeadline` in `core/annual-meeting.ts`.
 */
export type MeetingTally = { year: number; owed: number; onTime: number; afterTarget: number; late: number; none: number }

/** Health examinations of one book year. */
export type HealthTally = { year: number; examined: number } & Record<HealthGrade, number>

/** Sums of one book year in whole rupiah, of those that told them; `reporting`: how many told their assets. */
export type MoneyTally = { year: number; reporting: number; assets: number; surplusReporting: number; netSurplus: number }

/**
 * Counts of an office's cooperatives, for indicators and the dashboard. `members` are those of active ones, as told by the cooperatives.
 */
export type CooperativeTallies = {
  total: number
  byStatus: Record<CooperativeStatus, number>
  byKind: Record<CooperativeKind, number>
  /** Those whose group nobody has told are in none. */
  byGroup: Partial<Record<CooperativeGroup, number>>
  byDistrict: DistrictTally[]
  members: { female: number; male: number }
  /** `running`: active and with a day since which it operates. */
  kdkmp: { total: number; running: number }
  /** The last five book years that are over, the newest first. */
  meetings: MeetingTally[]
  health: HealthTally[]
  money: MoneyTally[]
}

const YEARS = 5

type Cell = {
  status: CooperativeStatus; kind: CooperativeKind; group: CooperativeGroup | null; district: string; count: number; running: number;
  female: number; male: number
}

/** One pass over the cooperatives: the groups are few, whatever their number. */
async function cellsOf(tx: Db | Tx, officeId: string): Promise<Cell[]> {
  const { rows } = await sql<Cell>`
    select status, kind, formed_group as "group", district_code as district, count(*)::int as count, count(operating_since)::int as running,
           coalesce(sum(members_female), 0)::int as female, coalesce(sum(members_male), 0)::int as male
      from cooperatives.cooperatives where office_id = ${officeId} and merged_into is null group by 1, 2, 3, 4`.execute(tx)
  return rows
}

type YearRow = Omit<MeetingTally, 'owed' | 'none'> & HealthTally & MoneyTally & { held: number }

/** The book years that are told, counted: money and health of all, meetings of those that owe one. */
async function toldYears(tx: Db | Tx, officeId: string, last: number): Promise<YearRow[]> {
  const owes = sql`c.status = 'active' and c.legal_entity_date <= make_date(y.year, 12, 31)`
  const { rows } = await sql<YearRow>`
    select y.year, count(*) filter (where ${owes} and y.meeting_on <= y.meeting_target)::int as "onTime",
           count(*) filter (where ${owes} and y.meeting_on > y.meeting_target and y.meeting_on <= y.meeting_hard)::int as "afterTarget",
           count(*) filter (where ${owes} and y.meeting_on > y.meeting_hard)::int as late, count(*) filter (where ${owes} and
             y.meeting_on is not null)::int as held,
           count(y.health_grade)::int as examined, count(*) filter (where y.health_grade = 'healthy')::int as healthy,
           count(*) filter (where y.health_grade = 'fairly-healthy')::int as "fairly-healthy",
           count(*) filter (where y.health_grade = 'under-supervision')::int as "under-supervision",
           count(*) filter (where y.health_grade = 'under-special-supervision')::int as "under-special-supervision",
           count(y.assets)::int as reporting, coalesce(sum(y.assets), 0)::bigint as assets,
           count(y.net_surplus)::int as "surplusReporting", coalesce(sum(y.net_surplus), 0)::bigint as "netSurplus"
      from cooperatives.book_years y join cooperatives.cooperatives c on c.id = y.cooperative_id
     where c.office_id = ${officeId} and c.merged_into is null and y.year between ${last - YEARS + 1} and ${last} group by y.year order by y.year desc`.execute(tx)
  return rows
}

/** How many owe an annual meeting for each of the years. */
async function owedYears(tx: Db | Tx, officeId: string, last: number): Promise<Map<number, number>> {
  const { rows } = await sql<{ founded: number; count: number }>`
    select greatest(extract(year from legal_entity_date)::int, ${last - YEARS + 1}) as founded, count(*)::int as count
      from cooperatives.cooperatives where office_id = ${officeId} and merged_into is null and status = 'active' group by 1 order by 1`.execute(tx)
  const years = Array.from({ length: YEARS }, (_, at) => last - at)
  return new Map(years.map((year) => [year, rows.filter(({ founded }) => founded <= year).reduce((total, { count }) => total + count, 0)]))
}

const NOTHING = {
  onTime: 0, afterTarget: 0, late: 0, held: 0, examined: 0, healthy: 0, 'fairly-healthy': 0, 'under-supervision': 0,
  'under-special-supervision': 0,
  reporting: 0, assets: 0, surplusReporting: 0, netSurplus: 0,
}

/** The last book years, the newest first; also one of which nothing is told. */
async function yearsOf(tx: Db | Tx, officeId: string, last: number): Promise<(YearRow & { owed: number })[]> {
  const told = new Map((await toldYears(tx, officeId, last)).map((row) => [row.year, row]))
  const owed = await owedYears(tx, officeId, last)
  return [...owed].map(([year, count]) => ({ ...NOTHING, ...told.get(year), year, owed: count }))
}

async function districtNames(tx: Db | Tx, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await tx.selectFrom('office.regions').select(['code', 'name']).where('code', 'in', codes).orderBy('code').execute()
  return new Map(rows.map(({ code, name }) => [code, name]))
}

function countBy<K extends string>(cells: readonly Cell[], keyOf: (cell: Cell) => K | null): Map<K, number> {
  const counts = new Map<K, number>()
  for (const cell of cells) {
    const key = keyOf(cell)
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + cell.count)
  }
  return counts
}

const sum = (cells: readonly Cell[], of: (cell: Cell) => number) => cells.reduce((total, cell) => total + of(cell), 0)

function districtTally(code: string, name: string, cells: readonly Cell[]): DistrictTally {
  const active = cells.filter(({ status }) => status === 'active')
  const kdkmp = cells.filter(({ group }) => group === 'kdkmp')
  return {
    code, name, total: sum(cells, ({ count }) => count), active: sum(active, ({ count }) => count), kdkmp: sum(kdkmp, ({ count }) => count),
    kdkmpRunning: sum(kdkmp.filter(({ status }) => status === 'active'), ({ running }) => running),
    members: sum(active, ({ female, male }) => female + male),
  }
}

/** Counts everything the office reports about its cooperatives. @param asOf today, which says what the last book year is */
export async function cooperativeTallies(tx: Db | Tx, officeId: string, asOf: Temporal.PlainDate): Promise<CooperativeTallies> {
  const cells = await cellsOf(tx, officeId)
  const years = await yearsOf(tx, officeId, lastBookYear(asOf))
  const [statuses, kinds] = [countBy(cells, ({ status }) => status), countBy(cells, ({ kind }) => kind)]
  const of = <K extends string>(counts: Map<K, number>, key: K) => counts.get(key) ?? 0
  const byCode = Map.groupBy(cells, ({ district }) => district)
  const names = await districtNames(tx, [...byCode.keys()])
  const active = cells.filter(({ status }) => status === 'active')
  const kdkmp = cells.filter(({ group }) => group === 'kdkmp')
  return {
    total: sum(cells, ({ count }) => count),
    byStatus: {
      active: of(statuses, 'active'), inactive: of(statuses, 'inactive'), frozen: of(statuses, 'frozen'),
      dissolving: of(statuses, 'dissolving'),
      dissolved: of(statuses, 'dissolved'),
    },
    byKind: {
      consumer: of(kinds, 'consumer'), producer: of(kinds, 'producer'), marketing: of(kinds, 'marketing'), service: of(kinds, 'service'),
      'savings-and-loan': of(kinds, 'savings-and-loan'),
    },
    byGroup: Object.fromEntries(countBy(cells, ({ group }) => group)),
    byDistrict: [...byCode].map(([code, held]) => districtTally(
      code, names.get(code) ?? code, held,
    )).sort((a, b) => (a.code < b.code ? -1 : 1)),
    members: { female: sum(active, ({ female }) => female), male: sum(active, ({ male }) => male) },
    kdkmp: {
      total: sum(kdkmp, ({ count }) => count), running: sum(kdkmp.filter(({ status }) => status === 'active'), ({ running }) => running),
    },
    meetings: years.map(({ year, owed, onTime, afterTarget, late, held }) =>
      ({ year, owed, onTime, afterTarget, late, none: owed - held })),
    health: years.map((row) => ({
      year: row.year, examined: row.examined, healthy: row.healthy, 'fairly-healthy': row['fairly-healthy'],
      'under-supervision': row['under-supervision'],
      'under-special-supervision': row['under-special-supervision'],
    })),
    money: years.map(({ year, reporting, assets, surplusReporting, netSurplus }) =>
      ({ year, reporting, assets, surplusReporting, netSurplus })),
  }
}
