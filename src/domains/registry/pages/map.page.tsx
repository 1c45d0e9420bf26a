import { areasFor, covers } from '../../../kernel/rights.ts'
import { shadeBands, shadeOf } from '../../../kernel/shades.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { AreaMap } from '../../../ui/area-map.tsx'
import { Chips } from '../../../ui/chips.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { SplitView } from '../../../ui/split-view.tsx'
import { areaOutlines, getOffice, listPlaces, villageOutlines } from '../../office/index.ts'
import { kbliTitle } from '../kbli-store.ts'
import { inWords, listWords, mapWords as w } from '../list-messages.id.ts'
import { type ByVillage, countByVillage } from '../search/by-village.ts'
import { LIST, MAP, type Query, chipsOf, filterOf, hrefWith } from './list-query.ts'

/** A village within the present filter with its number. */
type Shown = { code: string; name: string; district: string; districtCode: string; n: number }

async function readMap({ unit: { tx, now }, actor, query }: Allowed) {
  const filter = filterOf(query, now)
  const office = await getOffice(tx, actor.officeId)
  const areas = areasFor(actor, 'business.list')
  const isWithin = (code: string) => areas === 'all' || (areas !== 'own' && areas.some((area) => covers(area, code)))
  const { places } = await listPlaces(tx, office.regionCode)
  const within = places.filter(({ code }) => isWithin(code) && covers(filter.village ?? filter.district ?? office.regionCode, code))
  const found = await countByVillage(tx, actor, filter, within.map(({ code }) => code))
  // A village that is no more is shown as long as businesses are kept in it: the rows add up to the total.
  const villages = within.filter(({ code, validTo }) => validTo === null || found.counts.has(code))
    .map(({ code, name, districtName, districtCode }): Shown => ({ code, name, district: districtName, districtCode, n: found.counts.get(code) ?? 0 }))
  return {
    found, filter, office, villages: villages.toSorted((a, b) => b.n - a.n || a.name.localeCompare(b.name, 'id')),
    outlines: await (filter.district ? areaOutlines(filter.district) : villageOutlines(office.regionCode)),
    named: { district: villages[0]?.district, village: villages[0]?.name, kbliTitle: filter.kbli && await kbliTitle(tx, '2020', filter.kbli) },
  }
}

type Model = Awaited<ReturnType<typeof readMap>>

const villageHref = (query: Query, { code, districtCode }: Shown) => hrefWith(LIST, query, { kecamatan: districtCode, desa: code })

const countText = ({ estimated }: ByVillage, n: number) => (estimated && n > 0 ? w.about(n) : inWords(n))

const columns = (query: Query, found: ByVillage): Column<Shown>[] => [
  { key: 'village', header: w.village, cell: (row) => <><a href={villageHref(query, row)}>{row.name}</a>, {row.district}</> },
  { key: 'count', header: w.count, end: true, cell: (row) => countText(found, row.n) },
]

const MOST_ON_TOP = 15

/** The same numbers as the map, the largest first. */
function Villages({ model: { villages, found }, query }: { model: Model; query: Query }) {
  const top = villages.filter(({ n }) => n > 0).slice(0, MOST_ON_TOP)
  const rest = villages.slice(top.length)
  return (
    <>
      <DataTable caption={w.top} columns={columns(query, found)} rows={top} rowKey={(row) => row.code} />
      {rest.length > 0 && (
        <Disclosure summary={w.rest(rest.length)}>
          <DataTable caption={w.rest(rest.length)} quietCaption columns={columns(query, found)} rows={rest} rowKey={(row) => row.code} />
        </Disclosure>
      )}
    </>
  )
}

function VillageMap({ model: { outlines, villages, office, found }, query }: { model: Model; query: Query }) {
  if (!outlines) return <p class="soft">{w.noMap}</p>
  const bands = shadeBands(villages.map(({ n }) => n))
  const held = new Map(villages.map((one) => [one.code, one]))
  const used = new Set(villages.map(({ n }) => shadeOf(n, bands)))
  const legend = [{ shade: 0 as const, text: inWords(0) }, ...bands.map(({ shade, above, upTo }) => ({ shade, text: w.band(above + 1, upTo) }))]
  return (
    <AreaMap label={w.label(office.government)} width={outlines.width} height={outlines.height} note={outlines.over ? `${w.borders} ${w.note}` : w.note}
      legend={legend.filter(({ shade }) => used.has(shade))} borders={outlines.over?.map(({ path }) => path) ?? []}
      areas={outlines.areas.flatMap(({ code, path }) => {
        const one = held.get(code)
        if (!one) return []
        return [{ key: code, path, shade: shadeOf(one.n, bands), text: w.area(one.name, one.district, countText(found, one.n)), href: villageHref(query, one) }]
      })} />
  )
}

const totalText = ({ total, estimated }: ByVillage, villages: number) =>
  (estimated ? w.estimated(total, estimated.sampled) : w.exact(total, villages))

/** Where the businesses of the present list are: villages shaded by how many, and the same as a table. */
export const mapPage = page({
  path: MAP,
  right: 'business.list',
  read: readMap,
  view(model, { query }): Screen {
    const { found, filter, named, villages } = model
    return {
      title: w.title, variant: 'officer', back: { href: hrefWith(LIST, query), text: w.back },
      body: (
        <>
          <PageHeading title={w.title} lead={w.lead} />
          <Chips label={listWords.chips} remove={listWords.remove} items={chipsOf(MAP, query, filter, named)} />
          {found.total === 0 ? <EmptyState icon="store" title={w.none} /> : (
            <>
              <p role="status"><b>{totalText(found, villages.filter(({ n }) => n > 0).length)}</b></p>
              <SplitView aside secondLabel={w.top} first={<VillageMap model={model} query={query} />} second={<Villages model={model} query={query} />} />
            </>
          )}
        </>
      ),
    }
  },
})
