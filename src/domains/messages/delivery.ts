import type { Road } from './core/road.ts'

/** A message as an adapter sends it. `id` stays the same over all attempts, so that the other side can tell a repetition. */
export type Outgoing = { id: string; to: string; subject: string; text: string; language: 'id' | 'en'; isCode: boolean }

/**
 * What became of one attempt. `refused`: this road will never take the same message; `failed`: another attempt may do.
 * `maybeTaken`: it may have been taken all the same, so nobody else may be given it.
 * `reason` is a code without the words of the other side, which may repeat the address: `http-500`, `smtp-550`, `wa-131026`, `no-answer`.
 */
export type Outcome =
  | { kind: 'sent'; ref?: string }
  | { kind: 'refused'; reason: string; noSuchAddress?: boolean }
  | { kind: 'failed'; reason: string; maybeTaken: boolean; retryAfterMs?: number }

/** A road to phones or to mailboxes. Never throws: whatever goes wrong is an outcome. */
export type Provider = {
  /** Stands in the database: `whatsapp`, `gateway`, `gateway-2`, `mail`. */
  key: string
  road: Exclude<Road, 'slip'>
  /** The same id is passed on only once (or, with mail, can be told by its Message-ID): an attempt without an end may be repeated. */
  repeats: boolean
  send: (message: Outgoing) => Promise<Outcome>
  close: () => void
}

/** Longer than this no attempt may take; the lease of a claimed message is several times as long. */
export const ATTEMPT_MS = 20_000
