import { messages } from './messages.id.ts'

/** Why there is no database. The message is meant for the person at the terminal and says what to do. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable'
}

/** The code of a system error (`ENOSPC`) or of a PostgreSQL one (`57P03`), or undefined. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** Turns what the file system refuses into a sentence; everything else stays what it was. */
export function explain(error: unknown, path: string): unknown {
  const code = errorCode(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return new DatabaseUnavailable(messages.diskFull(path), { cause: error })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new DatabaseUnavailable(messages.notWritable(path), { cause: error })
  }
  return error
}

/**
 * Turns the last lines that initdb or postgres wrote into a sentence.
 * @returns undefined when the trouble is a server that is still going away, which a later try may not meet
 */
export function explainOutput(output: string, path: string): DatabaseUnavailable | undefined {
  if (/pre-existing shared memory block|lock file ".*" already exists|Address already in use/i.test(output)) return undefined
  if (/No space left on device|Disk quota exceeded|free disk space/i.test(output)) return new DatabaseUnavailable(messages.diskFull(path))
  if (/could not look up effective user ID/i.test(output)) return new DatabaseUnavailable(messages.nameless(process.getuid?.() ?? 0))
  if (/administrative permissions is not permitted/i.test(output)) return new DatabaseUnavailable(messages.rootUnsupported)
  if (/Permission denied|Read-only file system|invalid permissions|has wrong ownership/i.test(output)) {
    return new DatabaseUnavailable(messages.notWritable(path))
  }
  if (/loading shared libraries|ENOENT|exec format/i.test(output)) return new DatabaseUnavailable(messages.cannotRun(output.trim()))
  return new DatabaseUnavailable(messages.failed(output.trim()))
}
