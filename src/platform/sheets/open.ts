import { fail, ok } from '../../kernel/result.ts'
import type { Result } from '../../kernel/result.ts'
import { openCsv } from './csv-read.ts'
import { decoderOf, detectEncoding } from './encoding.ts'
import type { Encoding } from './encoding.ts'
import { openHtml } from './html-read.ts'
import { openOds } from './ods-read.ts'
import { LIMITS, SheetError } from './sheet.ts'
import type { OpenedFile, SheetFault } from './sheet.ts'
import { headOf, wholeOf } from './source.ts'
import type { TableSource } from './source.ts'
import { isOle, openOle } from './xls-read.ts'
import { findWorkbook, openXlsx } from './xlsx-read.ts'
import { isZip, openZip } from './zip-read.ts'

const HEAD_BYTES = 256 * 1024

/**
 * Opens any file of tables: XLSX, ODS, binary XLS, HTML under the name of XLS, CSV of any delimiter and encoding. What it is, its
 * content says; the name only names the sheet of a CSV. Workbooks are held in memory until the result is let go, other files are
 * read from the source again by each call of `rows`.
 * @param source may be read several times, the last time by `rows`
 */
export async function openSheets(source: TableSource, name: string): Promise<Result<OpenedFile, SheetFault>> {
  try {
    const opened = await open(source, name)
    return opened.sheets.length > 0 ? ok(opened) : fail({ code: 'not-a-table' })
  } catch (error) {
    if (error instanceof SheetError) return fail(error.fault)
    throw error
  }
}

async function open(source: TableSource, name: string): Promise<OpenedFile> {
  if (source.size === 0) throw new SheetError({ code: 'empty' })
  if (source.size > LIMITS.textBytes) throw new SheetError({ code: 'too-large' })
  const head = await headOf(source, HEAD_BYTES)
  if (isZip(head)) return openZipped(await wholeOf(source, LIMITS.workbookBytes))
  if (isOle(head)) return openOle(await wholeOf(source, LIMITS.workbookBytes))
  if (FOREIGN.some((magic) => head.subarray(0, magic.length).equals(magic))) throw new SheetError({ code: 'not-a-table' })
  return openText(source, name, head)
}

const FOREIGN = ['%PDF', '{\\rtf', '\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', 'Rar!', '7z\u00bc\u00af', '\u001f\u008b', 'MIME-Version:']
  .map((magic) => Buffer.from(magic, 'latin1'))

async function openZipped(bytes: Buffer): Promise<OpenedFile> {
  const archive = openZip(bytes)
  const workbook = await findWorkbook(archive)
  if (workbook?.endsWith('.bin')) throw new SheetError({ code: 'binary-xls' })
  if (workbook !== undefined) return openXlsx(archive, workbook)
  const type = archive.has('mimetype') && archive.has('content.xml') ? await archive.text('mimetype', 1024) : ''
  if (type.includes('opendocument.spreadsheet')) return openOds(archive)
  throw new SheetError({ code: 'not-a-table' })
}

async function openText(source: TableSource, name: string, head: Buffer): Promise<OpenedFile> {
  const encoding = await detectEncoding(source, head)
  const beginning = decoderOf(encoding).write(head).trimStart()
  if (beginning === '' && source.size <= head.length) throw new SheetError({ code: 'empty' })
  if (looksBinary(head, encoding)) throw new SheetError({ code: 'not-a-table' })
  if (beginning.startsWith('<')) {
    // Excel's XML of 2003, which no program of today writes.
    if (/<\?mso-application|urn:schemas-microsoft-com:office:spreadsheet"/.test(beginning) && !/<html[\s>]/i.test(beginning)) {
      throw new SheetError({ code: 'binary-xls' })
    }
    if (/<(?:!doctype\s+html|html|head|meta|body|table|style|div)[\s>]/i.test(beginning)) return openHtml(source, encoding)
    throw new SheetError({ code: 'not-a-table' })
  }
  // A file of JSON is no list with one odd column.
  if (/^(?:\{\s*"|\[\s*[[{])/.test(beginning)) throw new SheetError({ code: 'not-a-table' })
  return openCsv(source, name, encoding, head)
}

/** Text has hardly any control characters; a stray NUL is forgiven. */
function looksBinary(head: Buffer, encoding: Encoding): boolean {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return false
  let odd = 0
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) odd += 1
  return odd > 8 && odd > head.length / 100
}
