/** What a person wants who answers a message. */
export type Reply = { kind: 'stop' } | { kind: 'start' } | { kind: 'note'; reference: string } | { kind: 'other' }

const STOP = /^(berhenti|stop|unsubscribe)[.!]?$/i
const START = /^(mulai|start)[.!]?$/i
/** A case number as it stands on the receipt, `UM02-2611-K7QM4X`; on a phone it comes in small letters, with spaces or without its dashes. */
const REFERENCE = /\b([A-Z]{2,4}\d{2})[ -]*(\d{4})[ -]*([0-9A-Z]{6})\b/

/** The case number a text names, as it stands on the receipt. */
export function referenceIn(text: string): string | undefined {
  return REFERENCE.exec(text.toUpperCase())?.slice(1).join('-')
}

/** Reads an answer. A word among others is no command: "jangan berhenti" stops nothing. */
export function readReply(text: string): Reply {
  const said = text.trim()
  if (STOP.test(said)) return { kind: 'stop' }
  if (START.test(said)) return { kind: 'start' }
  const reference = referenceIn(said)
  return reference === undefined ? { kind: 'other' } : { kind: 'note', reference }
}
