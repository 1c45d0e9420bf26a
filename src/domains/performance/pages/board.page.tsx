import { type Actor, may } from '../../../kernel/rights.ts'
import { longMoment } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Figure } from '../../../ui/figure.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { boardId as w } from '../board-words.id.ts'
import { ELEMENTS, EVIDENCE, type Element, type Evidence, addressOf, boardVersionOf, byDistrict, leftBehind } from '../core/board.ts'
import { evidenceText } from '../evidence-text.ts'
import { countText, dayText, monthText } from '../figure-text.ts'
import { type Board, readBoard } from '../read-board.ts'
import { ForecastPart } from './forecast-part.tsx'

type Shown = { board: Board; actor: Actor; nowMs: number }

const MOST_BEHIND = 20
const TONES = { ok: 'success', warn: 'warning', bad: 'danger' } as const

function One({ evidence: { key, page: behind }, board, actor, nowMs }: Shown & { evidence: Evidence }) {
  const { name, what } = w.evidence[key]
  const told = evidenceText(board, key)
  if (!told) return <Figure label={name} value={w.notRecorded} isWord meaning={what} foot={w.notRecordedMore} />
  const isOpen = behind && (behind.right === undefined || may(actor, behind.right, {}, nowMs).ok)
  return (
    <Figure label={name} value={told.text ?? w.noNumber} isWord={told.text === undefined} meaning={what} foot={(
      <>
        {told.before !== undefined && <>{w.before(told.before)} </>}
        {told.from && <><a href={`/kinerja/definisi#${told.from}`}>{w.version(told.from, boardVersionOf(told.from))}</a>{isOpen && ' · '}</>}
        {told.definition !== undefined && <>{told.definition}{isOpen && ' · '}</>}
        {isOpen && <a href={addressOf(behind, board.month?.month)}>{w.see}<span class="visually-hidden">: {name}</span></a>}
      </>
    )} />
  )
}

function ElementPart({ element, ...shown }: Shown & { element: Element }) {
  const { title, about } = w.elements[element]
  return (
    <>
      <h2>{title}</h2>
      <p class="soft">{about}</p>
      <div class="grid">{EVIDENCE.filter((one) => one.element === element).map((evidence) => <One key={evidence.key} evidence={evidence} {...shown} />)}</div>
    </>
  )
}

function HealthPart({ facts: { health } }: Board) {
  const t = w.health
  return (
    <section class="card" id="pemasangan">
      <h2>{t.title}</h2>
      {health ? (
        <>
          <p class="soft">{t.at(longMoment(health.at))}</p>
          <DataTable caption={t.title} quietCaption rows={health.found} rowKey={({ check, text }) => `${check} ${text}`} columns={[
            { key: 'check', header: t.check, cell: ({ name }) => name },
            { key: 'state', header: t.state, cell: ({ state }) => <StatusTag tone={TONES[state]} text={t.states[state]} /> },
            { key: 'text', header: t.text, cell: ({ text }) => text },
          ]} />
        </>
      ) : <p>{t.none}</p>}
    </section>
  )
}

function CoveragePart({ facts: { coverage }, villages, districts }: Board) {
  const t = w.coverage
  const behind = leftBehind(villages)
  const name = (code: string) => districts.get(code) ?? code
  return (
    <section class="card" id="cakupan">
      <h2>{t.title}</h2>
      {coverage ? (
        <>
          <p class="soft">{t.at(longMoment(coverage.at))}</p>
          <Disclosure summary={t.district}>
            <DataTable caption={t.title} quietCaption rows={byDistrict(villages)} rowKey={({ code }) => code} columns={[
              { key: 'district', header: t.district, cell: ({ code }) => <a href={`/petugas/dasbor?wilayah=${code}`}>{name(code)}</a> },
              { key: 'villages', header: t.villages, end: true, cell: (one) => countText(one.villages, 'id') },
              { key: 'with', header: t.withApplications, end: true, cell: (one) => countText(one.withApplications, 'id') },
              { key: 'businesses', header: t.withBusinesses, end: true, cell: (one) => countText(one.withBusinesses, 'id') },
              { key: 'applications', header: t.applications, end: true, cell: (one) => countText(one.applications, 'id') },
            ]} />
          </Disclosure>
          <h3>{t.behind}</h3>
          <p>{behind.length === 0 ? t.all : t.behindMore(behind.length)}</p>
          {behind.length > 0 && <DataTable caption={t.behind} quietCaption rows={behind.slice(0, MOST_BEHIND)} rowKey={({ code }) => code} columns={[
            { key: 'village', header: t.village, cell: (one) => <a href={`/petugas/dasbor?wilayah=${one.code}`}>{one.name}</a> },
            { key: 'district', header: t.district, cell: (one) => name(one.district) },
            { key: 'businesses', header: t.businesses, end: true, cell: (one) => countText(one.businesses, 'id') },
          ]} />}
        </>
      ) : <p>{t.none}</p>}
    </section>
  )
}

/** The office's own board: support, capacity and value, each with its evidence. Nothing on it ranks officers. */
export const boardPage = page({
  path: '/petugas/kinerja',
  right: 'performance.read',
  access: async ({ actor }) => ({ officeId: actor?.officeId ?? '' }),
  async read({ unit, actor }): Promise<Shown | undefined> {
    const board = await readBoard(unit.tx, actor, unit.now)
    return board && { board, actor, nowMs: unit.now.epochMilliseconds }
  },
  view(shown): Screen {
    const { month } = shown.board
    return {
      title: w.title, variant: 'officer',
      body: (
        <>
          <PageHeading title={w.title} lead={w.lead} />
          <p>{month ? w.figuresOf(monthText(month.month, 'id'), dayText(month.through, 'id')) : w.noMonth} <a href="/kinerja">{w.public}</a> · <a href="/kinerja/definisi">{w.definitions}</a></p>
          <ForecastPart board={shown.board} />
          {ELEMENTS.map((element) => <ElementPart key={element} element={element} {...shown} />)}
          <HealthPart {...shown.board} />
          <CoveragePart {...shown.board} />
        </>
      ),
    }
  },
})
