import { type Result, fail, ok } from '../../kernel/result.ts'
import { type LogFault, type PublishedRoot, rootStatement } from './chain.ts'

/** Reads a time-stamp token over a text. @returns undefined when it is not over that text, or not signed by the certificate in it */
export type StampReader = (token: Uint8Array, text: string) => Promise<{ by: string } | undefined>

/** How many roots bear a time stamp, and what the services call themselves; whether they can be trusted is not proven by it. */
export type Stamps = { count: number; services: string[] }

/** Is every time stamp over the statement of its root, and signed by the certificate in it? @returns the first that is not */
export async function checkStamps(roots: readonly PublishedRoot[], read: StampReader): Promise<Result<Stamps, LogFault>> {
  const services = new Set<string>()
  let count = 0
  for (const root of roots) {
    if (!root.stamp) continue
    const stamp = await read(bytesOf(root.stamp.token), rootStatement(root))
    if (!stamp) return fail({ kind: 'bad-root', day: root.day, reason: 'stamp' })
    count += 1
    services.add(stamp.by)
  }
  return ok({ count, services: [...services] })
}

/** Base64 as bytes; nothing where it is none, so that it is no token either. */
function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}
