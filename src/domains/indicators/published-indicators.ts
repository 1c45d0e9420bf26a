import { wibDate } from '../../kernel/wib.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Tools } from '../../platform/tools.ts'
import { listDivisions } from '../office/index.ts'
import { INDICATORS, type Unit } from './core/catalogue.ts'
import type { Value } from './core/figures.ts'
import { indicatorsId as words } from './messages.id.ts'
import { openData, publishedCounts, tableOf } from './open-data.ts'

/** An indicator of the whole regency as it is published, with what it means. `day`: of when it tells. */
export type PublishedIndicator = {
  code: string; name: string; definition: string; formula: string; unit: Unit; division: string
  value: number | null; state: Value['kind']; day: string; isProvisional: boolean
}

/** The open indicators of the regency as everybody may see them now, small numbers hidden. Empty before there is an office. */
export async function publishedIndicators(tools: Tools, db: Db | Tx): Promise<PublishedIndicator[]> {
  const data = await openData(tools, db)
  if (!data) return []
  const today = wibDate(tools.clock())
  const divisions = new Map((await listDivisions(db, data.office.id, today)).map(({ id, name }) => [id, name]))
  return INDICATORS.filter(({ open }) => open).flatMap(({ code, unit, source, division, compute }) => {
    const [counts, table] = [publishedCounts(data, source, data.places.regency.code), tableOf(data, source)]
    if (!counts || !table) return []
    const { name, definition, formula } = words.texts[code]
    const value = compute({ counts, today })
    const { period } = table
    return [{
      code, name, definition, formula, unit, division: divisions.get(division) ?? data.office.name, value: value.kind === 'number' ? value.value : null, state: value.kind,
      day: (period.kind === 'month-end' ? period.day : today).toString(), isProvisional: period.kind === 'provisional',
    }]
  })
}
