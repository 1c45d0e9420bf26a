import { isCount, isRecord, jsonOf } from '../../kernel/json.ts'
import { type Result, fail, ok } from '../../kernel/result.ts'

// The rules of the chain by themselves: they also run in the browsers of outsiders, with a SHA-256 and signatures of their own.

export type ChainedEntry = { seq: number; prev: string; hash: string; body: string }

export const FIRST_PREV = '0'.repeat(64)

/** What is hashed for an entry: the hash before it, its number and its body, parted by line feeds. */
export const chainText = ({ prev, seq, body }: Pick<ChainedEntry, 'prev' | 'seq' | 'body'>): string => `${prev}\n${seq}\n${body}`

/** SHA-256 of a text in UTF-8, as 64 small hex digits. */
export type HashOf = (text: string) => string

/** The chain as it stood at the end of one day in WIB: the hash of entry `lastSeq` binds all entries up to it. */
export type RootFacts = { office: string; day: string; firstSeq: number; lastSeq: number; root: string }
/** `stamp`: a time stamp of somebody outside over the statement (RFC 3161 token, DER as base64), and when that service says it saw it. */
export type PublishedRoot = RootFacts & { keyId: string; signature: string; publishedAt: string; stamp?: { token: string; at: string } | undefined }
export type PublishedKey = { id: string; createdAt: string; jwk: { kty: 'EC'; crv: 'P-256'; x: string; y: string } }
export type RootsFile = { keys: PublishedKey[]; items: PublishedRoot[] }

/** What is signed: seven lines parted by line feeds, none at the end. */
export const rootStatement = ({ office, day, firstSeq, lastSeq, root }: RootFacts): string =>
  ['ditakopum-log-root', '1', office, day, firstSeq, lastSeq, root].join('\n')

/** A root as one line, as it stands in the mail to the witness and in the foot of printed reports: day, last entry, hash. */
export const rootLine = ({ day, lastSeq, root }: Pick<RootFacts, 'day' | 'lastSeq' | 'root'>): string => `${day}  ${lastSeq}  ${root}`

/** Reads the text of the published roots. @returns undefined for one that is none */
export function readRoots(text: string): RootsFile | undefined {
  const json = jsonOf(text)
  if (!isRecord(json) || !Array.isArray(json['keys']) || !Array.isArray(json['items'])) return undefined
  const keys = json['keys'].flatMap((one: unknown) => keyIn(one) ?? [])
  const items = json['items'].flatMap((one: unknown) => rootIn(one) ?? [])
  return keys.length === json['keys'].length && items.length === json['items'].length ? { keys, items } : undefined
}

function keyIn(json: unknown): PublishedKey | undefined {
  if (!isRecord(json) || !isRecord(json['jwk'])) return undefined
  const { id, createdAt, jwk: { kty, crv, x, y } } = json
  if (typeof id !== 'string' || typeof createdAt !== 'string' || typeof x !== 'string' || typeof y !== 'string' || kty !== 'EC' || crv !== 'P-256') return undefined
  return { id, createdAt, jwk: { kty, crv, x, y } }
}

function rootIn(json: unknown): PublishedRoot | undefined {
  if (!isRecord(json)) return undefined
  const { office, day, firstSeq, lastSeq, root, keyId, signature, publishedAt } = json
  if (typeof office !== 'string' || typeof day !== 'string' || typeof root !== 'string' || typeof keyId !== 'string') return undefined
  if (typeof signature !== 'string' || typeof publishedAt !== 'string' || !isCount(firstSeq, 1) || !isCount(lastSeq)) return undefined
  const stamp = json['stamp']
  if (stamp === undefined) return { office, day, firstSeq, lastSeq, root, keyId, signature, publishedAt }
  if (!isRecord(stamp) || typeof stamp['token'] !== 'string' || typeof stamp['at'] !== 'string') return undefined
  return { office, day, firstSeq, lastSeq, root, keyId, signature, publishedAt, stamp: { token: stamp['token'], at: stamp['at'] } }
}

/** What is wrong with a log, and where first. `seq` is the entry that does not fit. */
export type LogFault =
  | { kind: 'unreadable'; line: number }
  /** The log does not begin with the entry it should. */
  | { kind: 'headless'; seq: number; found: number }
  /** Entry `seq` was expected, another one stands there: removed, swapped or inserted. */
  | { kind: 'out-of-order'; seq: number; found: number }
  /** The entry does not have the hash it says: its content was altered. */
  | { kind: 'altered'; seq: number }
  /** The entry does not follow the one before it: that one was rewritten with a hash of its own. */
  | { kind: 'unchained'; seq: number }
  /** The log ends before the entry that a published root of that day names, or, where it is stored, before its own head. */
  | { kind: 'cut'; lastSeq: number; day?: string; rootSeq: number }
  /** The chain is whole in itself but not the one that was published: entries from `fromSeq` up to `seq` were rewritten. */
  | { kind: 'rewritten'; fromSeq: number; seq: number; day: string }
  | { kind: 'bad-root'; day: string; reason: 'signature' | 'unknown-key' | 'order' | 'stamp' }

/** `roots` counts those that were checked against the entries; without a root nobody can see a cut tail. */
export type LogVerdict = { entries: number; firstSeq: number; lastSeq: number; hash: string; roots: number; rootedSeq: number }

/** Reads a line of an exported log. @returns undefined for one that is none */
export function parseChained(text: string): ChainedEntry | undefined {
  const json = jsonOf(text)
  if (!isRecord(json)) return undefined
  const { seq, prev, hash, body } = json
  return isCount(seq, 1) && typeof prev === 'string' && typeof hash === 'string' && typeof body === 'string' ? { seq, prev, hash, body } : undefined
}

/** Roots are in order of days, each signed by a key of the file, and never go back. @returns them from the oldest to the newest */
export function checkRoots({ keys, items }: RootsFile, isSigned: (key: PublishedKey, root: PublishedRoot) => boolean): Result<PublishedRoot[], LogFault> {
  const sorted = [...items].sort((a, b) => (a.day < b.day ? -1 : 1))
  let last: PublishedRoot | undefined
  for (const root of sorted) {
    const key = keys.find((one) => one.id === root.keyId)
    if (!key) return fail({ kind: 'bad-root', day: root.day, reason: 'unknown-key' })
    if (!isSigned(key, root)) return fail({ kind: 'bad-root', day: root.day, reason: 'signature' })
    const follows = !last || (root.day > last.day && root.office === last.office && root.lastSeq >= last.lastSeq && root.firstSeq === last.lastSeq + 1)
    if (!follows) return fail({ kind: 'bad-root', day: root.day, reason: 'order' })
    last = root
  }
  return ok(sorted)
}

/** Follows a chain entry by entry; `take` gives the first fault. `from` is where it must begin: a log can be exported from the middle. */
export function chainChecker(hashOf: HashOf, roots: readonly PublishedRoot[] = [], from = 1) {
  const verdict: LogVerdict = { entries: 0, firstSeq: 0, lastSeq: 0, hash: FIRST_PREV, roots: 0, rootedSeq: 0 }
  let at = 0
  const meetRoots = (seq: number, hash: string): LogFault | undefined => {
    for (let root = roots[at]; root && root.lastSeq <= seq; root = roots[at]) {
      at += 1
      // What lies before an export from the middle cannot be checked with it.
      if (root.lastSeq < seq) continue
      if (root.root !== hash) return { kind: 'rewritten', fromSeq: verdict.rootedSeq + 1, seq, day: root.day }
      verdict.roots += 1
      verdict.rootedSeq = seq
    }
    return undefined
  }
  return {
    take(entry: ChainedEntry): LogFault | undefined {
      const first = verdict.entries === 0
      if (first && entry.seq !== from) return { kind: 'headless', seq: from, found: entry.seq }
      if (!first && entry.seq !== verdict.lastSeq + 1) return { kind: 'out-of-order', seq: verdict.lastSeq + 1, found: entry.seq }
      if (hashOf(chainText(entry)) !== entry.hash) return { kind: 'altered', seq: entry.seq }
      const expected = first && entry.seq > 1 ? entry.prev : verdict.hash
      if (entry.prev !== expected) return { kind: 'unchained', seq: entry.seq }
      if (first) {
        verdict.firstSeq = entry.seq
        verdict.rootedSeq = entry.seq - 1
        const fault = meetRoots(entry.seq - 1, entry.prev)
        if (fault) return fault
      }
      verdict.entries += 1
      verdict.lastSeq = entry.seq
      verdict.hash = entry.hash
      return meetRoots(entry.seq, entry.hash)
    },
    end(): Result<LogVerdict, LogFault> {
      const missing = roots.find((root) => root.lastSeq > verdict.lastSeq)
      return missing ? fail({ kind: 'cut', lastSeq: verdict.lastSeq, day: missing.day, rootSeq: missing.lastSeq }) : ok(verdict)
    },
  }
}
