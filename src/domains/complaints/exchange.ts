import { randomUUID } from 'node:crypto'
import { type Problem, type Result, invalid, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import type { Temporal } from 'temporal-polyfill'
import { formatInstant, wibDate } from '../../kernel/wib.ts'
import { type Unit, fromDb, roleOf } from '../../platform/db/unit.ts'
import { streamed } from '../../platform/export/respond.ts'
import { type Sheet, SheetError } from '../../platform/sheets/sheet.ts'
import { bufferSource } from '../../platform/sheets/source.ts'
import { openSheets } from '../../platform/sheets/open.ts'
import type { OutRow } from '../../platform/sheets/write.ts'
import { writeCsv } from '../../platform/sheets/write-csv.ts'
import type { Tools } from '../../platform/tools.ts'
import { COLUMNS, type ExchangeColumn, type Listed, NEEDED, readRow, writeRow } from './core/exchange.ts'
import { answersOf } from './entry-store.ts'
import { fileTicket } from './file-ticket.ts'
import { listForExchange } from './list-store.ts'
import { complaintsId } from './messages.id.ts'
import { findByLaporNumber } from './ticket-store.ts'
import type { Ticket } from './ticket.ts'

const t = complaintsId.exchange
/** As many reports are taken in at once. */
const MOST_ROWS = 1000
const MOST_EXPORTED = 10_000
/** As many problems are told; who mends them sends the file again. */
const MOST_PROBLEMS = 20

const problem = (message: string): Problem => ({ field: 'file', message })

async function rowsOf(sheet: Sheet): Promise<Result<{ number: number; values: Partial<Record<ExchangeColumn, string>> }[]>> {
  let columns: (ExchangeColumn | undefined)[] | undefined
  const rows: { number: number; values: Partial<Record<ExchangeColumn, string>> }[] = []
  for await (const { number, cells } of sheet.rows()) {
    if (!columns) {
      columns = cells.map((cell) => COLUMNS.find((column) => column === cell.text.trim().toLowerCase()))
      const held = columns
      const missing = NEEDED.filter((column) => !held.includes(column))
      if (missing.length > 0) return invalid([problem(t.columns(missing.join(', ')))])
      continue
    }
    const held = columns
    rows.push({ number, values: Object.fromEntries(cells.flatMap((cell, at) => (held[at] ? [[held[at], cell.text]] : []))) })
    if (rows.length > MOST_ROWS) return invalid([problem(t.tooMany(MOST_ROWS))])
  }
  return columns ? ok(rows) : invalid([problem(t.unreadable)])
}

async function read(bytes: Uint8Array): Promise<Result<{ number: number; listed: Listed }[]>> {
  const opened = await openSheets(bufferSource(bytes), 'lapor.csv')
  const sheet = opened.ok ? opened.value.sheets[0] : undefined
  if (!sheet) return invalid([problem(t.unreadable)])
  try {
    const rows = await rowsOf(sheet)
    if (!rows.ok) return rows
    const readRows = rows.value.map(({ number, values }) => ({ number, read: readRow(values) }))
    const problems = readRows.flatMap(({ number, read: one }) => (one.ok ? [] : one.error.map((code) => problem(t.row(number, t.problems[code] ?? code)))))
    if (problems.length > 0) return invalid(problems.slice(0, MOST_PROBLEMS))
    return ok(readRows.flatMap(({ number, read: one }) => (one.ok ? [{ number, listed: one.value }] : [])))
  } catch (error) {
    if (error instanceof SheetError) return invalid([problem(t.unreadable)])
    throw error
  }
}

/**
 * Takes in reports from LAPOR!, all or none. One whose number is there already stays as it is, so a file may be sent again. Who reported is
 * LAPOR!'s to know: here they are without a name. Their clocks run from the day they came to LAPOR!.
 */
export async function importLapor(tools: Tools, unit: Unit, actor: Actor, file: File): Promise<Result<{ fresh: number; known: number }>> {
  const rows = await read(new Uint8Array(await file.arrayBuffer()))
  if (!rows.ok) return rows
  const total = { fresh: 0, known: 0 }
  const problems: Problem[] = []
  for (const { number, listed } of rows.value) {
    if (await findByLaporNumber(unit.tx, actor.officeId, listed.laporNumber)) {
      total.known += 1
      continue
    }
    const filed = await fileTicket(tools, unit, actor.officeId, actor, { ...listed, channel: 'lapor', identity: 'anonymous', formKey: randomUUID() })
    if (filed.ok) total.fresh += 1
    else problems.push(problem(t.row(number, filed.error.kind === 'invalid' ? filed.error.problems[0]?.message ?? '' : t.calendar)))
  }
  if (problems.length > 0) return invalid(problems.slice(0, MOST_PROBLEMS))
  unit.record(actor.officeId, { what: 'complaint.import', kind: 'office', subject: actor.officeId, actor: actor.accountId, role: roleOf(actor), data: total })
  return ok(total)
}

function valuesOf(ticket: Ticket, answer: string | undefined): Record<ExchangeColumn, string> {
  return {
    ...writeRow({
      laporNumber: ticket.laporNumber ?? '', receivedOn: wibDate(fromDb(ticket.receivedAt)), kind: ticket.kind, words: ticket.words,
      wanted: ticket.wanted, place: ticket.place,
      regionCode: ticket.regionCode ?? '', serviceCode: ticket.serviceCode ?? '', cooperative: ticket.cooperativeName,
    }),
    no_tiket: ticket.reference, kanal: ticket.channel, identitas: ticket.identity, kategori: ticket.category ?? '',
    kadar: ticket.class ?? '',
    batas_waktu: ticket.dueAt ? formatInstant(fromDb(ticket.dueAt)) : '', status: ticket.state,
    jawaban: ticket.answeredAt === null ? '' : answer ?? '',
    tanggal_jawaban: ticket.answeredAt ? wibDate(fromDb(ticket.answeredAt)).toString() : '', hasil: ticket.outcome ?? '',
    nilai: ticket.score === null ? '' : String(ticket.score),
  }
}

/** Tickets as CSV for the operator of LAPOR!, without who reported them: those this officer may see. */
export async function exportLapor(unit: Unit, actor: Actor, since: Temporal.Instant): Promise<Response> {
  const tickets = await listForExchange(unit.tx, actor, since, MOST_EXPORTED)
  const answers = await answersOf(unit.tx, tickets.map((one) => one.id))
  const rows = tickets.map((ticket): OutRow => {
    const values = valuesOf(ticket, answers.get(ticket.id))
    return COLUMNS.map((column) => values[column])
  })
  unit.record(actor.officeId, { what: 'complaint.export', kind: 'office', subject: actor.officeId, actor: actor.accountId, role: roleOf(actor), data: { rows: rows.length } })
  const columns = COLUMNS.map((name) => ({ name, title: name, kind: 'text' as const }))
  return streamed(writeCsv(columns, rows, { delimiter: ';', bom: true }), { type: 'text/csv; charset=utf-8', name: 'pengaduan.csv' })
}
