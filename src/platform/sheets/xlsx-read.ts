import { readMarkup, utf8Texts } from './markup.ts'
import type { MarkupEvents } from './markup.ts'
import { LIMITS, SheetError } from './sheet.ts'
import type { OpenedFile } from './sheet.ts'
import { formatOf } from './xlsx-formats.ts'
import type { NumberFormat } from './xlsx-formats.ts'
import { readMerges, readSheetRows } from './xlsx-sheet.ts'
import type { Workbook } from './xlsx-sheet.ts'
import { readSharedStrings } from './xlsx-strings.ts'
import type { Archive } from './zip-read.ts'

type SheetEntry = { name: string; hidden: boolean; part: string }

/** Opens a workbook whose archive holds `workbook`, the part its root relations name. */
export async function openXlsx(archive: Archive, workbook: string): Promise<OpenedFile> {
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1)
  const relations = await readRelations(archive, `${folder}_rels/${workbook.slice(folder.length)}.rels`, folder)
  const { sheets, date1904 } = await readWorkbook(archive, workbook, relations)
  const formats = await readFormats(archive, relations.byType.get('styles'))
  const read = async () => ({ strings: await readSharedStrings(archive, relations.byType.get('sharedStrings')), formats, date1904 })
  let opened: Promise<Workbook> | undefined
  // The texts are read with the first row that is asked for, and only once for all sheets.
  const workbookOf = () => (opened ??= read())
  return {
    kind: 'xlsx',
    sheets: sheets.map(({ name, hidden, part }) => ({
      name,
      hidden,
      rows: () => readSheetRows(archive, part, workbookOf),
      merges: () => readMerges(archive, part),
    })),
  }
}

/** The part that the root relations name as the workbook; it may lie anywhere, and may be a binary one (`.bin`). */
export async function findWorkbook(archive: Archive): Promise<string | undefined> {
  if (!archive.has('_rels/.rels')) return archive.has('xl/workbook.xml') ? 'xl/workbook.xml' : undefined
  const relations = await readRelations(archive, '_rels/.rels', '')
  const part = relations.byType.get('officeDocument')
  if (part === undefined || !archive.has(part)) return undefined
  return part.endsWith('workbook.bin') || await isWorkbook(archive, part) ? part : undefined
}

async function isWorkbook(archive: Archive, part: string): Promise<boolean> {
  for await (const name of walk(archive, part, (take) => ({ open: take, close: ignore, text: ignore }))) return name === 'workbook'
  return false
}

const ignore = () => undefined

/** Reads a small part and hands on what the handlers take. */
async function* walk<T>(archive: Archive, part: string, handlers: (take: (item: T) => void) => MarkupEvents): AsyncGenerator<T> {
  let items: T[] = []
  const drain = () => {
    const taken = items
    items = []
    return taken
  }
  yield* readMarkup(utf8Texts(archive.stream(part, LIMITS.sharedTextBytes)), 'xml', handlers((item) => items.push(item)), drain)
}

type Tag = { name: string; attributes: Record<string, string> }
const tagsOf = (archive: Archive, part: string) =>
  walk<Tag>(archive, part, (take) => ({ open: (name, attributes) => take({ name, attributes }), close: ignore, text: ignore }))

type Relations = { byId: Map<string, { kind: string; path: string }>; byType: Map<string, string> }

async function readRelations(archive: Archive, part: string, folder: string): Promise<Relations> {
  const relations: Relations = { byId: new Map(), byType: new Map() }
  if (!archive.has(part)) return relations
  for await (const { name, attributes } of tagsOf(archive, part)) {
    if (name !== 'Relationship') continue
    const { Id: id = '', Type: type = '', Target: target = '' } = attributes
    const path = resolved(folder, target)
    // The strict and the usual flavour differ in the address before the last word.
    const kind = type.slice(type.lastIndexOf('/') + 1)
    relations.byId.set(id, { kind, path })
    if (!relations.byType.has(kind)) relations.byType.set(kind, path)
  }
  return relations
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}

async function readWorkbook(archive: Archive, part: string, relations: Relations): Promise<{ sheets: SheetEntry[]; date1904: boolean }> {
  const sheets: SheetEntry[] = []
  let date1904 = false
  for await (const { name, attributes } of tagsOf(archive, part)) {
    if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
    if (name !== 'sheet') continue
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
    const target = relations.byId.get(id)
    // Charts and macros may have sheets of their own, which hold no cells.
    if (target?.kind !== 'worksheet') continue
    if (!archive.has(target.path)) throw new SheetError({ code: 'broken' })
    sheets.push({ name: attributes['name'] ?? '', hidden: (attributes['state'] ?? 'visible') !== 'visible', part: target.path })
    if (sheets.length > LIMITS.sheets) throw new SheetError({ code: 'too-large' })
  }
  return { sheets, date1904 }
}

/** The number format of each cell style, by the number that cells name. */
async function readFormats(archive: Archive, part: string | undefined): Promise<NumberFormat[]> {
  const formats: NumberFormat[] = []
  if (part === undefined || !archive.has(part)) return formats
  const codes = new Map<number, string>()
  let inCellStyles = false
  const events = walk<Tag | string>(archive, part, (take) => ({
    open: (name, attributes) => take({ name, attributes }),
    close: take,
    text: ignore,
  }))
  for await (const event of events) {
    if (typeof event === 'string') {
      if (event === 'cellXfs') inCellStyles = false
    } else if (event.name === 'numFmt') codes.set(Number(event.attributes['numFmtId']), event.attributes['formatCode'] ?? '')
    else if (event.name === 'cellXfs') inCellStyles = true
    else if (event.name === 'xf' && inCellStyles) {
      const id = Number(event.attributes['numFmtId'] ?? 0)
      formats.push(formatOf(id, codes.get(id)))
    }
  }
  return formats
}
