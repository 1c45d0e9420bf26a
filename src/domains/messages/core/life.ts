/** States of a message, and what a receipt makes of them. */
export const STATES = ['waiting', 'held', 'sent', 'delivered', 'read', 'kept', 'slip', 'failed', 'lapsed', 'settled'] as const
export type State = (typeof STATES)[number]

const isState = (text: string): text is State => STATES.some((state) => state === text)

/** @throws when the database holds a state of another version */
export function readState(text: string): State {
  if (!isState(text)) throw new Error(`no such state of a message: ${text}`)
  return text
}

/** What a provider tells afterwards. */
export const RECEIPTS = ['sent', 'delivered', 'read', 'failed'] as const
export type Receipt = (typeof RECEIPTS)[number]

type Known = {
  state: State
  /** The receipt comes from the provider that was given the message last. */
  bySame: boolean
  /** That provider's answer to the attempt never came. */
  unsure: boolean
}

const REACHED: ReadonlySet<State> = new Set(['delivered', 'read'])

/**
 * What a receipt changes. Receipts come late, twice and in any order: nothing is ever taken back by an older one, and what has reached a person has
 * reached him, by whichever provider.
 * @returns the new state; `reroute` when this road did not reach him; undefined when nothing changes
 */
export function afterReceipt(receipt: Receipt, { state, bySame, unsure }: Known): State | 'reroute' | undefined {
  if (state === 'settled' || state === 'read') return undefined
  if (receipt === 'read') return 'read'
  if (REACHED.has(state)) return undefined
  if (receipt === 'delivered') return 'delivered'
  const open = state === 'waiting' || state === 'held'
  if (receipt === 'sent') return open && unsure && bySame ? 'sent' : undefined
  return bySame && (state === 'sent' || (open && unsure)) ? 'reroute' : undefined
}
