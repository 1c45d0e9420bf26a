import type { Db, Tx } from '../../platform/db/database.ts'
import { listMonths, readPublished } from './months-store.ts'

/** How long a service really took in the last whole month: nine of ten were done within so many minutes of office time. */
export type Measured = { month: string; p90Minutes: number; onTimePerMille: number | undefined }

/** What was measured of a service; undefined while no whole month is told, or where it would point at few people. */
export async function measuredOf(db: Db | Tx, officeId: string, serviceCode: string): Promise<Measured | undefined> {
  const month = (await listMonths(db, officeId)).find((one) => one.isFinal)
  const published = month && await readPublished(db, officeId, month.month)
  if (!month || !published) return undefined
  const told = (code: 'waktu-p90' | 'tepat-waktu') => {
    const value = published[code]?.by.service?.[serviceCode]
    return typeof value === 'number' ? value : undefined
  }
  const p90Minutes = told('waktu-p90')
  return p90Minutes === undefined ? undefined : { month: month.month, p90Minutes, onTimePerMille: told('tepat-waktu') }
}
