import type { Temporal } from 'temporal-polyfill'
import { may } from '../../../kernel/rights.ts'
import { page } from '../../../platform/http/page.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { BOARD_VIEWS, type BoardFilter } from '../../applications/index.ts'
import { type Board, type BoardLine, nameOf, readBoard, readLines } from '../board-model.ts'
import { type LegalLine, readLegalLines } from '../legal-limit.ts'
import { supervisionId } from '../messages.id.ts'
import { listWaiting } from '../notice-store.ts'
import { BOARD_PATH, LEGAL_PATH, NOTICES_PATH, addressOf, filterOf } from './address.ts'
import { CaseList, Holders, Risks } from './board-view.tsx'

const t = supervisionId.board
const SHOWN = 25

type Model = { board: Board; filter: BoardFilter; lines: BoardLine[]; next: string | undefined; now: Temporal.Instant; mayHandOver: boolean; legal: LegalLine[]; waiting: number }

/** Whose cases are listed, when only those of one holder are. */
const ofWhom = ({ filter, board }: Model): string | undefined =>
  filter.holderId === undefined ? filter.desk && t.holders.desk(supervisionId.roles[filter.desk] ?? '') : nameOf(board.staff, filter.holderId)

function Listed({ model, isFirst }: { model: Model; isFirst: boolean }) {
  const { filter, lines, next, board, now, mayHandOver } = model
  const of = ofWhom(model)
  const total = of === undefined ? board.counts[filter.view] : undefined
  return (
    <>
      <CaseList caption={t.caption(t.views[filter.view], of)} lines={lines} now={now} mayHandOver={mayHandOver} />
      {lines.length > 0 && (
        <Pagination position={total === undefined ? t.shown(lines.length) : t.position(lines.length, total)} next={next && addressOf(filter, next)}
          previous={isFirst ? undefined : addressOf(filter)} />
      )}
      {of !== undefined && <p><a href={BOARD_PATH}>{t.everyone}</a></p>}
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
    const part = await readLines(unit.tx, actor, filter, { now: unit.now, after: query['sesudah'], limit: SHOWN }, board.staff)
    const legal = await readLegalLines(unit.tx, actor, board.staff, unit.now)
    const waiting = (await listWaiting(unit.tx, actor.accountId, SHOWN)).length
    return { board, filter, ...part, legal, waiting, now: unit.now, mayHandOver: may(actor, 'supervision.hand-over', {}, unit.now.epochMilliseconds).ok }
  },
  view(model, { query }) {
    const { board, filter } = model
    const handed = Number(query['diserahkan'])
    const isWhole = filter.view === 'all' && ofWhom(model) === undefined && query['sesudah'] === undefined
    return {
      title: t.title, variant: 'officer', ...(handed > 0 ? { notice: supervisionId.handOver.done(handed) } : {}),
      body: (
        <>
          <PageHeading title={t.title} lead={t.lead} />
          <Pressing model={model} />
          <Tabs label={t.filter} items={BOARD_VIEWS.map((view) => ({
            href: addressOf({ ...filter, view }), text: t.views[view], current: view === filter.view,
            ...(ofWhom(model) === undefined ? { count: board.counts[view] } : {}),
          }))} />
          {isWhole && <Holders board={board} mayHandOver={model.mayHandOver} />}
          {isWhole && board.risks.length > 0 && <Risks board={board} />}
          <Listed model={model} isFirst={query['sesudah'] === undefined} />
        </>
      ),
    }
  },
})
