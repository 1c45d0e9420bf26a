/** Positions (jabatan) that initial and sign. */
export type Position = 'office-head' | 'secretary' | 'division-head'
/** definitive: in office; acting: Plt.; daily-acting: Plh. */
export type Standing = 'definitive' | 'acting' | 'daily-acting'

type Held = { position: Position; standing: Standing; divisionId: string | null; validFrom: string }

const ORDER: Record<Standing, number> = { 'daily-acting': 0, acting: 1, definitive: 2 }

/**
 * Who fills a position among those valid on the day: Plh. goes before Plt., Plt. before the definitive holder, the latest first.
 * Source: letters.md 3 (Plt./Plh. before the job title), 8 (delegation table)
 */
export function holderOf<T extends Held>(officials: readonly T[], position: Position, divisionId?: string): T | undefined {
  return officials.filter((one) => one.position === position && (divisionId === undefined || one.divisionId === divisionId))
    .toSorted((a, b) => ORDER[a.standing] - ORDER[b.standing] || (a.validFrom < b.validFrom ? 1 : -1))[0]
}

/** The job title as it stands on a letter: with Plt. or Plh. before it when someone acts. */
export function titleOf(official: { standing: Standing; title: string }): string {
  return { definitive: '', acting: 'Plt. ', 'daily-acting': 'Plh. ' }[official.standing] + official.title
}
