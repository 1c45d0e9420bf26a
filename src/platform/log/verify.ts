import { type Result, fail, ok } from '../../kernel/result.ts'
import type { Db } from '../db/database.ts'
import { type LogFault, type LogVerdict, type PublishedRoot, type RootsFile, chainChecker, checkRoots, parseChained, rootStatement } from './chain.ts'
import { sha256 } from './entry.ts'
import { type Chain, entriesOf, headOf } from './export.ts'
import { isSignedBy } from './root.ts'

/**
 * Is this exported log whole, and the one that was published? Reads line by line and needs nothing but the file.
 * `roots` are the published ones; without them a cut tail and a log rewritten from end to end go unseen. `from` is the first entry, 1 unless told.
 */
export async function verifyLog(lines: AsyncIterable<string>, { roots, from = 1 }: { roots?: RootsFile; from?: number } = {}): Promise<Result<LogVerdict, LogFault>> {
  const checked = roots ? checkRoots(roots, ({ jwk }, root) => isSignedBy(jwk, root)) : ok<PublishedRoot[]>([])
  if (!checked.ok) return checked
  const unstamped = await wronglyStamped(checked.value)
  if (unstamped) return fail({ kind: 'bad-root', day: unstamped.day, reason: 'stamp' })
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

/** The first root whose time stamp is not over its statement. What reads tokens is loaded only where there are some. */
async function wronglyStamped(roots: readonly PublishedRoot[]): Promise<PublishedRoot | undefined> {
  for (const root of roots) {
    if (!root.stamp) continue
    const { readTimeStamp } = await import('../signing/time-stamp.ts')
    if (!(await readTimeStamp(Buffer.from(root.stamp.token, 'base64'), rootStatement(root)))) return root
  }
  return undefined
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
