import type { Actor } from '../../kernel/rights.ts'
import type { Temporal } from 'temporal-polyfill'
import type { Db, Tx } from '../../platform/db/database.ts'
import { type Staff, boardRowsOf } from '../applications/index.ts'
import { type BoardLine, linesOf } from './board-model.ts'
import { type Fallback, listFallbacks } from './fallback-store.ts'

export type LegalLine = BoardLine & { fallback: Fallback }

/** As many are shown at once; they are the most pressing ones, and who has more of them has another problem. */
const MOST = 50

/** Cases within someone's reach for which silence will soon count as consent or already does, the most pressing first. */
export async function readLegalLines(tx: Db | Tx, actor: Actor, staff: readonly Staff[], now: Temporal.Instant): Promise<LegalLine[]> {
  const fallbacks = await listFallbacks(tx, actor.officeId, MOST)
  const rows = await boardRowsOf(tx, actor, fallbacks.map((one) => one.applicationId), now)
  const lines = new Map((await linesOf(tx, actor.officeId, rows.filter((row) => row.waitsFor !== 'applicant'), staff, now)).map((line) => [line.id, line]))
  return fallbacks.flatMap((fallback) => {
    const line = lines.get(fallback.applicationId)
    return line ? [{ ...line, fallback }] : []
  })
}
