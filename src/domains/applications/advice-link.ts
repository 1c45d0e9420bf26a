import { timingSafeEqual } from 'node:crypto'
import type { Keys } from '../../platform/secrets/keys.ts'
import type { Tools } from '../../platform/tools.ts'
import { type Advice, findAdvice } from './advice-store.ts'
import type { Db, Tx } from '../../platform/db/database.ts'

const sealOf = (keys: Keys, id: string): string => keys.hash('advice-link', id).toString('base64url')

/** The address under which another office answers without an account. Whoever has it may answer once, so it is shown to the desk of the case alone. */
export const adviceLink = (tools: Tools, advice: Pick<Advice, 'id'>): string => `${tools.config.baseUrl}/pertimbangan/${advice.id}.${sealOf(tools.keys, advice.id)}`

/** The advice behind a link; a link that was altered or made up leads nowhere. */
export async function findByLink(tx: Db | Tx, keys: Keys, token: string, lock = false): Promise<Advice | undefined> {
  const [id = '', seal = ''] = token.split('.')
  const [given, right] = [Buffer.from(seal), Buffer.from(sealOf(keys, id))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  return findAdvice(tx, id, lock)
}
