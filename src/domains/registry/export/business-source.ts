import type { Db } from '../../../platform/db/database.ts'
import type { ExportSource } from '../../../platform/export/source.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { exportAbout, exportWords } from '../export-messages.id.ts'
import { businessColumns, businessValues } from './business-columns.ts'
import { codeLines } from '../search/asked.ts'
import type { BusinessFilter, Reach } from '../search/filter.ts'
import { businessPages } from './business-rows.ts'

/**
 * The registry of businesses, or a part of it, as something to be exported.
 * @param numbers NIK, family card, tax number, phone, e-mail and birth date whole; else masked
 */
export function businessExport({ db, keys }: { db: Db; keys: Keys }, reach: Reach, filter: BusinessFilter,
  numbers: boolean): ExportSource {
  const codes = codeLines(filter)
  return {
    set: 'businesses', columns: businessColumns, sheet: exportWords.sheet,
    about: [exportAbout.what, codes.length > 0 ? exportAbout.part(codes.join(', ')) : exportAbout.whole,
      numbers ? exportAbout.numbers : exportAbout.masked],
    async* rows(format) {
      const how = { keys, numbers, format }
      for await (const page of businessPages(db, reach, filter)) for (const row of page) yield businessValues(row, how)
    },
  }
}
