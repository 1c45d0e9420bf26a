import type { Figure, FigureDefinition } from './figures.ts'

/** What the log tells of objections (keberatan), by the word of its entries. */
export const OBJECTION_EVENTS = ['application.object', 'application.objection-grant', 'application.objection-deny', 'application.objection-lapse'] as const
type ObjectionEvent = (typeof OBJECTION_EVENTS)[number]

const ENDS = ['application.objection-grant', 'application.objection-deny', 'application.objection-lapse'] as const

const CODES = ['keberatan', 'keberatan-tepat-waktu', 'keberatan-dikabulkan'] as const
export type ObjectionCode = (typeof CODES)[number]

type Definition = Pick<FigureDefinition, 'version' | 'unit' | 'events' | 'owner' | 'split'> & { code: ObjectionCode }

/** Figures of objections, for the office's board; they are in no report. Source: UU 30/2014 Pasal 77, see docs/rules.md */
export const OBJECTION_FIGURES: readonly Definition[] = [
  { code: 'keberatan', version: 1, unit: 'count', events: ['application.object'], owner: 'office-head', split: [] },
  { code: 'keberatan-tepat-waktu', version: 1, unit: 'share', events: ENDS, owner: 'office-head', split: [] },
  { code: 'keberatan-dikabulkan', version: 1, unit: 'share', events: ENDS, owner: 'office-head', split: [] },
]

/**
 * The figures of objections of a stretch of the log. One that nobody answered within its term came to count as granted (`lapse`): it is granted, and late.
 * @param counts how many entries of each kind lie in the stretch
 */
export function objectionFigures(counts: Partial<Record<ObjectionEvent, number>>): Figure<ObjectionCode>[] {
  const count = (event: ObjectionEvent) => counts[event] ?? 0
  const [granted, denied, lapsed] = [count('application.objection-grant'), count('application.objection-deny'), count('application.objection-lapse')]
  const whole = granted + denied + lapsed
  const rows: Record<ObjectionCode, Figure['rows'][number]> = {
    keberatan: { by: {}, value: count('application.object') }, 'keberatan-tepat-waktu': { by: {}, value: null, part: granted + denied, whole }, 'keberatan-dikabulkan': { by: {}, value: null, part: granted + lapsed, whole },
  }
  return OBJECTION_FIGURES.map(({ code, version, unit }) => ({ code, version, unit, rows: [rows[code]] }))
}
