import type { Db } from '../../platform/db/database.ts'
import { snapshot } from '../../platform/export/snapshot.ts'
import type { ExportSource } from '../../platform/export/source.ts'
import type { OutColumn } from '../../platform/sheets/write.ts'
import { EXPORT_COLUMNS, type ExportFilter, type ExportedCooperative, listCooperativesForExport } from './export.ts'
import { exportTitles, exportWords } from './export-messages.id.ts'

type Key = (typeof EXPORT_COLUMNS)[number]['key']

const KINDS: Partial<Record<Key, OutColumn['kind']>> = {
  legalEntityDate: 'date', amendmentDate: 'date', operatingSince: 'date', statusDate: 'date', meetingOn: 'date', hasSavingsUnit: 'boolean',
  membersFemale: 'number', membersMale: 'number', candidateMembers: 'number', employeesFemale: 'number', employeesMale: 'number',
  kukClass: 'number',
  bookYear: 'number', assets: 'number', ownCapital: 'number', outsideCapital: 'number', turnover: 'number', netSurplus: 'number',
}

const columns: readonly OutColumn[] = [
  ...EXPORT_COLUMNS.map(({ key, meaning }): OutColumn => ({ name: key, title: exportTitles[key], kind: KINDS[key] ?? 'text', note: meaning })),
  { name: 'id', title: 'ID', kind: 'text', note: exportWords.idMeaning },
]

const PAGE = 1_000

/** A filter as codes, for the log and for the sheet of explanations: `district=35.15.05`. */
export const filterCodes = (filter: ExportFilter): string[] =>
  Object.entries(filter).flatMap(([key, value]) => (value ? [`${key}=${value}`] : [])).toSorted()

/**
 * The register of cooperatives, or a part of it, as it stood at one moment, in the order of the ids; absorbed ones among them.
 * @param numbers telephone, e-mail and tax number whole; else masked
 */
export function cooperativeExport({ db }: { db: Db }, officeId: string, filter: ExportFilter = {}, numbers = true): ExportSource {
  const codes = filterCodes(filter)
  return {
    set: 'cooperatives', columns, sheet: exportWords.sheet,
    about: [exportWords.about, codes.length > 0 ? exportWords.part(codes.join(', ')) : exportWords.whole, numbers ? exportWords.numbers : exportWords.masked],
    async* rows() {
      const pages = snapshot<ExportedCooperative>(db, (tx, after) => listCooperativesForExport(tx, officeId, after?.id, PAGE, { ...filter, numbers }))
      for await (const page of pages) for (const row of page) yield columns.map(({ name }) => row[name as Key] ?? null)
    },
  }
}
