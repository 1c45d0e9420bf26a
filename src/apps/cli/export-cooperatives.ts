import { COOPERATIVE_EXPORT_COLUMNS, type ExportedCooperative, listCooperativesForExport } from '../../domains/cooperatives/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { snapshot } from '../../platform/export/snapshot.ts'
import type { ExportSource } from '../../platform/export/source.ts'
import type { OutColumn } from '../../platform/sheets/write.ts'
import { exportId } from './export-messages.id.ts'

type Key = (typeof COOPERATIVE_EXPORT_COLUMNS)[number]['key']

const KINDS: Partial<Record<Key, OutColumn['kind']>> = {
  legalEntityDate: 'date', amendmentDate: 'date', operatingSince: 'date', statusDate: 'date', meetingOn: 'date', hasSavingsUnit: 'boolean',
  membersFemale: 'number', membersMale: 'number', candidateMembers: 'number', employeesFemale: 'number', employeesMale: 'number',
  kukClass: 'number',
  bookYear: 'number', assets: 'number', ownCapital: 'number', outsideCapital: 'number', turnover: 'number', netSurplus: 'number',
}

const columns: readonly OutColumn[] = [
  ...COOPERATIVE_EXPORT_COLUMNS.map(({ key, meaning }): OutColumn => ({ name: key, title: exportId.cooperativeTitles[key],
    kind: KINDS[key] ?? 'text', note: meaning })),
  { name: 'id', title: 'ID', kind: 'text', note: exportId.idMeaning },
]

const PAGE = 1_000

/** The register of cooperatives as it stood at one moment, in the order of the ids. */
export function cooperativeExport({ db }: { db: Db }, officeId: string): ExportSource {
  return {
    set: 'cooperatives', columns, sheet: exportId.cooperativeSheet, about: [exportId.cooperativeAbout],
    async* rows() {
      const pages = snapshot<ExportedCooperative>(db, (tx, after) => listCooperativesForExport(tx, officeId, after?.id, PAGE))
      for await (const page of pages) for (const row of page) yield columns.map(({ name }) => row[name as Key] ?? null)
    },
  }
}
