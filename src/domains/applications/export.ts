import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import { snapshot } from '../../platform/export/snapshot.ts'
import { type ExportFormat, type ExportSource, momentIn } from '../../platform/export/source.ts'
import type { OutColumn, OutValue } from '../../platform/sheets/write.ts'
import type { Status } from './core/life.ts'
import { applicationColumns, channelLabels, exportWords } from './export-messages.id.ts'
import { applicationsId } from './messages.id.ts'
import type { Channel } from './store.ts'

/** One case as it lies in the tables, with what the registry shows others of its business; moments as the office's wall clock shows them. */
type CaseRow = {
  id: string; reference: string; service_code: string; status: Status; channel: Channel; business_id: string | null; registry_number: string | null
  business_name: string | null; applicant_name: string | null; applicant_id: string; village_code: string | null; village: string | null; district: string | null
  returned_count: number; created_at: string; submitted_at: string | null; intake_due_at: string | null; accepted_at: string | null; due_at: string | null
  returned_at: string | null; decided_at: string | null; updated_at: string
}

const PAGE = 1_000
const MOMENTS = ['created_at', 'submitted_at', 'intake_due_at', 'accepted_at', 'due_at', 'returned_at', 'decided_at', 'updated_at'] as const

const walls = sql.join(MOMENTS.map((name) =>
  sql`to_char(${sql.ref(`a.${name}`)} at time zone 'Asia/Jakarta', 'YYYY-MM-DD"T"HH24:MI:SS') as ${sql.ref(name)}`))

async function read(tx: Tx, officeId: string, after: CaseRow | undefined): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select a.id, a.reference, a.service_code, a.status, a.channel, a.business_id, b.registry_number, b.name as business_name, b.owner_name as applicant_name,
           a.owner_id as applicant_id, a.village_code, v.name as village, d.name as district, a.returned_count, ${walls}
      from (select * from applications.applications where office_id = ${officeId} and reference > ${after?.reference ?? ''} order by reference limit ${PAGE}) a
      left join registry.v_business_card b on b.id = a.business_id
      left join office.regions v on v.code = a.village_code left join office.regions d on d.code = a.district_code
     order by a.reference`.execute(tx)
  return rows
}

type Spec = { kind: OutColumn['kind']; of: (row: CaseRow, format: ExportFormat) => OutValue }

const text = (key: keyof CaseRow): Spec => ({ kind: 'text', of: (row) => row[key] })
const moment = (key: (typeof MOMENTS)[number]): Spec => ({
  kind: 'date',
  of(row, format) {
    const wall = row[key]
    return wall === null ? null : momentIn(format, wall)
  },
})
const choice = <Key extends 'status' | 'channel'>(key: Key, labels: Record<CaseRow[Key], string>): Spec =>
  ({ kind: 'text', of: (row, format) => (format === 'jsonl' ? row[key] : labels[row[key]]) })

const COLUMNS = {
  reference: text('reference'), serviceCode: text('service_code'), status: choice('status', applicationsId.status),
  channel: choice('channel', channelLabels),
  registryNumber: text('registry_number'), businessName: text('business_name'), applicantName: text('applicant_name'),
  villageCode: text('village_code'), village: text('village'), district: text('district'),
  createdAt: moment('created_at'), submittedAt: moment('submitted_at'), intakeDueAt: moment('intake_due_at'),
  acceptedAt: moment('accepted_at'),
  dueAt: moment('due_at'), returnedAt: moment('returned_at'), returnedCount: { kind: 'number', of: (row) => row.returned_count },
  decidedAt: moment('decided_at'),
  changedAt: moment('updated_at'), id: text('id'), businessId: text('business_id'), applicantId: text('applicant_id'),
} satisfies Record<keyof typeof applicationColumns, Spec>

const SPECS: readonly Spec[] = Object.values(COLUMNS)
const columns: readonly OutColumn[] = Object.entries(COLUMNS).map(([name, { kind }]) => {
  const [title, note] = applicationColumns[name as keyof typeof applicationColumns]
  return { name, title, kind, note }
})

/** All cases of an office as they stood at one moment, in the order of their references. Answers and papers stay with the case. */
export function applicationExport({ db }: { db: Db }, officeId: string): ExportSource {
  return {
    set: 'applications', columns, sheet: exportWords.sheet, about: [exportWords.about],
    async* rows(format) {
      for await (const page of snapshot<CaseRow>(db, (tx, after) => read(tx, officeId,
        after))) for (const row of page) yield SPECS.map(({ of }) => of(row, format))
    },
  }
}
