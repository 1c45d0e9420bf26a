import type { Allowed } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { SearchForm } from '../../../ui/search-form.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { officeId } from '../messages.id.ts'
import { type KeptRegion, countVillages, findRegions, listAllVillages } from '../region-store.ts'
import { type Region, getOffice, listDistricts } from '../store.ts'
import { dayText } from './form.ts'
import { adminScreen } from './frame.tsx'

const t = officeId.regions
const PATH = '/admin/wilayah'

const COLUMNS: Column<KeptRegion>[] = [
  { key: 'name', header: t.name, names: true, cell: (row) => <a href={`${PATH}/${row.code}`}>{row.name}</a> },
  { key: 'code', header: t.code, cell: (row) => <span class="mono">{row.code}</span> },
  { key: 'kind', header: t.kind, cell: (row) => t.kinds[row.kind] ?? row.kind },
  { key: 'aliases', header: t.aliases, cell: (row) => row.aliases.join(', ') || '–' },
  { key: 'state', header: t.state, cell: (row) => (row.validTo === null ? t.active : t.until(dayText(row.validTo))) },
]

type Model = { districts: Region[]; district: Region | undefined; rows: KeptRegion[]; typed: string; villages: number }

async function readModel({ unit, actor, query }: Allowed): Promise<Model> {
  const { regionCode } = await getOffice(unit.tx, actor.officeId)
  const districts = await listDistricts(unit.tx, regionCode)
  const district = districts.find((one) => one.code === query['kecamatan']) ?? districts[0]
  const typed = (query['q'] ?? '').trim().slice(0, 60)
  const rows = typed === '' ? await listAllVillages(unit.tx, district?.code ?? '') : await findRegions(unit.tx, regionCode, typed)
  return { districts, district, rows, typed, villages: await countVillages(unit.tx, regionCode) }
}

/** Districts and villages, with the other names people know them by. */
export const regionsPage = page({
  path: PATH,
  right: 'reference.manage',
  read: readModel,
  view: ({ districts, district, rows, typed, villages }, _ask, form) => adminScreen({
    title: t.title, lead: t.lead(villages), form,
    children: (
      <>
        <SearchForm action={PATH} name="q" label={t.search} value={typed} />
        {typed === '' && <Tabs label={t.districts} items={districts.map((one) => ({ href: `${PATH}?kecamatan=${one.code}`, text: one.name, current: one.code === district?.code }))} />}
        <DataTable caption={typed === '' ? t.caption(district?.name ?? '') : t.found} columns={COLUMNS} rows={rows} rowKey={(row) => row.code}
          empty={<EmptyState icon="search" title={t.none}><p>{t.noneTodo}</p></EmptyState>} />
      </>
    ),
  }),
})
