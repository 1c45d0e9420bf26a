import type { Resource } from '../../../kernel/rights.ts'
import { areasFor } from '../../../kernel/rights.ts'
import { longDate, longMoment, wibDate } from '../../../kernel/wib.ts'
import type { Allowed, UnitAsk } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { areaOutlines, listDistricts } from '../../office/index.ts'
import { listKbliDivisions } from '../../registry/index.ts'
import { dashboardId as w } from '../messages.id.ts'
import { findPlaceTree, readBoard, readCooperatives, yearBefore } from '../store.ts'
import { AreaTable } from './area-table.tsx'
import type { Board } from './board.ts'
import { BoardMap } from './board-map.tsx'
import { ActivityTable, StartTable, StatusTable, WorkerTable } from './breakdown-tables.tsx'
import { Figures } from './figures.tsx'

const isCode = (text: string | undefined) => /^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/.test(text ?? '')

/** The area asked for; an officer of a part of the regency begins with his part. */
function wantedArea({ query, actor }: Pick<UnitAsk, 'query' | 'actor'>): string | undefined {
  const asked = query['wilayah']
  if (isCode(asked)) return asked
  const areas = actor ? areasFor(actor, 'indicator.read') : 'own'
  return Array.isArray(areas) ? areas[0] : undefined
}

async function access(ask: UnitAsk): Promise<Resource | undefined> {
  const tree = ask.actor && await findPlaceTree(ask.unit.tx, ask.actor.officeId, wantedArea(ask))
  return tree && { officeId: ask.actor?.officeId ?? '', villageCode: tree.place.code }
}

async function readPage(ask: Allowed): Promise<Board | undefined> {
  const { unit: { tx, now }, actor: { officeId } } = ask
  const tree = await findPlaceTree(tx, officeId, wantedArea(ask))
  if (!tree) return undefined
  const today = wibDate(now)
  const { byArea, isPending } = await readBoard(tx, officeId, tree)
  const earlier = await yearBefore(tx, officeId, today, [tree.place.code, ...tree.inside.map(({ code }) => code)])
  return {
    tree, isPending, today, asOf: longMoment(now), countsOf: (code) => byArea.get(code) ?? new Map(), before: earlier.found,
    first: earlier.found ? undefined : earlier.first,
    cooperatives: await readCooperatives(tx, officeId, tree, today), districts: await listDistricts(tx, tree.regency.code),
    divisions: await listKbliDivisions(tx),
    outlines: await areaOutlines(tree.place.code),
  }
}

function Chooser({ board: { tree, districts } }: { board: Board }) {
  const places = [tree.regency, ...districts, ...(tree.level === 'regency' ? [] : tree.inside)]
  return (
    <form action="/petugas/dasbor" class="search">
      <SelectField name="wilayah" label={w.area} value={tree.place.code}
        choices={places.map(({ code, name }) => ({ value: code, label: name }))} />
      <Button look="secondary">{w.choose}</Button>
    </form>
  )
}

function Growth({ board: { before, first } }: { board: Board }) {
  return <p class="soft">{before ? w.growthAgainst(longDate(before.takenOn)) : w.noEarlier(first && longDate(first))}</p>
}

/** The office's board: every number beside its meaning and source, down to the village, at a cost that does not grow with the records. */
export const dashboardPage = page({
  path: '/petugas/dasbor',
  right: 'indicator.read',
  access,
  read: readPage,
  view(board): Screen {
    const { tree, isPending } = board
    const above = tree.above.at(-1)
    return {
      title: `${w.title}: ${tree.place.name}`, variant: 'officer',
      ...(above ? { back: { href: `/petugas/dasbor?wilayah=${above.code}`, text: w.up(above.name) } } : {}),
      body: (
        <>
          <PageHeading title={tree.place.name} over={w.title} lead={w.lead} />
          <Chooser board={board} />
          {isPending && <Notice tone="warning"><p>{w.pending}</p></Notice>}
          <Figures board={board} source="registry" />
          <Growth board={board} />
          <BoardMap board={board} />
          {tree.inside.length > 0 && <AreaTable board={board} />}
          <ActivityTable board={board} />
          <StatusTable board={board} />
          <WorkerTable board={board} />
          <StartTable board={board} />
          {tree.level !== 'village' && <h2>{w.cooperatives}</h2>}
          <Figures board={board} source="cooperatives" />
          <p class="no-print"><a href="/data/indikator">{w.meaning}</a></p>
        </>
      ),
    }
  },
})
