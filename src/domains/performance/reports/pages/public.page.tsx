import { wibDate } from '../../../../kernel/wib.ts'
import { fromDb } from '../../../../platform/db/unit.ts'
import type { Language } from '../../../../platform/http/context.ts'
import { page } from '../../../../platform/http/page.ts'
import { rootLine } from '../../../../platform/log/chain.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { Summary } from '../../../../ui/summary.tsx'
import { findHomeOffice } from '../../../office/index.ts'
import { type DefinedFigure, type ReportContent, referenceOf } from '../../core/report-content.ts'
import { dayText, measuredText, wordsFor } from '../../figure-text.ts'
import { publicReportsEn } from '../../messages-public-reports.en.ts'
import { publicReportsId } from '../../messages-public-reports.id.ts'
import { reportsId } from '../../messages-reports.id.ts'
import { REPORT_CHECK_PAGE } from '../../offline-assets.ts'
import { publicPath, whichOf } from '../address.ts'
import { type KeptFile, type ReportCard, contentOf, findSigned, listFiles, listReports, listVersions } from '../store.ts'

const WORDS = { id: publicReportsId, en: publicReportsEn }

const nameOf = ({ kind, period, version }: ReportCard, lang: Language): string => WORDS[lang].name(kind, period, version)
const daysOf = ({ from, to }: ReportCard, lang: Language): string => `${dayText(from, lang)} – ${dayText(to, lang)}`

const columnsIn = (lang: Language): Column<ReportCard>[] => {
  const { list } = WORDS[lang]
  return [
    { key: 'report', header: list.report, names: true, cell: (card) => <a href={publicPath(card)}>{nameOf(card, lang)}</a> },
    { key: 'days', header: list.period, cell: (card) => daysOf(card, lang) },
    { key: 'signed', header: list.signed, cell: ({ signedAt }) => (signedAt ? dayText(wibDate(fromDb(signedAt)).toString(), lang) : '') },
  ]
}

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
  view({ office, reports }, { lang }) {
    const t = WORDS[lang]
    return {
      title: t.title, variant: 'public',
      body: (
        <>
          <PageHeading title={t.title} over={office?.name} lead={t.lead} />
          <DataTable caption={t.title} quietCaption columns={columnsIn(lang)} rows={reports} rowKey={({ id }) => id}
            empty={<EmptyState icon="file" title={t.none}><p>{t.noneTodo}</p></EmptyState>} />
        </>
      ),
    }
  },
})

function Files({ card, files, lang }: { card: ReportCard; files: readonly KeptFile[]; lang: Language }) {
  const t = WORDS[lang]
  return (
    <Card title={t.files}>
      <div class="row">
        {files.map(({ part }) => <ButtonLink key={part} href={`${publicPath(card)}/${part}`} icon="download" look={part === 'pdf' ? 'primary' : 'secondary'} download>{t.download(part)}</ButtonLink>)}
      </div>
      {t.inIndonesian && <p class="soft">{t.inIndonesian}</p>}
      <Summary rows={files.map(({ part, sha256 }) => ({ label: t.sha256(part), value: <span class="mono">{sha256}</span> }))} />
    </Card>
  )
}

/** Names come from the report as it was signed; the English ones, which it does not hold, from the words of today, which may lack a figure of long ago. */
const figureName = ({ code, definition }: DefinedFigure, lang: Language): string => (lang === 'en' && code in wordsFor(lang).figures ? wordsFor(lang).figures[code].name : definition.name)

/** Every figure for all. */
function Figures({ figures, lang }: { figures: readonly DefinedFigure[]; lang: Language }) {
  const t = WORDS[lang]
  const columns: Column<DefinedFigure>[] = [
    { key: 'figure', header: t.figure, names: true, cell: (figure) => figureName(figure, lang) },
    { key: 'value', header: t.value, end: true, cell: ({ unit, rows: [row] }) => measuredText(unit, row, lang) },
    { key: 'of', header: t.of, cell: ({ unit, rows: [row] }) => (unit === 'share' ? t.partOf(row?.part ?? 0, row?.whole ?? 0) : t.units[unit]) },
  ]
  return <DataTable caption={t.summary} columns={columns} rows={figures} rowKey={({ code }) => code} />
}

function Check({ content: { log, period, registry }, lang }: { content: ReportContent; lang: Language }) {
  const t = WORDS[lang]
  return (
    <Card title={t.check}>
      <p>{t.checkLead}</p>
      <div class="row"><ButtonLink href={REPORT_CHECK_PAGE} look="secondary" icon="shield">{t.inBrowser}</ButtonLink></div>
      <p><code>{reportsId.about.howTo}</code></p>
      <Summary rows={[
        { label: t.log, value: t.entries(log.firstSeq, log.lastSeq) }, { label: t.root, value: <span class="mono">{rootLine({ day: period.to, ...log })}</span> },
        ...(registry ? [{ label: t.registry, value: t.registryNote(dayText(registry.day, lang)) }] : []),
      ]} />
      <p><a href="/log/roots">{t.roots}</a></p>
    </Card>
  )
}

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
  view({ card, newest, content, files }, { lang }) {
    const t = WORDS[lang]
    return {
      title: nameOf(card, lang), variant: 'public', back: { href: '/laporan', text: t.back },
      body: (
        <>
          <PageHeading title={nameOf(card, lang)} over={<span class="mono">{referenceOf(card.period, card.version)}</span>} lead={daysOf(card, lang)} />
          {card.signature === 'test' && <Notice tone="warning"><p>{t.test}</p></Notice>}
          {card.isReplaced && newest && <Notice tone="warning"><p>{t.replaced} <a href={publicPath(newest)}>{t.newer}</a></p></Notice>}
          <Files card={card} files={files} lang={lang} />
          <Figures figures={content.figures} lang={lang} />
          <Check content={content} lang={lang} />
        </>
      ),
    }
  },
})
