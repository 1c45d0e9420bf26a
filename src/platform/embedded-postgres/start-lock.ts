import { DatabaseSync } from 'node:sqlite'

const BUSY = 5

/**
 * Takes the lock that only one starting process may hold; the operating system gives it back when the process dies.
 * Node offers no file lock of its own; the one inside SQLite is the same on every system and leaves nothing stale behind.
 * @returns a function that releases it, or undefined when somebody else holds it now
 */
export function tryLock(path: string): (() => void) | undefined {
  const file = new DatabaseSync(path)
  try {
    file.exec('begin exclusive')
    return () => file.close()
  } catch (error) {
    file.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) return undefined
    throw error
  }
}
