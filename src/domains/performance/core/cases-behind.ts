import type { CaseFacts } from './case-facts.ts'
import { type Dimension, type Figure, PART_FIGURES, type Stretch, definitionIn } from './figures.ts'

/** A row of a figure: for all, or for one service, kecamatan, channel, stage or thing to mend. */
export type RowOf = { dimension: Dimension; key: string } | undefined

const isIn = (seq: number, { after, through }: Stretch) => seq > after && seq <= through

/** Cases of a figure that is of stays, returns or steps: those that have at least one of them in the stretch. */
const PART: Record<(typeof PART_FIGURES)[number]['code'], (one: CaseFacts, stretch: Stretch, key: string | undefined) => boolean> = {
  'tahap-berkas': (one, stretch, key) => one.stays.some(({ seq, stage }) => isIn(seq, stretch) && (key === undefined || stage === key)),
  'tahap-median': (one, stretch, key) => PART['tahap-berkas'](one, stretch, key),
  'tahap-p90': (one, stretch, key) => PART['tahap-berkas'](one, stretch, key),
  'tahap-terlama': (one, stretch, key) => PART['tahap-berkas'](one, stretch, key),
  'sebab-dikembalikan': (one, stretch, key) => one.returns.some(({ seq, items }) => isIn(seq, stretch) && (key === undefined || items.includes(key))),
  langkah: (one, stretch) => one.work.some(({ seq }) => isIn(seq, stretch)),
  'petugas-aktif': (one, stretch) => one.work.some(({ seq }) => isIn(seq, stretch)),
}

/**
 * The cases behind a row of a figure, by the very definition that counts it, in the order in which they were submitted.
 * @param cases all that the stretch can speak of
 * @returns undefined for a row that the figure does not have
 */
export function casesBehind({ code, version }: Pick<Figure, 'code' | 'version'>, cases: readonly CaseFacts[], stretch: Stretch, row: RowOf): CaseFacts[] | undefined {
  const whole = definitionIn(code, version)
  const part = PART_FIGURES.find((one) => one.code === code)
  const split: readonly Dimension[] = whole?.split ?? part?.split ?? []
  if (row && !split.includes(row.dimension)) return undefined
  const found = whole
    ? whole.of(cases, stretch).filter((one) => !row || valueOf(one, row.dimension) === row.key)
    : part && cases.filter((one) => PART[part.code](one, stretch, row?.key))
  return found?.toSorted((a, b) => a.submittedSeq - b.submittedSeq)
}

const valueOf = (one: CaseFacts, dimension: Dimension): string | null => (dimension === 'service' || dimension === 'district' || dimension === 'channel' ? one[dimension] : null)
