import { Temporal } from 'temporal-polyfill'
import { longDate, longMoment } from '../../../../kernel/wib.ts'
import { fromDb } from '../../../../platform/db/unit.ts'
import type { Form } from '../../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { ErrorSummary, problemOf } from '../../../../ui/error-summary.tsx'
import { TextArea } from '../../../../ui/fields/text-area.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { Summary } from '../../../../ui/summary.tsx'
import { reportTables } from '../../core/report-tables.ts'
import { reportPagesId as t } from '../../messages-report-pages.id.ts'
import type { ItemStand, Remark, ReportCard } from '../store.ts'
import { CellTable } from './cell-table.tsx'
import type { ReportModel } from './report-model.ts'
import { AwaitsTag, StateTag, itemOf, nameOf, pathOf } from './report-words.tsx'

const at = (moment: Date) => longMoment(fromDb(moment))
const day = (iso: string) => longDate(Temporal.PlainDate.from(iso))

function Next({ model: { card, ways } }: { model: ReportModel }) {
  const links = [
    ways.check > 0 && <ButtonLink href={pathOf(card.id, 'periksa')} icon="check">{t.check.open(ways.check)}</ButtonLink>,
    ways.answer > 0 && <ButtonLink href={pathOf(card.id, 'jawab')} icon="pen">{t.answer.open(ways.answer)}</ButtonLink>,
    ways.sign && <ButtonLink href={pathOf(card.id, 'tanda-tangan')} icon="pen">{t.sign.open}</ButtonLink>,
    ways.scan && <ButtonLink href={pathOf(card.id, 'pindaian')} icon="file">{t.scan.open}</ButtonLink>,
    ways.explain && <ButtonLink href={pathOf(card.id, 'jawab?semua=ya')} look="secondary">{t.answer.add}</ButtonLink>,
    ways.targets && <ButtonLink href={`/petugas/laporan/sasaran/${card.period}`} look="secondary">{t.one.targets}</ButtonLink>,
    card.state !== 'signed' && <ButtonLink href={pathOf(card.id, 'unduh/pdf')} look="secondary" icon="file">{t.one.preview}</ButtonLink>,
    ways.revise && <ButtonLink href={pathOf(card.id, 'versi-baru')} look="secondary">{t.revise.open}</ButtonLink>,
  ].filter(Boolean)
  return <div class="row">{links}</div>
}

function Files({ model: { card, files } }: { model: ReportModel }) {
  if (files.length === 0) return null
  const given = files.filter(({ part }) => part !== 'print')
  return (
    <Card title={t.one.files}>
      <div class="row">
        {given.map(({ part }) => <ButtonLink key={part} href={pathOf(card.id, `unduh/${part}`)} icon="download" look="secondary" download>{t.one.download(part)}</ButtonLink>)}
        {files.some(({ part }) => part === 'print') && <ButtonLink href={pathOf(card.id, 'unduh/print')} icon="print" look="secondary" download>{t.one.print}</ButtonLink>}
      </div>
      <Summary rows={given.map(({ part, sha256 }) => ({ label: t.one.sha256(part), value: <span class="mono">{sha256}</span> }))} />
    </Card>
  )
}

function Facts({ model: { card, content, versions } }: { model: ReportModel }) {
  const { log, registry } = content
  return (
    <Card title={t.one.facts}>
      <Summary rows={[
        { label: t.one.days, value: `${day(card.from)} – ${day(card.to)}` },
        { label: t.one.drafted, value: at(card.draftedAt) },
        ...(card.lockedAt ? [{ label: t.one.locked, value: at(card.lockedAt) }] : []),
        ...(card.signedAt ? [{ label: t.one.signed, value: at(card.signedAt) }] : []),
        ...(card.reason === null ? [] : [{ label: t.one.reason, value: card.reason }]),
        { label: t.one.log, value: t.one.entries(log.firstSeq, log.lastSeq) },
        { label: t.one.root, value: <span class="mono">{log.root}</span> },
        ...(registry ? [{ label: t.one.registry, value: registry.note }] : []),
        ...(versions.length > 1 ? [{ label: t.one.versions, value: versions.map((one) => <><a href={pathOf(one.id)}>{t.version(one.version)}</a>{' '}</>) }] : []),
      ]} />
    </Card>
  )
}

/** What was remarked about a figure and what the office says about it. */
export function Said({ remarks, stand }: { remarks: readonly Remark[]; stand: ItemStand }) {
  const mine = remarks.filter(({ code }) => code === stand.code)
  if (mine.length === 0 && stand.explanation === null) return null
  return (
    <>
      {mine.map((one) => <p key={one.at.getTime()}><b>{t.role[one.role] ?? one.role}:</b> {one.words} <span class="soft">({at(one.at)})</span></p>)}
      {stand.explanation !== null && <p><b>{t.one.explanation}:</b> {stand.explanation}</p>}
    </>
  )
}

function Figures({ model: { card, content, stands, remarks } }: { model: ReportModel }) {
  const columns: Column<ItemStand>[] = [
    { key: 'figure', header: t.one.figure, names: true, cell: ({ code }) => <a href={pathOf(card.id, `angka/${code}`)}>{itemOf(content, code)?.name ?? code}</a> },
    { key: 'value', header: t.one.value, cell: ({ code }) => itemOf(content, code)?.value ?? '' },
    { key: 'stand', header: t.one.stand, cell: (stand) => <><AwaitsTag awaits={stand.awaits} /><Said remarks={remarks} stand={stand} /></> },
  ]
  return <DataTable caption={t.one.figures} columns={columns} rows={stands} rowKey={({ code }) => code} />
}

/** What reads otherwise than in the version before, and how the year's goals were met. */
function Compared({ model: { content } }: { model: ReportModel }) {
  const tables = reportTables(content).filter(({ id }) => id === 'perubahan' || id === 'sasaran')
  return (
    <>
      {content.changes?.rows.length === 0 && <Notice><p>{t.one.sameAsBefore}</p></Notice>}
      {tables.map((table) => <CellTable key={table.id} table={table} />)}
    </>
  )
}

function Remarks({ model: { card, ways }, form }: { model: ReportModel; form: Form }) {
  if (!ways.remark) return card.remarks === null ? null : <Card title={t.one.remarks}><p>{card.remarks}</p></Card>
  const typed = form.values['remarks']
  return (
    <Card title={t.one.remarks}>
      <form method="post" class="stack prose" noValidate>
        <TextArea name="remarks" label={t.one.remarks} hint={t.one.remarksHint} rows={4} maxLength={4_000} value={typeof typed === 'string' ? typed : card.remarks ?? ''}
          error={problemOf(form.problems, 'remarks')} />
        <div class="row"><Button look="secondary">{t.one.saveRemarks}</Button></div>
      </form>
    </Card>
  )
}

const failureOf = ({ state, lastFailure }: ReportCard): string | undefined => {
  if (state !== 'signing' || lastFailure === null) return undefined
  const known: Record<string, string> = t.sign.failure
  return `${known[lastFailure] ?? ''} ${t.sign.waits}`
}

export function ReportView({ model, form }: { model: ReportModel; form: Form }) {
  const { card, stands, files } = model
  const failure = failureOf(card)
  const waitsForScan = card.state === 'signing' && files.some(({ part }) => part === 'print')
  return (
    <>
      <ErrorSummary problems={form.problems} />
      <PageHeading title={nameOf(card)} over={<span class="mono">{model.content.reference}</span>} side={<StateTag card={card} />}
        lead={card.state === 'draft' ? t.progress(stands.filter(({ awaits }) => awaits === 'none').length, stands.length) : undefined} />
      {failure && <Notice tone="warning"><p>{failure}</p></Notice>}
      {waitsForScan && <Notice tone="info"><p>{t.sign.waitsForScan}</p></Notice>}
      <Next model={model} />
      <Files model={model} />
      <Compared model={model} />
      <Figures model={model} />
      <Remarks model={model} form={form} />
      <Facts model={model} />
    </>
  )
}
