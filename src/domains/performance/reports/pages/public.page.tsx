import { Temporal } from 'temporal-polyfill'
import { longDate, longMoment } from '../../../../kernel/wib.ts'
import { fromDb } from '../../../../platform/db/unit.ts'
import { page } from '../../../../platform/http/page.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { Summary } from '../../../../ui/summary.tsx'
import { findHomeOffice } from '../../../office/index.ts'
import { referenceOf } from '../../core/report-content.ts'
import { reportTables } from '../../core/report-tables.ts'
import { reportPagesId } from '../../messages-report-pages.id.ts'
import { reportsId as words } from '../../messages-reports.id.ts'
import { publicPath, whichOf } from '../address.ts'
import { type ReportCard, contentOf, findSigned, listFiles, listReports, listVersions } from '../store.ts'
import { CellTable } from './cell-table.tsx'
import { nameOf } from './report-words.tsx'

const t = reportPagesId.public
const one = reportPagesId.one
const day = (iso: string) => longDate(Temporal.PlainDate.from(iso))

const COLUMNS: Column<ReportCard>[] = [
  { key: 'report', header: reportPagesId.list.report, names: true, cell: (card) => <a href={publicPath(card)}>{nameOf(card)}</a> },
  { key: 'days', header: reportPagesId.list.period, cell: ({ from, to }) => `${day(from)} – ${day(to)}` },
  { key: 'signed', header: reportPagesId.list.signed, cell: ({ signedAt }) => (signedAt ? longMoment(fromDb(signedAt)) : '') },
]

/** The signed reports, for everybody. */
export const publicListPage = page({
  path: '/laporan',
  right: 'public',
  cacheSeconds: 60,
  async read({ unit }) {
    const office = await findHomeOffice(unit.tx)
    const reports = office ? await listReports(unit.tx, office.id, { signedOnly: true }) : []
    return { office, reports: reports.filter(({ isReplaced }) => !isReplaced) }
  },
  view: ({ office, reports }) => ({
    title: t.title, variant: 'public',
    body: (
      <>
        <PageHeading title={t.title} over={office?.name} lead={t.lead} />
        <DataTable caption={t.title} quietCaption columns={COLUMNS} rows={reports} rowKey={({ id }) => id} empty={<EmptyState icon="file" title={t.none}><p>{t.noneTodo}</p></EmptyState>} />
      </>
    ),
  }),
})

/** One signed report with its files, their hashes, and how to check it. */
export const publicReportPage = page({
  path: '/laporan/:kind/:period/:version',
  right: 'public',
  cacheSeconds: 60,
  async read({ unit: { tx }, params }) {
    const which = whichOf(params)
    const card = which && await findSigned(tx, which)
    if (!card) return undefined
    const newest = (await listVersions(tx, card)).find(({ state }) => state === 'signed')
    return { card, newest, content: await contentOf(tx, card), files: (await listFiles(tx, card.id)).filter(({ part }) => part !== 'print') }
  },
  view({ card, newest, content, files }) {
    const summary = reportTables(content).find(({ id }) => id === 'ringkasan')
    return {
      title: nameOf(card), variant: 'public', back: { href: '/laporan', text: reportPagesId.back },
      body: (
        <>
          <PageHeading title={nameOf(card)} over={<span class="mono">{referenceOf(card.period, card.version)}</span>} lead={`${day(card.from)} – ${day(card.to)}`} />
          {card.signature === 'test' && <Notice tone="warning"><p>{t.test}</p></Notice>}
          {card.isReplaced && newest && <Notice tone="warning"><p>{t.replaced} <a href={publicPath(newest)}>{t.newer}</a></p></Notice>}
          <Card title={one.files}>
            <div class="row">
              {files.map(({ part }) => <ButtonLink key={part} href={`${publicPath(card)}/${part}`} icon="download" look={part === 'pdf' ? 'primary' : 'secondary'} download>{one.download(part)}</ButtonLink>)}
            </div>
            <Summary rows={files.map(({ part, sha256 }) => ({ label: one.sha256(part), value: <span class="mono">{sha256}</span> }))} />
          </Card>
          {summary && <CellTable table={summary} />}
          <Card title={t.check}>
            <p>{t.checkLead}</p>
            <p><code>{words.about.howTo}</code></p>
            <Summary rows={[
              { label: one.log, value: one.entries(content.log.firstSeq, content.log.lastSeq) }, { label: one.root, value: <span class="mono">{content.log.root}</span> },
              ...(content.registry ? [{ label: one.registry, value: content.registry.note }] : []),
            ]} />
            <p><a href="/log/roots">{t.roots}</a></p>
          </Card>
        </>
      ),
    }
  },
})
