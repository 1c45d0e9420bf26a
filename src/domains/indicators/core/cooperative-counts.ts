import type { Counts } from './figures.ts'
import type { Cell, OpenSet, Places } from './open-sets.ts'
import { protectAreas } from '../../../kernel/protect-areas.ts'

/** What the registry of cooperatives counts of one district. `members` are those of active ones. */
export type DistrictCounts = { code: string; total: number; active: number; kdkmp: number; kdkmpRunning: number; members: number }

/** What it counts of the whole regency; book years that are over, the newest first, sums in whole rupiah. */
export type CooperativeCounts = {
  total: number; byStatus: { active: number }; kdkmp: { total: number; running: number }; members: { female: number; male: number }
  byDistrict: readonly DistrictCounts[]
  meetings: readonly { owed: number; onTime: number }[]
  health: readonly { examined: number; healthy: number }[]
  money: readonly { reporting: number; assets: number; netSurplus: number }[]
}

const ofDistrict = ({ total, active, kdkmp, kdkmpRunning, members }: Omit<DistrictCounts, 'code'>): [string, number][] => [
  ['cooperative.all', total], ['cooperative.active', active], ['kdkmp.all', kdkmp], ['kdkmp.running', kdkmpRunning],
  ['cooperative.members', members],
]

const wholeOf = ({ total, byStatus, kdkmp, members }: CooperativeCounts) =>
  ({ total, active: byStatus.active, kdkmp: kdkmp.total, kdkmpRunning: kdkmp.running, members: members.female + members.male })

/** The counts by area from which the indicators of cooperatives are computed; what is told by book year only for the regency. */
export function cooperativeMeasures(held: CooperativeCounts, regencyCode: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const [meeting] = held.meetings
  const health = held.health.find(({ examined }) => examined > 0)
  const money = held.money.find(({ reporting }) => reporting > 0)
  const whole = new Map([
    ...ofDistrict(wholeOf(held)), ['cooperative.meeting-owed', meeting?.owed ?? 0], ['cooperative.meeting-on-time', meeting?.onTime ?? 0],
    ['cooperative.examined', health?.examined ?? 0], ['cooperative.healthy', health?.healthy ?? 0], ['cooperative.assets', money?.assets ?? 0],
    ['cooperative.net-surplus', money?.netSurplus ?? 0],
  ] as [string, number][])
  return new Map([[regencyCode, whole], ...held.byDistrict.map((one): [string, Map<string, number>] => [one.code, new Map(ofDistrict(one))])])
}

const NOTHING = { total: 0, active: 0, kdkmp: 0, kdkmpRunning: 0, members: 0 }

/** Cooperatives by district, small numbers hidden like those of businesses. */
export function cooperativeSet(held: CooperativeCounts, { regency, districts }: Places): OpenSet {
  const byCode = new Map<string, Omit<DistrictCounts, 'code'>>(held.byDistrict.map((one) => [one.code, one]))
  byCode.set(regency.code, wholeOf(held))
  const of = (code: string) => byCode.get(code) ?? NOTHING
  const root = { code: regency.code, children: districts.map(({ code }) => ({ code })) }
  const withoutAll = protectAreas(root, (code) => [of(code).total])
  const withoutKdkmp = protectAreas(root, (code) => [of(code).kdkmp, of(code).total - of(code).kdkmp], withoutAll)
  const columns = [
    { name: 'koperasi', n: (code: string) => of(code).total, hidden: withoutAll },
    {
      name: 'koperasi_aktif', n: (code: string) => of(code).active,
      hidden: protectAreas(root, (code) => [of(code).active, of(code).total - of(code).active], withoutAll),
    },
    { name: 'kdkmp', n: (code: string) => of(code).kdkmp, hidden: withoutKdkmp },
    {
      name: 'kdkmp_beroperasi', n: (code: string) => of(code).kdkmpRunning,
      hidden: protectAreas(root, (code) => [of(code).kdkmpRunning, of(code).kdkmp - of(code).kdkmpRunning], withoutKdkmp),
    },
    { name: 'anggota', n: (code: string) => of(code).members, hidden: protectAreas(root, (code) => [of(code).members], withoutAll) },
  ]
  return {
    id: 'koperasi-kecamatan', columns: ['kode_wilayah', 'kecamatan', ...columns.map(({ name }) => name)],
    rows: [...districts, { code: regency.code, name: '' }].map(({ code, name }): Cell[] =>
      [code, name, ...columns.map(({ n, hidden }) => (hidden.has(code) ? null : n(code)))]),
  }
}

const MEASURE_OF: Record<string, string> = {
  koperasi: 'cooperative.all', koperasi_aktif: 'cooperative.active', kdkmp: 'kdkmp.all', kdkmp_beroperasi: 'kdkmp.running',
  anggota: 'cooperative.members',
}

/** The published numbers of cooperatives by area and measure, for the indicators computed from them. */
export function cooperativeCountsOf({ columns, rows }: OpenSet): ReadonlyMap<string, Counts> {
  return new Map(rows.map(([area, ...cells]) => [String(area), new Map(columns.slice(1).flatMap((column, at): [string, number | null][] => {
    const measure = MEASURE_OF[column]
    const cell = cells[at] ?? null
    return measure !== undefined && typeof cell !== 'string' ? [[measure, cell]] : []
  }))]))
}
