import { z } from 'zod'
import { type Result, fail, ok } from '../../kernel/result.ts'
import type { Db } from '../db/database.ts'
import { type ChainedEntry, FIRST_PREV, chainHash } from './entry.ts'
import { type Chain, entriesOf, headOf } from './export.ts'
import { type PublishedRoot, type RootsFile, isSignedBy } from './root.ts'

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
  | { kind: 'bad-root'; day: string; reason: 'signature' | 'unknown-key' | 'order' }

/** `roots` counts those that were checked against the entries; without a root nobody can see a cut tail. */
export type LogVerdict = { entries: number; firstSeq: number; lastSeq: number; hash: string; roots: number; rootedSeq: number }

const entrySchema = z.object({ seq: z.number().int().min(1), prev: z.string(), hash: z.string(), body: z.string() })

/** Reads a line of an exported log. @returns undefined for one that is none */
export function parseChained(text: string): ChainedEntry | undefined {
  try {
    return entrySchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Roots are in order of days, each signed by a key of the file, and never go back. */
export function checkRoots({ keys, items }: RootsFile): Result<PublishedRoot[], LogFault> {
  const sorted = items.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  let last: PublishedRoot | undefined
  for (const root of sorted) {
    const key = keys.find((one) => one.id === root.keyId)
    if (!key) return fail({ kind: 'bad-root', day: root.day, reason: 'unknown-key' })
    if (!isSignedBy(key.jwk, root)) return fail({ kind: 'bad-root', day: root.day, reason: 'signature' })
    const follows = !last || (root.day > last.day && root.office === last.office && root.lastSeq >= last.lastSeq && root.firstSeq === last.lastSeq + 1)
    if (!follows) return fail({ kind: 'bad-root', day: root.day, reason: 'order' })
    last = root
  }
  return ok(sorted)
}

/** Follows a chain entry by entry; `take` gives the first fault. `from` is where it must begin: a log can be exported from the middle. */
export function chainChecker(roots: readonly PublishedRoot[] = [], from = 1) {
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
      if (chainHash(entry.prev, entry.seq, entry.body) !== entry.hash) return { kind: 'altered', seq: entry.seq }
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

/**
 * Is this exported log whole, and the one that was published? Reads line by line and needs nothing but the file.
 * `roots` are the published ones; without them a cut tail and a log rewritten from end to end go unseen. `from` is the first entry, 1 unless told.
 */
export async function verifyLog(lines: AsyncIterable<string>, { roots, from = 1 }: { roots?: RootsFile; from?: number } = {}): Promise<Result<LogVerdict, LogFault>> {
  const checked = roots ? checkRoots(roots) : ok<PublishedRoot[]>([])
  if (!checked.ok) return checked
  const checker = chainChecker(checked.value, from)
  let line = 0
  for await (const text of lines) {
    line += 1
    if (text === '') continue
    const entry = parseChained(text)
    if (!entry) return fail({ kind: 'unreadable', line })
    const fault = checker.take(entry)
    if (fault) return fail(fault)
  }
  return checker.end()
}

/** Checks a stored chain where it lies, also the chain of reads, which nobody can export. */
export async function verifyStored(db: Db, officeId: string, chain: Chain, from = 1): Promise<Result<LogVerdict, LogFault>> {
  const before = await headOf(db, officeId, chain)
  const checker = chainChecker([], from)
  for await (const entry of entriesOf(db, officeId, chain, from)) {
    const fault = checker.take(entry)
    if (fault) return fail(fault)
  }
  const verdict = checker.end()
  if (!verdict.ok) return verdict
  const head = await headOf(db, officeId, chain)
  // More may have come since the walk began; a head that is ahead of the entries there now is not that.
  const { lastSeq, hash } = verdict.value
  if (head && head.seq === lastSeq && head.hash !== hash) return fail({ kind: 'unchained', seq: lastSeq })
  if (before && before.seq > lastSeq) return fail({ kind: 'cut', lastSeq, rootSeq: before.seq })
  return verdict
}
