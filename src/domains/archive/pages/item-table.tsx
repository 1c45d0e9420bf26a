import { Temporal } from 'temporal-polyfill'
import { shortDate } from '../../../kernel/wib.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import type { Item } from '../list-store.ts'
import { archiveId as t } from '../messages.id.ts'

const c = t.columns
const dayText = (iso: string) => shortDate(Temporal.PlainDate.from(iso))

const COLUMNS: Column<Item>[] = [
  { key: 'position', header: c.position, end: true, cell: (one) => one.position },
  { key: 'label', header: c.label, names: true, cell: (one) => <><span class="mono">{one.label}</span><br /><small class="soft">{t.kindNames[one.kind] ?? one.kind}</small></> },
  { key: 'classification', header: c.classification, cell: (one) => one.classification },
  { key: 'periods', header: c.periods, cell: (one) => <>{dayText(one.fromDay)} – {dayText(one.periodEnd)}<br /><small class="soft">{one.periods}</small></> },
  { key: 'files', header: c.files, end: true, cell: (one) => one.files },
  { key: 'note', header: c.note, cell: (one) => (one.withheldFor === null ? t.itemStates[one.state] : `${t.itemStates[one.state]}: ${one.withheldFor}`) },
]

/** Records of a list as archivists know such lists. */
export const ItemTable = ({ items, caption }: { items: Item[]; caption: string }) =>
  <DataTable caption={caption} quietCaption columns={COLUMNS} rows={items} rowKey={(one) => String(one.position)} />
