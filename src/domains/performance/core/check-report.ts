import { isCount, isRecord, jsonOf } from '../../../kernel/json.ts'
import type { CaseFacts } from './case-facts.ts'
import { type Edition, EDITIONS } from './editions.ts'
import { type Figure, type FigureRow, type Meaning, MEANINGS, type Stretch, countedAs } from './figures.ts'
import { type LogPlace, type Period, PERIOD_KINDS, periodOf } from './report.ts'

type StatedRow = Pick<FigureRow, 'value' | 'part' | 'whole'> & { by: Readonly<Record<string, unknown>> }
type StatedFigure = { code: string; version: number; unit: string; rows: readonly StatedRow[] }

/** The part of a report's JSON that an outsider recomputes; the rest of the file is left alone. `catalogue`: the edition, the first where none is named. */
export type StatedReport = { office: string; period: Period; log: LogPlace; catalogue: number; figures: readonly StatedFigure[] }

/** What a checker knows: every edition of the catalogue, and every version of a figure. */
export type Known = { editions: readonly Edition[]; meanings: readonly Meaning<string>[] }
export const KNOWN: Known = { editions: EDITIONS, meanings: MEANINGS }

/** Reads the text of a report. @returns undefined for one that is none, or whose days are not those of the period it names */
export function readReport(text: string): StatedReport | undefined {
  const json = jsonOf(text)
  if (!isRecord(json) || typeof json['office'] !== 'string' || !Array.isArray(json['figures'])) return undefined
  const period = periodIn(json['period'])
  const log = placeIn(json['log'])
  const { catalogue = 1 } = json
  const figures = json['figures'].flatMap((one: unknown) => figureIn(one) ?? [])
  return period && log && isCount(catalogue, 1) && figures.length === json['figures'].length ? { office: json['office'], period, log, catalogue, figures } : undefined
}

function periodIn(json: unknown): Period | undefined {
  if (!isRecord(json) || typeof json['key'] !== 'string') return undefined
  const kind = PERIOD_KINDS.find((one) => one === json['kind'])
  const period = kind && periodOf(kind, json['key'])
  return period?.from === json['from'] && period?.to === json['to'] ? period : undefined
}

function placeIn(json: unknown): LogPlace | undefined {
  if (!isRecord(json)) return undefined
  const { firstSeq, lastSeq, root } = json
  return isCount(firstSeq, 1) && isCount(lastSeq) && typeof root === 'string' ? { firstSeq, lastSeq, root } : undefined
}

function figureIn(json: unknown): StatedFigure | undefined {
  if (!isRecord(json) || typeof json['code'] !== 'string' || !isCount(json['version']) || typeof json['unit'] !== 'string' || !Array.isArray(json['rows'])) return undefined
  const rows = json['rows'].flatMap((one: unknown) => rowIn(one) ?? [])
  return rows.length === json['rows'].length ? { code: json['code'], version: json['version'], unit: json['unit'], rows } : undefined
}

function rowIn(json: unknown): StatedRow | undefined {
  if (!isRecord(json) || !isRecord(json['by'])) return undefined
  const { by, value, part, whole } = json
  if (value !== null && typeof value !== 'number') return undefined
  if ((part !== undefined || whole !== undefined) && (!isCount(part) || !isCount(whole))) return undefined
  return { by, value, part, whole }
}

/** A figure that the report states otherwise than the log. `row` in words of the file: `{"district":"35.15.05"}`; '' for the whole figure. */
export type Difference = { code: string; row: string; stated: string; computed: string }

const keyOf = ({ by }: { by: object }): string => (Object.keys(by).length === 0 ? '' : JSON.stringify(by))

function said({ value, part, whole }: Pick<FigureRow, 'value' | 'part' | 'whole'>): string {
  if (part === undefined || whole === undefined) return String(value)
  return value === null ? `${part}/${whole}` : `${value} (${part}/${whole})`
}

/** What is told under each key; a key that is told twice is told otherwise than once, whatever it says. */
function toldOnce<T>(list: readonly T[], key: (one: T) => string, text: (one: T) => string): Map<string, string> {
  const told = new Map<string, string>()
  for (const one of list) told.set(key(one), [told.get(key(one)) ?? [], text(one)].flat().join(' + '))
  return told
}

/** Definitions by which a report says it was counted and which the checker does not know. `catalogue`: an edition that is unknown as a whole, or null. */
export type Unknown = { catalogue: number | null; figures: { code: string; version: number }[] }

export type Comparison = { differences: Difference[]; unknown: Unknown }

/**
 * Counts every figure of a report again, each by the version with which the report says it was made, and holds one against the other. Of a known edition each
 * figure must be there, in the version of that edition; of an unknown one what can be counted is. Differences come in the order of the catalogue.
 */
export function compare(stated: StatedReport, facts: readonly CaseFacts[], stretch: Stretch, { editions, meanings }: Known = KNOWN): Comparison {
  const edition = editions.find((one) => one.edition === stated.catalogue)
  const isKnown = ({ code, version }: { code: string; version: number }) => meanings.some((one) => one.code === code && one.version === version)
  const asked = edition?.figures ?? Object.fromEntries(stated.figures.filter(isKnown).map(({ code, version }) => [code, version]))
  const unknown = stated.figures.filter((one) => !isKnown(one)).map(({ code, version }) => ({ code, version }))
  const computed = countedAs(meanings.filter(({ code, version }) => asked[code] === version && !unknown.some((one) => one.code === code)), facts, stretch)
  return { differences: differences(stated.figures.filter(isKnown), computed), unknown: { catalogue: edition ? null : stated.catalogue, figures: unknown } }
}

function differences(stated: readonly StatedFigure[], computed: readonly Figure<string>[]): Difference[] {
  const kindOf = ({ version, unit }: Pick<StatedFigure, 'version' | 'unit'>) => `version ${version}, ${unit}`
  const heads = compared(toldOnce(stated, ({ code }) => code, kindOf), toldOnce(computed, ({ code }) => code, kindOf)).map(({ key, ...rest }) => ({ code: key, row: '', ...rest }))
  const alike = computed.filter(({ code }) => !heads.some((one) => one.code === code))
  const rows = alike.flatMap(({ code, rows: counted }) => {
    const told = stated.find((one) => one.code === code)?.rows ?? []
    return compared(toldOnce(told, keyOf, said), toldOnce(counted, keyOf, said)).map(({ key, ...rest }) => ({ code, row: key, ...rest }))
  })
  return [...heads, ...rows]
}

function compared(stated: ReadonlyMap<string, string>, computed: ReadonlyMap<string, string>): { key: string; stated: string; computed: string }[] {
  return [...new Set([...computed.keys(), ...stated.keys()])].flatMap((key) => {
    const [told = '-', counted = '-'] = [stated.get(key), computed.get(key)]
    return told === counted ? [] : [{ key, stated: told, computed: counted }]
  })
}
