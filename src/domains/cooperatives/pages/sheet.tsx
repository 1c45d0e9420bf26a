import { mandateWords } from '../mandate-messages.id.ts'
import type { ComponentChildren } from 'preact'
import type { Temporal } from 'temporal-polyfill'
import { formatRupiah } from '../../../kernel/rupiah.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Checklist } from '../../../ui/checklist.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Summary, type SummaryRow } from '../../../ui/summary.tsx'
import type { Tone } from '../../../ui/tone.ts'
import type { KeptCooperative } from '../cooperative-store.ts'
import { type MeetingState, lastBookYear, meetingState } from '../core/annual-meeting.ts'
import { isHeldOn } from '../core/board-check.ts'
import type { Completeness } from '../core/completeness.ts'
import { type BookYear, type Position } from '../core/record.ts'
import { supervisorOf } from '../core/supervisor.ts'
import type { ScreenWords } from '../screen-messages.id.ts'
import { answerText, dateText } from './answer-text.ts'
import { type SectionKey, sectionOf } from './sections.ts'

export type SheetModel = {
  kept: KeptCooperative; completeness: Completeness; nationalIds: ReadonlyMap<string, string>; now: Temporal.Instant
}

export type SheetContext = SheetModel & {
  words: ScreenWords
  isOfficer: boolean
  mayChange: boolean
  /** Telephone and tax number as this person may see them. */
  masked: (field: 'phone' | 'npwp') => ComponentChildren
}

const labelOf = (words: ScreenWords, key: string) => new Map(Object.entries(words.fields)).get(key) ?? key

/** The answers of one section as rows; what is not told stands only where it matters. */
function sectionRows(context: SheetContext, key: SectionKey, always: readonly string[] = []): SummaryRow[] {
  const { kept: { record, id }, words, mayChange, isOfficer, masked } = context
  const asks = sectionOf(key, 'record')?.asks ?? []
  const change = mayChange && (key !== 'status' || isOfficer) ? `/koperasi/${id}/ubah/${key}` : undefined
  const told = new Map(Object.entries(record))
  const isThere = (field: string) => told.get(field) !== undefined || Object.hasOwn(record.unknown ?? {}, field)
  return asks.filter(({ key: field, optional }) => !optional || always.includes(field) || isThere(field)).map(({ key: field, as }) => ({
    label: labelOf(words, field), change: as === 'village' ? change && `/koperasi/${id}/ubah/kecamatan` : change,
    value: (field === 'phone' || field === 'npwp') && told.get(field) !== undefined ? masked(field) : rowText(context, field),
  }))
}

function rowText({ kept, words }: SheetContext, field: string): string {
  if (field === 'villageCode') return `${kept.village}, ${kept.district}`
  const text = answerText(kept.record, field, words)
  const supervisor = field === 'membershipArea' ? supervisorOf(kept.record.membershipArea) : undefined
  return supervisor ? `${text}; ${words.supervised(words.choices.supervisor[supervisor])}` : text
}

function termText({ from, to }: Position, words: ScreenWords): string {
  return [from && words.board.since(dateText(from, words)), to && words.board.until(dateText(to, words))].filter(Boolean).join(', ')
}

function BoardCard({ kept: { id, positions }, words, mayChange, nationalIds, now }: SheetContext) {
  const today = wibDate(now)
  const columns: Column<Position>[] = [
    {
      key: 'name', header: words.fields.personName,
      cell: (row) => (mayChange ? <a href={`/koperasi/${id}/pengurus/${row.id}`}>{row.name}</a> : row.name),
    },
    {
      key: 'role', header: words.fields.role,
      cell: (row) => `${words.choices.role[row.role]}, ${words.choices.organ[row.organ].toLowerCase()}`,
    },
    {
      key: 'term', header: words.board.term,
      cell: (row) => (isHeldOn(row, today) ? termText(row, words) : `${words.board.former}, ${termText(row, words)}`),
    },
    {
      key: 'person', header: words.fields.nationalId,
      cell: ({ personId }) => <span class="mono">{personId === undefined ? words.board.namesOnly
        : nationalIds.get(personId) ?? words.board.linked}</span>,
    },
  ]
  const inOrder = positions.toSorted((a, b) => Number(isHeldOn(b, today)) - Number(isHeldOn(a, today)))
  return (
    <Card title={words.sheet.board}
      side={mayChange && (
        <ButtonLink href={`/koperasi/${id}/pengurus/baru`} look="secondary" small icon="person">{words.board.add}</ButtonLink>
      )}>
      <DataTable caption={words.sheet.board} quietCaption columns={columns} rows={inOrder} rowKey={(row) => row.id}
        empty={<p>{words.board.none}</p>} />
    </Card>
  )
}

const MEETING_TONE: Record<MeetingState, Tone> = {
  'on-time': 'success', 'after-target': 'warning', late: 'danger', waiting: 'neutral', due: 'warning', missed: 'danger',
}

function YearsCard({ kept: { id, record, bookYears }, words, mayChange, now }: SheetContext) {
  const today = wibDate(now)
  const at = (year: number, section: string) => `/koperasi/${id}/tahun/${year}/${section}`
  const stateOf = (one: BookYear) => meetingState(
    { bookYear: one.year, endMonth: record.bookYearEndMonth, level: record.level ?? 'primary' }, one.meetingOn, today,
  )
  const link = (year: number, section: string, text: string) => (mayChange ? <a href={at(year, section)}>{text}</a> : text)
  const empty = words.choices.meetingState
  const columns: Column<BookYear>[] = [
    { key: 'year', header: words.years.year, cell: ({ year }) => link(year, 'rapat', String(year)) },
    {
      key: 'meeting', header: words.years.meeting,
      cell: (one) => <><StatusTag tone={MEETING_TONE[stateOf(one)]} text={empty[stateOf(one)]} />{one.meetingOn
        && <><br /><small class="soft">{dateText(one.meetingOn, words)}</small></>}</>,
    },
    {
      key: 'assets', header: words.years.assets, end: true,
      cell: (one) => link(one.year, 'keuangan', answerText(one, 'assets', words) || '–'),
    },
    {
      key: 'surplus', header: words.years.surplus, end: true,
      cell: (one) => (one.netSurplus === undefined ? answerText(one, 'netSurplus', words) || '–' : formatRupiah(one.netSurplus)),
    },
    {
      key: 'health', header: words.years.health,
      cell: (one) => link(one.year, 'pemeriksaan', answerText(one, 'healthGrade', words) || '–'),
    },
  ]
  const last = lastBookYear(today, record.bookYearEndMonth)
  const isTold = (year: number) => bookYears.some((one) => one.year === year)
  const unfilled = [last, last - 1, last - 2].filter((year) => !isTold(year) && `${year}-12-31` >= record.legalEntityDate)
  return (
    <Card title={words.years.title}>
      <DataTable caption={words.years.title} quietCaption columns={columns} rows={bookYears.toReversed()}
        rowKey={({ year }) => String(year)} empty={<p>{words.years.none}</p>} />
      {mayChange && (
        <p class="row">
          {unfilled.map((year, place) => (
            <ButtonLink key={year} href={at(year, 'rapat')}
              look={place === 0 ? 'secondary' : 'link'} small>{words.years.fill(year)}</ButtonLink>
          ))}
        </p>
      )}
    </Card>
  )
}

/** How a gap is called. */
function gapLabel(field: string, words: ScreenWords): string {
  const [part, name] = field.split('.')
  if (part === 'board') return new Map(Object.entries(words.choices.role)).get(name ?? '') ?? words.sheet.board
  if (part === 'bookYear') return words.sheet.lastBookYear(labelOf(words, name ?? ''))
  return field === 'confirmedOn' ? words.sheet.confirmed : labelOf(words, field)
}

function CompletenessCard({ completeness, words: { sheet: s }, words }: SheetContext) {
  return (
    <Card title={s.completeness} side={<b>{s.score(completeness.score)}</b>}>
      {completeness.needsUpdate && <p>{s.stale}</p>}
      {completeness.missing.length === 0 ? <p>{s.allThere}</p> : (
        <Checklist items={completeness.missing.map(({ field, unstated }) => ({
          state: unstated ? 'doubtful' : 'missing', label: gapLabel(field, words), ...(unstated ? { note: s.unstated } : {}),
        }))} />
      )}
    </Card>
  )
}

/** Everything the registry knows of a cooperative, block by block. */
export function CooperativeSheet(context: SheetContext) {
  const { kept: { id, record, registryNumber }, words: { sheet: s } } = context
  const { membersFemale: female, membersMale: male } = record
  const total = female !== undefined && male !== undefined ? [{
    label: context.words.sections.anggota.title, value: s.members(female, male),
  }] : []
  return (
    <>
      <Card title={s.identity}>
        <Summary rows={[
          { label: s.registryNumber, value: <span class="mono">{registryNumber}</span> }, ...sectionRows(context, 'nama'),
          ...sectionRows(context, 'jenis', ['group'])
        ]} />
      </Card>
      <Card title={s.place}><Summary rows={sectionRows(context, 'alamat', ['phone'])} /></Card>
      <BoardCard {...context} />
      <YearsCard {...context} />
      <Card title={s.people} side={<><ButtonLink href={`/koperasi/${id}/kuasa`} look="secondary" small>{mandateWords.title}</ButtonLink> <ButtonLink href={`/koperasi/${id}/anggota`} look="secondary" small>{context.words.members.title}</ButtonLink></>}><Summary rows={[
        ...total, ...sectionRows(context, 'anggota', ['membersFemale', 'membersMale']),
        ...sectionRows(context, 'karyawan', ['employeesFemale', 'employeesMale'])
      ]} /></Card>
      <Card title={s.numbers}><Summary rows={sectionRows(context, 'izin', ['cooperativeNumber', 'nib', 'npwp'])} /></Card>
      <Card title={s.institution} side={<ButtonLink href={`/koperasi/${id}/cabang`} look="secondary" small>{context.words.branches.title}</ButtonLink>}><Summary rows={sectionRows(context, 'kelembagaan', ['sector', 'loop'])} /></Card>
      {record.group === 'kdkmp'
        && <Card title={s.kdkmp}><Summary rows={sectionRows(
          context, 'merah-putih', ['kdkmpScheme', 'outlets', 'operatingSince'],
        )} /></Card>}
      <Card title={s.status}><Summary rows={sectionRows(context, 'status')} /></Card>
      <CompletenessCard {...context} />
    </>
  )
}
