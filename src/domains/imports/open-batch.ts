import { type Result, invalid, ok } from '../../kernel/result.ts'
import { openSealed, putSealed } from '../../platform/files/sealed-file.ts'
import { newStorageKey } from '../../platform/files/storage.ts'
import { type Unit, transact } from '../../platform/db/unit.ts'
import { openSheets } from '../../platform/sheets/open.ts'
import { sheetFaultText, sheetMessages } from '../../platform/sheets/messages.id.ts'
import { LIMITS, type OpenedFile, type Sheet, SheetError, type SheetRow } from '../../platform/sheets/sheet.ts'
import type { TableSource } from '../../platform/sheets/source.ts'
import type { Tools } from '../../platform/tools.ts'
import { type Batch, type BatchSource, type Reading, findByFile, findMapping, findUnfinished, getBatch, insertBatch } from './batch-store.ts'
import { type Proposal, proposeColumns } from './core/columns.ts'
import type { RecordKind } from './core/fields.ts'
import { findLayout } from './core/layout.ts'
import { type KeptMapping, applyMapping, fingerprintOf } from './core/mapping.ts'
import { LIST_KINDS } from './list-kinds.ts'
import { importScreens as t } from './screen-messages.id.ts'
import { worldOf } from './world.ts'

/** Rows that are looked at to find the table and to guess the columns. */
const LOOKED_AT = 120

export type Arriving = {
  officeId: string; by: string; fileName: string; sender: string; source: BatchSource; observedOn: string
  /** The sheet meant, by name; left out: the first that shows a table. */
  sheet?: string | undefined
  /** Columns as told by the one who sends it; left out: as kept for these headers, else as guessed. */
  mapping?: KeptMapping | undefined
  kind?: RecordKind | undefined
  /** What is begun with the batch in the same transaction, for those who do not look at its columns first. */
  begin?: ((unit: Unit, id: string) => Promise<Result<Batch>>) | undefined
}

/** A list as it lies encrypted in the storage, before it is a batch. */
export type StoredList = { key: string; size: number; sha256: string }

/** Keeps a list encrypted while it comes. One that nobody opens is removed with other files that no row names. */
export async function storeList(tools: Pick<Tools, 'files' | 'keys'>, bytes: AsyncIterable<Uint8Array>): Promise<Result<StoredList>> {
  const key = newStorageKey()
  const stored = await putSealed(tools, key, bytes, LIMITS.textBytes)
  return stored.ok ? ok({ key, ...stored.value }) : invalid([{ field: 'file', message: sheetMessages['too-large'] }], 'too-large')
}

/**
 * Takes a list in: keeps it encrypted, finds its table and proposes its columns. Nothing is read into the registry yet.
 * The same list of the same sender that was stopped half-way is gone on with.
 */
export async function receiveList(tools: Tools, { bytes, ...one }: Arriving & { bytes: AsyncIterable<Uint8Array> }): Promise<Result<Batch>> {
  const stored = await storeList(tools, bytes)
  return stored.ok ? openList(tools, stored.value, one) : stored
}

/** The second half of `receiveList`, for a list that is stored. */
export async function openList(tools: Tools, { key, size, sha256 }: StoredList, one: Arriving): Promise<Result<Batch>> {
  const unfinished = await findUnfinished(tools.db, one.officeId, sha256, one.sender)
  if (unfinished) {
    await tools.files.delete(key)
    return ok(unfinished)
  }
  const opened = await findByFile(tools.db, key)
  if (opened) return ok(opened)
  const looked = await lookInto(tools, key, one)
  if (!looked.ok) {
    await tools.files.delete(key)
    return looked
  }
  const made = await transact(tools.db, tools.clock, async (unit) => {
    const id = await insertBatch(unit.tx, unit.now, {
      ...looked.value, officeId: one.officeId, source: one.source, sender: one.sender, observedOn: one.observedOn, fileName: one.fileName, createdBy: one.by,
      fileSize: size, fileSha256: sha256, storageKey: key,
    })
    unit.record(one.officeId, { what: 'import.receive', kind: 'import', subject: id, actor: one.by, data: { source: one.source, sha256, bytes: size } })
    return one.begin ? one.begin(unit, id) : ok(await getBatch(unit.tx, id))
  })
  if (!made.ok) await tools.files.delete(key)
  return made
}

async function lookInto(tools: Tools, key: string, one: Arriving): Promise<Result<{ kind: RecordKind; sheet: string; reading: Reading }>> {
  const source = await openSealed(tools, key)
  if (!source) throw new Error('a file that was just stored is not there')
  const opened = await openTable(source, one.fileName)
  if (!opened.ok) return opened
  const chosen = one.sheet === undefined ? await firstTable(opened.value) : opened.value.sheets.find(({ name }) => name === one.sheet)
  if (!chosen) return invalid([{ field: 'sheet', message: t.noSheet(one.sheet ?? '', opened.value.sheets.map(({ name }) => name).join(', ')) }])
  const proposed = await proposalFor(tools, one.officeId, chosen, one.kind, one.mapping)
  return proposed.ok ? ok({ kind: proposed.value.proposal.kind, sheet: chosen.name, reading: readingOf(proposed.value) }) : proposed
}

/** Opens a list; a file that is no table is refused with what to do. */
export async function openTable(source: TableSource, name: string): Promise<Result<OpenedFile>> {
  const opened = await openSheets(source, name)
  return opened.ok ? opened : invalid([{ field: 'file', message: sheetFaultText(opened.error) }], opened.error.code)
}

async function firstTable({ sheets }: OpenedFile): Promise<Sheet | undefined> {
  const [first, ...others] = sheets.filter(({ hidden }) => !hidden)
  if (others.length === 0) return first ?? sheets[0]
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    if ((await rowsAtTop(sheet, 5)).length >= 3) return sheet
  }
  return first
}

export async function rowsAtTop(sheet: Sheet, count: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of sheet.rows()) if (rows.push(row) >= count) break
  return rows
}

export type Proposed = { layout: Reading['layout']; proposal: Proposal; kept: boolean }

/** What the table of a sheet is and which column is which: as told, as kept for a list with these headers, else as guessed. */
export async function proposalFor(tools: Pick<Tools, 'db' | 'clock'>, officeId: string, sheet: Sheet, kind?: RecordKind, told?: KeptMapping): Promise<Result<Proposed>> {
  try {
    const rows = await rowsAtTop(sheet, LOOKED_AT)
    const layout = findLayout(rows, await sheet.merges())
    if (layout.columns.length === 0) return invalid([{ field: 'file', message: t.noTable }])
    const world = await worldOf(tools.db, tools.clock, officeId)
    const proposal = kind ? proposeColumns(layout, rows, world, kind) : proposeColumns(layout, rows, world)
    const known = told ?? await findMapping(tools.db, officeId, fingerprintOf(layout.columns.map(({ header }) => header)))
    const mapping = told || kind === undefined || known?.kind === kind ? known : undefined
    return ok(mapping ? { layout, proposal: laidOver(proposal, mapping), kept: true } : { layout, proposal, kept: false })
  } catch (error) {
    if (error instanceof SheetError) return invalid([{ field: 'file', message: sheetFaultText(error.fault) }], error.fault.code)
    throw error
  }
}

/** Columns somebody decided on keep their field; what is new keeps the guess. */
function laidOver(proposal: Proposal, mapping: KeptMapping): Proposal {
  const applied = applyMapping(proposal.columns, mapping)
  const added = new Set(applied.added.map(({ at }) => at))
  const decided = new Map(applied.mapping.columns.map((column) => [column.at, column]))
  const columns = proposal.columns.map((column) => {
    const known = decided.get(column.at)
    return known && !added.has(column.at) ? { ...column, ...known, confidence: 1, by: 'preset' as const, reason: t.keptMapping } : column
  })
  return { ...proposal, kind: mapping.kind, columns }
}

/** The part of a proposal that is kept with the batch. */
export const readingOf = ({ layout, proposal }: Pick<Proposed, 'layout' | 'proposal'>): Reading => ({
  layout, mapping: { kind: proposal.kind, columns: proposal.columns.map(({ confidence: _c, by: _b, reason: _r, samples: _s, ...column }) => column) },
})

/** What must be told by some column before a list can be read; empty when all is there. */
export const missingColumns = (reading: Reading): string[] => LIST_KINDS[reading.mapping.kind].missingColumns(reading)

/** All sheets of a batch. @throws when the file is gone or broken */
export async function sheetsOf(tools: Pick<Tools, 'files' | 'keys'>, batch: Batch): Promise<Sheet[]> {
  const source = batch.storageKey === null ? undefined : await openSealed(tools, batch.storageKey)
  if (!source) throw new Error('the file of a batch is gone')
  const opened = await openTable(source, batch.fileName)
  if (!opened.ok) throw new Error('the file of a batch is broken')
  return opened.value.sheets
}

/** The sheet of a batch, opened again. @throws when the file is gone or broken */
export async function sheetOf(tools: Pick<Tools, 'files' | 'keys'>, batch: Batch): Promise<Sheet> {
  const sheet = (await sheetsOf(tools, batch)).find(({ name }) => name === batch.sheet)
  if (!sheet) throw new Error('the sheet of a batch is gone')
  return sheet
}
