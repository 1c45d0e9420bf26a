import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Result, invalid, ok } from '../../kernel/result.ts'
import type { LargeFile } from '../../platform/http/form.ts'
import type { Keys } from '../../platform/secrets/keys.ts'
import { LIMITS } from '../../platform/sheets/sheet.ts'
import type { Tools } from '../../platform/tools.ts'
import type { Batch } from './batch-store.ts'
import { type Arriving, type StoredList, openList, storeList } from './open-batch.ts'
import { importScreens as t } from './screen-messages.id.ts'

const schema = z.object({ account: z.string(), untilMs: z.number(), fileName: z.string(), key: z.string(), size: z.number(), sha256: z.string() })

/** A list that is stored while the rest of its form is still being mended. */
export type KeptList = StoredList & { fileName: string }

// Shorter than the time after which files that no row names are removed.
const VALID_MS = 2 * 3_600_000

/** Stores the list of a form while it comes; its token holds for this account alone, and for two hours. */
export const listOfForm = (tools: Pick<Tools, 'files' | 'keys' | 'clock'>, account: string): LargeFile => ({
  field: 'file', most: LIMITS.textBytes,
  async keep(bytes, fileName) {
    const stored = await storeList(tools, bytes)
    if (!stored.ok) return stored
    return ok(tools.keys.seal(JSON.stringify({ ...stored.value, fileName, account, untilMs: tools.clock().epochMilliseconds + VALID_MS })).toString('base64url'))
  },
})

/** @returns undefined for a token that is not ours, of somebody else, or over */
export function readKeptList(keys: Keys, now: Temporal.Instant, account: string, token: string): KeptList | undefined {
  const read = schema.safeParse(unsealed(keys, token))
  if (!read.success || read.data.account !== account || read.data.untilMs <= now.epochMilliseconds) return undefined
  const { fileName, key, size, sha256 } = read.data
  return { fileName, key, size, sha256 }
}

function unsealed(keys: Keys, token: string): unknown {
  try {
    return JSON.parse(keys.unseal(Buffer.from(token, 'base64url')))
  } catch {
    return undefined
  }
}

/** Opens a list that was kept with its form; one that could not be read before is gone and must be chosen again. */
export async function openKeptList(tools: Tools, list: KeptList | undefined, one: Omit<Arriving, 'fileName'>): Promise<Result<Batch>> {
  if (!list || !await tools.files.exists(list.key)) return invalid([{ field: 'file', message: t.chooseFile }])
  return openList(tools, list, { ...one, fileName: list.fileName })
}
