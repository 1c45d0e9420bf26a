/** A message as an adapter sends it. `id` stays the same over all attempts, so that the other side can tell a repetition. */
export type Outgoing = { id: string; to: string; subject: string; text: string }

/**
 * What became of one attempt. `refused`: the same message will never be taken; `failed`: another attempt may do.
 * `reason` is a code without the words of the other side, which may repeat the address: `http-500`, `smtp-550`, `no-answer`.
 */
export type Outcome = { kind: 'sent' } | { kind: 'refused' | 'failed'; reason: string }

/** The road to phones or to mailboxes. Never throws: whatever goes wrong is an outcome. */
export type Carrier = { send: (message: Outgoing) => Promise<Outcome>; close: () => void }

/** Longer than this no attempt may take; the lease of a claimed message is several times as long. */
export const ATTEMPT_MS = 20_000
