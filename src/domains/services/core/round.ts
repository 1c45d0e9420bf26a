/** A round (periode) of a service with few places: the days it takes requests, both included, how many places, by which decision. */
export type Round = {
  id: string
  serviceCode: string
  name: string
  /** ISO days, WIB. */
  opensOn: string
  closesOn: string
  quota: number
  basis: string
  isCancelled: boolean
}

export type RoundState = 'planned' | 'open' | 'closed' | 'cancelled'

/** How a round stands on a day; ISO days compare as texts. */
export function roundState(round: Pick<Round, 'opensOn' | 'closesOn' | 'isCancelled'>, today: string): RoundState {
  if (round.isCancelled) return 'cancelled'
  if (today < round.opensOn) return 'planned'
  return today > round.closesOn ? 'closed' : 'open'
}

/** The round that takes requests on a day; of several the one that closes first. */
export const openRound = <R extends Round>(rounds: readonly R[], today: string): R | undefined =>
  rounds.filter((one) => roundState(one, today) === 'open').toSorted((a, b) => (a.closesOn < b.closesOn ? -1 : 1))[0]
