/** Kinds of data that may be erased because the person asks: nothing needs them any more, or only his consent carried them. */
const ERASABLE = ['optionalAnswers', 'businessDrafts', 'unsentCases', 'looseFiles', 'devices', 'oldMessages'] as const
/** Kinds that stay, and why. */
const KEPT = ['identity', 'openCases', 'closedCases', 'letters', 'businesses', 'positions', 'consents', 'tickets', 'trail'] as const

export type ErasableKey = (typeof ERASABLE)[number]
export type KeptKey = (typeof KEPT)[number]
export type HoldingCounts = Record<ErasableKey | KeptKey, number>

/**
 * The legal basis on which a kind of data stays although its person asks for its erasure. `V`, `G`, `P`: how sure the source is.
 * Source: UU 27/2022 Pasal 20 (bases), UU 43/2009 and PP 28/2012 (archives), UU 25/2009 (public service), PP 7/2021 (business data)
 */
export const KEPT_FOR: Record<KeptKey, { basis: string; sure: 'V' | 'G' | 'P' }> = {
  identity: { basis: 'UU 25/2009; UU 27/2022 Pasal 20', sure: 'P' },
  openCases: { basis: 'UU 25/2009', sure: 'G' },
  closedCases: { basis: 'UU 43/2009; PP 28/2012', sure: 'G' },
  letters: { basis: 'UU 43/2009; PP 28/2012', sure: 'G' },
  businesses: { basis: 'PP 7/2021; UU 27/2022 Pasal 20', sure: 'P' },
  positions: { basis: 'UU 27/2022 Pasal 20', sure: 'P' },
  consents: { basis: 'UU 27/2022 Pasal 20', sure: 'P' },
  tickets: { basis: 'UU 25/2009; UU 43/2009', sure: 'P' },
  trail: { basis: 'UU 27/2022 Pasal 32', sure: 'V' },
}

export type ErasurePlan = { erase: { key: ErasableKey; count: number }[]; keep: { key: KeptKey; count: number; basis: string }[] }

/**
 * What an erasure removes and what it leaves, each kind of which anything is held exactly once.
 * While a case is open its messages stay too: they tell the person how it stands.
 */
export function erasurePlan(held: HoldingCounts): ErasurePlan {
  const erasable = ERASABLE.filter((key) => held[key] > 0 && !(key === 'oldMessages' && held.openCases > 0))
  return {
    erase: erasable.map((key) => ({ key, count: held[key] })),
    keep: KEPT.filter((key) => held[key] > 0).map((key) => ({ key, count: held[key], basis: KEPT_FOR[key].basis })),
  }
}
