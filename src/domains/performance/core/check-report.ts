import { z } from 'zod'
import type { Figure, FigureRow } from './figures.ts'
import { PERIOD_KINDS, type ProcessingReport } from './report.ts'

const rowSchema = z.object({ by: z.record(z.string(), z.string()), value: z.number().nullable(), part: z.int().optional(), whole: z.int().optional() })

/** The part of a report's JSON that an outsider recomputes; the rest of the file is left alone. */
export const processingSchema = z.object({
  office: z.string(),
  period: z.object({ kind: z.enum(PERIOD_KINDS), key: z.string(), from: z.iso.date(), to: z.iso.date() }),
  log: z.object({ firstSeq: z.int().min(1), lastSeq: z.int().min(0), root: z.string().regex(/^[0-9a-f]{64}$/) }),
  figures: z.array(z.object({ code: z.string(), version: z.int(), unit: z.string(), rows: z.array(rowSchema) })),
})
export type StatedReport = z.infer<typeof processingSchema>

/** A figure that the report states otherwise than the log. `row` in words of the file: `{"district":"35.15.05"}`; '' for the whole figure. */
export type Difference = { code: string; row: string; stated: string; computed: string }

const keyOf = ({ by }: { by: object }): string => (Object.keys(by).length === 0 ? '' : JSON.stringify(by))
const said = ({ value, part, whole }: Pick<FigureRow, 'value' | 'part' | 'whole'>): string => (part === undefined || whole === undefined ? String(value) : `${part}/${whole}`)

type Rows = { code: string; version: number; rows: readonly (Pick<FigureRow, 'value' | 'part' | 'whole'> & { by: object })[] }

/** Holds what a report states against what the log gives, figure by figure. @returns every difference, in the order of the catalogue */
export function differences(stated: StatedReport, computed: ProcessingReport): Difference[] {
  const known = new Map(computed.figures.map((figure): [string, Figure] => [figure.code, figure]))
  const codes = new Set([...computed.figures.map(({ code }): string => code), ...stated.figures.map(({ code }) => code)])
  return [...codes].flatMap((code) => differencesIn(code, stated.figures.find((one) => one.code === code), known.get(code)))
}

function differencesIn(code: string, stated: Rows | undefined, computed: Rows | undefined): Difference[] {
  if (!stated || !computed || stated.version !== computed.version) {
    const version = (one: Rows | undefined) => (one ? `version ${one.version}` : '-')
    return [{ code, row: '', stated: version(stated), computed: version(computed) }]
  }
  const [theirs, ours] = [stated, computed].map(({ rows }) => new Map(rows.map((row) => [keyOf(row), said(row)])))
  const keys = new Set([...ours?.keys() ?? [], ...theirs?.keys() ?? []])
  return [...keys].flatMap((row) => {
    const [told = '-', counted = '-'] = [theirs?.get(row), ours?.get(row)]
    return told === counted ? [] : [{ code, row, stated: told, computed: counted }]
  })
}
