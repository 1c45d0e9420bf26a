import { type Result, fail, ok } from '../../kernel/result.ts'
import type { Db } from '../db/database.ts'
import { type LogFault, type LogVerdict, type PublishedRoot, type RootsFile, chainChecker, checkRoots, parseChained } from './chain.ts'
import { sha256 } from './entry.ts'
import { type Chain, entriesOf, headOf } from './export.ts'
import { isSignedBy } from './root.ts'
import { type Stamps, checkStamps } from './stamps.ts'

/**
 * Is this exported log whole, and the one that was published? Reads line by line and needs nothing but the file.
 * `roots` are the published ones; without them a cut tail and a log rewritten from end to end go unseen. `from` is the first entry, 1 unless told.
 */
export async function verifyLog(lines: AsyncIterable<string>, { roots, from = 1 }: { roots?: RootsFile; from?: number } = {}): Promise<Result<LogVerdict, LogFault>> {
  const checked = roots ? checkRoots(roots, ({ jwk }, root) => isSignedBy(jwk, root)) : ok<PublishedRoot[]>([])
  if (!checked.ok) return checked
  const stamps = await verifyStamps(checked.value)
  if (!stamps.ok) return stamps
  const checker = chainChecker(sha256, checked.value, from)
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

/** The time stamps of roots; what reads tokens is loaded only where there are some. */
export async function verifyStamps(roots: readonly PublishedRoot[]): Promise<Result<Stamps, LogFault>> {
  if (!roots.some(({ stamp }) => stamp)) return ok({ count: 0, services: [] })
  const { readTimeStamp } = await import('../signing/time-stamp-token.ts')
  return checkStamps(roots, readTimeStamp)
}

/** Checks a stored chain where it lies, also the chain of reads, which nobody can export. */
export async function verifyStored(db: Db, officeId: string, chain: Chain, from = 1): Promise<Result<LogVerdict, LogFault>> {
  const before = await headOf(db, officeId, chain)
  const checker = chainChecker(sha256, [], from)
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
