import type { Temporal } from 'temporal-polyfill'
import { may } from '../../../kernel/rights.ts'
import { page } from '../../../platform/http/page.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { BOARD_VIEWS, type BoardFilter, NO_DISTRICT } from '../../applications/index.ts'
import { type Board, type BoardLine, districtNames, nameOf, readBoard, readLines } from '../board-model.ts'
import { type LegalLine, readLegalLines } from '../legal-limit.ts'
import { supervisionId } from '../messages.id.ts'
import { listWaiting } from '../notice-store.ts'
import { BOARD_PATH, DISTRICTS_PATH, LEGAL_PATH, NOTICES_PATH, addressOf, filterOf } from './address.ts'
import { CaseList, Holders, Risks } from './board-view.tsx'

const t = supervisionId.board
const SHOWN = 25

type Model = { board: Board; district: string | undefined; filter: BoardFilter; lines: BoardLine[]; next: string | undefined; now: Temporal.Instant; mayHandOver: boolean; legal: LegalLine[]; waiting: number }

/** Whose cases are listed, when only those of one holder are. */
const ofWhom = ({ filter, board }: Model): string | undefined =>
  filter.holderId === undefined ? filter.desk && t.holders.desk(supervisionId.roles[filter.desk] ?? '') : nameOf(board.staff, filter.holderId)

/** Whether the list is of the whole office, so that it has the counts of the board. */
const isOfAll = (model: Model): boolean => ofWhom(model) === undefined && model.district === undefined

function Listed({ model, isFirst }: { model: Model; isFirst: boolean }) {
  const { filter, lines, next, board, now, mayHandOver, district } = model
  const of = ofWhom(model)
  const total = isOfAll(model) ? board.counts[filter.view] : undefined
  const view = district === undefined ? t.views[filter.view] : supervisionId.districts.in(t.views[filter.view], district)
  return (
    <>
      <CaseList caption={t.caption(view, of)} lines={lines} now={now} mayHandOver={mayHandOver} />
      {lines.length > 0 && (
        <Pagination position={total === undefined ? t.shown(lines.length) : t.position(lines.length, total)} next={next && addressOf(filter, next)}
          previous={isFirst ? undefined : addressOf(filter)} />
      )}
      {!isOfAll(model) && <p><a href={district === undefined ? BOARD_PATH : DISTRICTS_PATH}>{district === undefined ? t.everyone : supervisionId.districts.title}</a></p>}
    </>
  )
}

/** What does not wait: warnings for the reader, and cases for which silence counts as consent. */
function Pressing({ model: { legal, waiting } }: { model: Model }) {
  const { legal: words, notices } = supervisionId
  const passed = legal.filter((line) => line.fallback.passedAt !== null).length
  return (
    <>
      {waiting > 0 && <Notice tone="warning" title={notices.waiting(waiting)}><p><a href={NOTICES_PATH}>{notices.open}</a></p></Notice>}
      {legal.length > 0 && (
        <Notice tone="danger" title={passed > 0 ? words.passed(passed) : words.near(legal.length)}>
          {passed > 0 && legal.length > passed && <p>{words.near(legal.length - passed)}.</p>}
          <p><a href={LEGAL_PATH}>{words.see}</a></p>
        </Notice>
      )}
    </>
  )
}

/** The supervisor's board: who holds what, what is late, who is waited for. */
export const boardPage = page({
  path: BOARD_PATH,
  right: 'supervision.read',
  async read({ unit, actor, query }): Promise<Model> {
    const filter = filterOf(query)
    const board = await readBoard(unit.tx, actor, unit.now)
    const district = filter.district === undefined ? undefined
      : filter.district === NO_DISTRICT ? supervisionId.districts.none : (await districtNames(unit.tx, actor.officeId)).get(filter.district) ?? filter.district
    const part = await readLines(unit.tx, actor, filter, { now: unit.now, after: query['sesudah'], limit: SHOWN }, board.staff)
    const legal = await readLegalLines(unit.tx, actor, board.staff, unit.now)
    const waiting = (await listWaiting(unit.tx, actor.accountId, SHOWN)).length
    return { board, district, filter, ...part, legal, waiting, now: unit.now, mayHandOver: may(actor, 'supervision.hand-over', {}, unit.now.epochMilliseconds).ok }
  },
  view(model, { query }) {
    const { board, filter } = model
    const handed = Number(query['diserahkan'])
    const isWhole = filter.view === 'all' && isOfAll(model) && query['sesudah'] === undefined
    return {
      title: t.title, variant: 'officer', ...(handed > 0 ? { notice: supervisionId.handOver.done(handed) } : {}),
      body: (
        <>
          <PageHeading title={t.title} over={model.district} lead={t.lead} side={<ButtonLink href={DISTRICTS_PATH} look="secondary" icon="chart">{supervisionId.districts.link}</ButtonLink>} />
          <Pressing model={model} />
          <Tabs label={t.filter} items={BOARD_VIEWS.map((view) => ({
            href: addressOf({ ...filter, view }), text: t.views[view], current: view === filter.view,
            ...(isOfAll(model) ? { count: board.counts[view] } : {}),
          }))} />
          {isWhole && <Holders board={board} mayHandOver={model.mayHandOver} />}
          {isWhole && board.risks.length > 0 && <Risks board={board} />}
          <Listed model={model} isFirst={query['sesudah'] === undefined} />
        </>
      ),
    }
  },
})
