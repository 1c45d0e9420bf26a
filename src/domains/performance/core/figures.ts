import { type CaseFacts, STAGES } from './case-facts.ts'
import { EDITIONS } from './editions.ts'
import { percentile } from './statistics.ts'

/** What a figure may be split by. `reason`: the question or paper for which a file was sent back. */
export type Dimension = 'service' | 'district' | 'channel' | 'stage' | 'reason'

/** How many, a part of a whole, or whole minutes of office time. */
export type FigureUnit = 'count' | 'share' | 'minutes'

/** One row of a figure: for all, or for one service, kecamatan, channel, stage or reason. `value` of a share is in `part` and `whole`. */
export type FigureRow = { by: Partial<Record<Dimension, string>>; value: number | null; part?: number | undefined; whole?: number | undefined }

/** The stretch of the log that a period covers: entries after `after` up to `through`. */
export type Stretch = { after: number; through: number }

type Rows = (cases: readonly CaseFacts[]) => Omit<FigureRow, 'by'>

/**
 * A published figure of the processing of cases. `version` rises when its meaning changes; reports of before keep theirs. The definition in
 * words, formula and who answers for it lie in the messages under the same code.
 */
export type FigureDefinition = {
  code: FigureCode
  version: number
  unit: FigureUnit
  /** The events of the log it follows from. */
  events: readonly string[]
  /** The post that answers for it. */
  owner: 'counter' | 'division-head' | 'secretary' | 'office-head'
  split: readonly Dimension[]
  /** Which cases of the period it looks at, and what it makes of them. */
  of: (cases: readonly CaseFacts[], stretch: Stretch) => readonly CaseFacts[]
  rows: Rows
}

const isIn = (seq: number, { after, through }: Stretch) => seq > after && seq <= through

/** The office did what it promised, with a letter, a result, a hand-over to whoever decides outside, or a refusal. */
const DECIDED: ReadonlySet<string> = new Set(['issued', 'completed', 'following', 'rejected'])

const submittedIn = (cases: readonly CaseFacts[], stretch: Stretch) => cases.filter((one) => isIn(one.submittedSeq, stretch))
const endedIn = (cases: readonly CaseFacts[], stretch: Stretch) => cases.filter(({ ended }) => ended !== null && isIn(ended.seq, stretch))
const decidedIn = (cases: readonly CaseFacts[], stretch: Stretch) => endedIn(cases, stretch).filter(({ ended }) => ended !== null && DECIDED.has(ended.outcome))
const lookedAtIn = (cases: readonly CaseFacts[], stretch: Stretch) => cases.filter(({ firstLook }) => firstLook !== null && isIn(firstLook.seq, stretch))
const openAfter = (cases: readonly CaseFacts[]) => cases.filter(({ ended }) => ended === null)

const count: Rows = (cases) => ({ value: cases.length })
const share = (known: (one: CaseFacts) => boolean, isPart: (one: CaseFacts) => boolean): Rows => (cases) => {
  const whole = cases.filter(known)
  const part = whole.filter(isPart).length
  return { value: null, part, whole: whole.length }
}
const minutes = (of: (one: CaseFacts) => number | null, percent: number): Rows => (cases) => ({ value: percentile(cases.flatMap((one) => of(one) ?? []), percent) })

const CODES = [
  'masuk', 'selesai', 'terbit', 'ditolak', 'ditarik', 'tepat-waktu', 'periksa-tepat-waktu', 'waktu-median', 'waktu-p90', 'waktu-terlama',
  'waktu-pemohon-median', 'sekali-jalan', 'dikembalikan-dua-kali', 'terbuka', 'terlambat-terbuka',
] as const
export type FigureCode = (typeof CODES)[number]

const PLACES = ['service', 'district', 'channel'] as const
const always = () => true
const timed = ({ inTime }: CaseFacts) => inTime !== null
const ENDS = ['application.issue', 'application.sign', 'application.complete', 'application.rank', 'application.follow', 'application.reject'] as const
const CLOCK = ['application.submit', 'application.accept', 'application.return', ...ENDS, 'calendar.state'] as const

/** Every version of the figures of whole cases. Source: service-quality.md 6 (numbers for supervision), features.md (public performance) */
const DEFINITIONS: readonly FigureDefinition[] = [
  { code: 'masuk', version: 1, unit: 'count', events: ['application.submit'], owner: 'counter', split: PLACES, of: submittedIn, rows: count },
  { code: 'selesai', version: 1, unit: 'count', events: ENDS, owner: 'secretary', split: PLACES, of: decidedIn, rows: count },
  { code: 'terbit', version: 1, unit: 'count', events: ['application.issue', 'application.sign'], owner: 'secretary', split: ['service'],
    of: (cases, stretch) => endedIn(cases, stretch).filter(({ ended }) => ended?.outcome === 'issued'), rows: count },
  { code: 'ditolak', version: 1, unit: 'count', events: ['application.reject'], owner: 'division-head', split: ['service'],
    of: (cases, stretch) => endedIn(cases, stretch).filter(({ ended }) => ended?.outcome === 'rejected'), rows: count },
  { code: 'ditarik', version: 1, unit: 'count', events: ['application.withdraw', 'application.expire'], owner: 'counter', split: ['service'],
    of: (cases, stretch) => endedIn(cases, stretch).filter(({ ended }) => ended?.outcome === 'withdrawn' || ended?.outcome === 'expired'), rows: count },
  { code: 'tepat-waktu', version: 1, unit: 'share', events: CLOCK, owner: 'office-head', split: PLACES, of: decidedIn, rows: share(timed, ({ inTime }) => inTime === true) },
  { code: 'periksa-tepat-waktu', version: 1, unit: 'share', events: ['application.submit', 'application.accept', 'application.return', 'application.reject', 'calendar.state'],
    owner: 'counter', split: PLACES, of: lookedAtIn, rows: share(({ firstLook }) => firstLook?.inTime != null, ({ firstLook }) => firstLook?.inTime === true) },
  { code: 'waktu-median', version: 1, unit: 'minutes', events: CLOCK, owner: 'office-head', split: PLACES, of: decidedIn, rows: minutes(({ officeMinutes }) => officeMinutes, 50) },
  { code: 'waktu-p90', version: 1, unit: 'minutes', events: CLOCK, owner: 'office-head', split: PLACES, of: decidedIn, rows: minutes(({ officeMinutes }) => officeMinutes, 90) },
  { code: 'waktu-terlama', version: 1, unit: 'minutes', events: CLOCK, owner: 'office-head', split: PLACES, of: decidedIn, rows: minutes(({ officeMinutes }) => officeMinutes, 100) },
  { code: 'waktu-pemohon-median', version: 1, unit: 'minutes', events: CLOCK, owner: 'counter', split: ['service'], of: decidedIn, rows: minutes(({ applicantMinutes }) => applicantMinutes, 50) },
  { code: 'sekali-jalan', version: 1, unit: 'share', events: ['application.return', ...ENDS], owner: 'counter', split: PLACES, of: decidedIn, rows: share(always, ({ returns }) => returns.length === 0) },
  { code: 'dikembalikan-dua-kali', version: 1, unit: 'share', events: ['application.return', ...ENDS], owner: 'division-head', split: ['service'], of: decidedIn,
    rows: share(always, ({ returns }) => returns.length >= 2) },
  { code: 'terbuka', version: 1, unit: 'count', events: ['application.submit', ...ENDS, 'application.withdraw', 'application.expire'], owner: 'secretary', split: PLACES, of: openAfter, rows: count },
  { code: 'terlambat-terbuka', version: 1, unit: 'count', events: CLOCK, owner: 'office-head', split: PLACES, of: (cases) => openAfter(cases).filter(({ inTime }) => inTime === false), rows: count },
]

/** What reports and pages are made with now. Versions of before stay known, for the reports that were made with them. */
export const CURRENT = EDITIONS.reduce((newest, one) => (one.edition > newest.edition ? one : newest))

const isCurrent = ({ code, version }: { code: string; version: number }): boolean => CURRENT.figures[code] === version

/** Figures of whole cases as they are counted now. */
export const FIGURES: readonly FigureDefinition[] = DEFINITIONS.filter(isCurrent)

/** How a figure was defined when its version held. */
export const definitionIn = (code: string, version: number): FigureDefinition | undefined => DEFINITIONS.find((one) => one.code === code && one.version === version)

const WORK = [
  'application.accept', 'application.return', 'application.verify', 'application.survey', 'application.report', 'application.consult', 'application.advise', 'application.score',
  'application.rank', 'application.initial', 'application.sign', 'application.follow', 'application.complete', 'application.reject',
] as const
const MOVES = ['application.submit', ...WORK, 'application.issue', 'application.abandon-signing', 'application.withdraw', 'application.expire', 'calendar.state'] as const

/** Figures that are not of whole cases: stays at a stage, returns by what had to be mended, and steps taken. */
export const PART_FIGURES = [
  { code: 'tahap-berkas', version: 1, unit: 'count', events: MOVES, owner: 'secretary', split: ['stage'] },
  { code: 'tahap-median', version: 1, unit: 'minutes', events: MOVES, owner: 'secretary', split: ['stage'] },
  { code: 'tahap-p90', version: 1, unit: 'minutes', events: MOVES, owner: 'secretary', split: ['stage'] },
  { code: 'tahap-terlama', version: 1, unit: 'minutes', events: MOVES, owner: 'secretary', split: ['stage'] },
  { code: 'sebab-dikembalikan', version: 1, unit: 'count', events: ['application.return'], owner: 'counter', split: ['reason'] },
  { code: 'langkah', version: 1, unit: 'count', events: WORK, owner: 'secretary', split: [] },
  { code: 'petugas-aktif', version: 1, unit: 'count', events: WORK, owner: 'secretary', split: [] },
] as const satisfies readonly (Pick<FigureDefinition, 'version' | 'unit' | 'events' | 'owner' | 'split'> & { code: string })[]
export type PartFigureCode = (typeof PART_FIGURES)[number]['code']
/** The code of any figure of the catalogue. */
export type AnyFigureCode = FigureCode | PartFigureCode

/** Every figure with what is common to both kinds, in the order of the catalogue. */
export const CATALOGUE: readonly (Pick<FigureDefinition, 'version' | 'unit' | 'events' | 'owner' | 'split'> & { code: AnyFigureCode })[] = [...FIGURES, ...PART_FIGURES]
export const versionOf = (code: AnyFigureCode): number => CATALOGUE.find((one) => one.code === code)?.version ?? 0

/** One figure of a period with all its rows; the first is for all. */
export type Figure<Code extends string = AnyFigureCode> = { code: Code; version: number; unit: FigureUnit; rows: FigureRow[] }

/** One version of a figure and how it is counted. @see figuresOf for what `cases` are */
export type Meaning<Code extends string = AnyFigureCode> = Omit<Figure<Code>, 'rows'> & { rows: (cases: readonly CaseFacts[], stretch: Stretch) => FigureRow[] }

const byText = (a: string, b: string) => (a < b ? -1 : 1)

function splitRows(definition: FigureDefinition, cases: readonly CaseFacts[]): FigureRow[] {
  return definition.split.flatMap((dimension) => {
    const groups = Map.groupBy(cases, (one) => valueOf(one, dimension))
    return [...groups.keys()].flatMap((key) => key ?? []).toSorted(byText).map((key): FigureRow => ({ by: { [dimension]: key }, ...definition.rows(groups.get(key) ?? []) }))
  })
}

function valueOf(one: CaseFacts, dimension: Dimension): string | null {
  return dimension === 'service' || dimension === 'district' || dimension === 'channel' ? one[dimension] : null
}

/** Minutes of the stays that ended in a stretch, by stage. */
function staysIn(cases: readonly CaseFacts[], stretch: Stretch): ReadonlyMap<string, number[]> {
  const minutes = new Map<string, number[]>(STAGES.map((stage) => [stage, []]))
  for (const { stays } of cases) for (const stay of stays) if (isIn(stay.seq, stretch)) minutes.get(stay.stage)?.push(stay.minutes)
  return minutes
}

function stageRows(minutes: ReadonlyMap<string, number[]>, valueOf: (minutes: readonly number[]) => number | null): FigureRow[] {
  const met = [...minutes].filter(([, list]) => list.length > 0)
  return [{ by: {}, value: valueOf(met.flatMap(([, list]) => list)) }, ...met.map(([stage, list]): FigureRow => ({ by: { stage }, value: valueOf(list) }))]
}
const stayPercentile = (percent: number) => (minutes: readonly number[]) => percentile(minutes, percent)

function reasonRows(cases: readonly CaseFacts[], stretch: Stretch): FigureRow[] {
  const returns = cases.flatMap((one) => one.returns).filter(({ seq }) => isIn(seq, stretch))
  const items = Map.groupBy(returns.flatMap((one) => [...new Set(one.items)]), (item) => item)
  const rows = [...items].map(([reason, list]): FigureRow => ({ by: { reason }, value: list.length }))
  return [{ by: {}, value: returns.length }, ...rows.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0) || byText(a.by.reason ?? '', b.by.reason ?? ''))]
}

/** Four figures are made of the same stays, and two of the same steps: gathered once for each list of cases. */
function once<T>(gather: (cases: readonly CaseFacts[], stretch: Stretch) => T): (cases: readonly CaseFacts[], stretch: Stretch) => T {
  const held = new WeakMap<readonly CaseFacts[], Stretch & { gathered: T }>()
  return (cases, stretch) => {
    const before = held.get(cases)
    if (before?.after === stretch.after && before.through === stretch.through) return before.gathered
    const gathered = gather(cases, stretch)
    held.set(cases, { ...stretch, gathered })
    return gathered
  }
}

const stays = once(staysIn)
const work = once((cases, stretch) => cases.flatMap((one) => one.work.filter(({ seq }) => isIn(seq, stretch))))

const stageFigure = (valueOf: (minutes: readonly number[]) => number | null) => (cases: readonly CaseFacts[], stretch: Stretch) => stageRows(stays(cases, stretch), valueOf)

const PART_ROWS: Record<PartFigureCode, Meaning['rows']> = {
  'tahap-berkas': stageFigure((minutes) => minutes.length), 'tahap-median': stageFigure(stayPercentile(50)), 'tahap-p90': stageFigure(stayPercentile(90)),
  'tahap-terlama': stageFigure(stayPercentile(100)), 'sebab-dikembalikan': reasonRows,
  langkah: (cases, stretch) => [{ by: {}, value: work(cases, stretch).length }],
  'petugas-aktif': (cases, stretch) => [{ by: {}, value: new Set(work(cases, stretch).map(({ actor }) => actor)).size }],
}

function wholeRows(definition: FigureDefinition, cases: readonly CaseFacts[], stretch: Stretch): FigureRow[] {
  const meant = definition.of(cases, stretch)
  return [{ by: {}, ...definition.rows(meant) }, ...splitRows(definition, meant)]
}

/** Every version of every figure that this program can count. */
export const MEANINGS: readonly Meaning[] = [
  ...DEFINITIONS.map((one): Meaning => ({ code: one.code, version: one.version, unit: one.unit, rows: (cases, stretch) => wholeRows(one, cases, stretch) })),
  ...PART_FIGURES.map(({ code, version, unit }): Meaning => ({ code, version, unit, rows: PART_ROWS[code] })),
]
const CURRENT_MEANINGS = MEANINGS.filter(isCurrent)

/** All figures of a stretch of the log as they are counted now, in the order of the catalogue. @param cases all that were submitted up to its end and not ended before it */
export const figuresOf = (cases: readonly CaseFacts[], stretch: Stretch): Figure[] => countedAs(CURRENT_MEANINGS, cases, stretch)

export const countedAs = <Code extends string>(meanings: readonly Meaning<Code>[], cases: readonly CaseFacts[], stretch: Stretch): Figure<Code>[] =>
  meanings.map(({ code, version, unit, rows }) => ({ code, version, unit, rows: rows(cases, stretch) }))
