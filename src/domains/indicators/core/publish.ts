import { MICRO, WORKERS } from './catalogue.ts'
import type { Counts } from './figures.ts'
import { type Area, protectAreas } from '../../../kernel/protect-areas.ts'
import { ALL_ROWS, cellKey, protectTable } from './protect-table.ts'

type CountsOf = (code: string) => ReadonlyMap<string, number>

/** Shares of active micro businesses that are published down to the village: each with what is left of the whole. */
const PUBLISHED_SHARES = ['owner.female', 'nib', 'pirt', 'halal', 'trademark', 'bpom', 'digital'] as const
/** Scales above micro, and the unknown one: published by district, each on its own, never with their sum. */
const OTHER_SCALES = ['scale.small', 'scale.medium', 'scale.large', 'scale.unknown'] as const

/** Measures that are published down to the village. */
export const VILLAGE_MEASURES: readonly string[] = [...MICRO, ...WORKERS, ...PUBLISHED_SHARES]
/** Measures that are published down to the district. */
export const DISTRICT_MEASURES: readonly string[] = [...VILLAGE_MEASURES, ...OTHER_SCALES, 'kbli.%']

/** Active micro businesses of one activity (2-digit KBLI) in one area; null: not shown. */
export type ActivityCount = { area: string; version: string; division: string; n: number | null }

/** What may be told of a regency: counts by area with null in place of what would point at few, and the activities by district. */
export type Publication = { counts: ReadonlyMap<string, Counts>; activities: readonly ActivityCount[] }

const numberOf = (counts: ReadonlyMap<string, number>, measures: readonly string[]) =>
  measures.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0)
const flat = (area: Area): string[] => [area.code, ...(area.children ?? []).flatMap(flat)]

/** Hides what must be hidden, in all published sets together: the same cell is shown in all of them or in none. */
export function publication(root: Area, countsOf: CountsOf): Publication {
  const districts: Area = { code: root.code, children: (root.children ?? []).map(({ code }) => ({ code })) }
  const whole = (code: string) => numberOf(countsOf(code), MICRO)
  const withoutWhole = protectAreas(root, (code) => [whole(code)])
  const shown = new Map(flat(root).map((code) => [code, new Map<string, number | null>()]))
  const keep = (measures: readonly string[], hidden: ReadonlySet<string>, areas: readonly string[]) => {
    for (const code of areas) for (const one of measures) shown.get(code)?.set(one, hidden.has(code) ? null : countsOf(code).get(one) ?? 0)
  }
  const everywhere = flat(root)
  keep(MICRO, withoutWhole, everywhere)
  keep(WORKERS, protectAreas(root, (code) => [numberOf(countsOf(code), WORKERS)], withoutWhole), everywhere)
  for (const one of PUBLISHED_SHARES) {
    const held = (code: string) => countsOf(code).get(one) ?? 0
    keep([one], protectAreas(root, (code) => [held(code), whole(code) - held(code)], withoutWhole), everywhere)
  }
  for (const one of OTHER_SCALES) keep([one], protectAreas(districts, (code) => [countsOf(code).get(one) ?? 0]), flat(districts))
  return { counts: shown, activities: activities(districts, countsOf, withoutWhole) }
}

function activities(root: Area, countsOf: CountsOf, withoutWhole: ReadonlySet<string>): ActivityCount[] {
  const columns = [...countsOf(root.code).keys()].filter((one) => one.startsWith('kbli.')).toSorted()
  const rows = (root.children ?? []).map(({ code }) => code)
  const n = (row: string, column: string) => countsOf(row).get(column) ?? 0
  const isAllHidden = withoutWhole.has(root.code)
  const hidden = protectTable({ rows, columns, n, hiddenRows: withoutWhole })
  return [...rows, root.code].flatMap((area) => columns.flatMap((column) => {
    const [, version = '', division = ''] = column.split('.')
    const isHidden = isAllHidden || hidden.has(cellKey(area === root.code ? ALL_ROWS : area, column))
    const count = n(area, column)
    return count === 0 && !isHidden ? [] : [{ area, version, division, n: isHidden ? null : count }]
  }))
}
