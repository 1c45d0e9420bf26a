import type { BookYear, Cooperative, CooperativeChange, Position, Whole } from './record.ts'

type Answers = Record<string, unknown>
type PositionChange = Omit<NonNullable<CooperativeChange['positions']>[number], 'nationalId'> & { personId?: string }

/** A change whose new positions have their ids and whose people are found. */
export type SettledChange = Omit<CooperativeChange, 'positions'> & { positions?: (PositionChange & { id: string })[] }

/** Lays answers over answers: null empties, what is told now is no longer unknown, what is unknown now is no longer told. */
function laid(before: Answers, change: Answers): Answers {
  const { unknown: silent, ...told } = change
  const after: Answers = { ...before }
  const reasons: Answers = silent === null ? {} : { ...(before['unknown'] as Answers | undefined) }
  for (const [key, value] of Object.entries(told)) {
    if (value === undefined) continue
    if (value === null) delete after[key]
    else after[key] = value
    delete reasons[key]
  }
  for (const [key, reason] of Object.entries((silent ?? {}) as Answers)) {
    if (reason === undefined || (told[key] !== undefined && told[key] !== null)) continue
    reasons[key] = reason
    delete after[key]
  }
  if (Object.keys(reasons).length > 0) after['unknown'] = reasons
  else delete after['unknown']
  return after
}

function laidPositions(before: readonly Position[], changes: NonNullable<SettledChange['positions']>): Position[] {
  const held = new Map(before.map((one) => [one.id, one]))
  for (const { removed, ...change } of changes) {
    if (removed) held.delete(change.id)
    else held.set(change.id, laid(held.get(change.id) ?? {}, change) as Position)
  }
  return [...held.values()]
}

function laidYears(before: readonly BookYear[], changes: NonNullable<CooperativeChange['bookYears']>): BookYear[] {
  const held = new Map(before.map((one) => [one.year, one]))
  for (const change of changes) held.set(change.year, laid(held.get(change.year) ?? { year: change.year }, change) as BookYear)
  return [...held.values()].sort((a, b) => a.year - b.year)
}

/** The whole after a change: what it does not name stays as it was. Check it again before it is kept. */
export function changedWhole(before: Whole, { positions, bookYears, ...record }: SettledChange): Whole {
  return {
    record: laid(before.record, record) as Cooperative,
    positions: positions ? laidPositions(before.positions, positions) : before.positions,
    bookYears: bookYears ? laidYears(before.bookYears, bookYears) : before.bookYears,
  }
}
