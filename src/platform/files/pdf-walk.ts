import { PDF, PdfArray, PdfDict, PdfName, PdfRef } from '@libpdf/core'
import type { FileRefusalCode } from './messages.id.ts'

/** What the inspection of a PDF says. */
export type PdfVerdict = { pages: number } | { refused: FileRefusalCode }

const MOST_PAGES = 50
const MOST_OBJECTS = 300_000

// ISO 32000-2, table 201: what a reader may be made to do. Following a link and moving within the document stay allowed.
const ACTIONS: Record<string, FileRefusalCode> = {
  JavaScript: 'pdf-script', Launch: 'pdf-script', ImportData: 'pdf-script', SubmitForm: 'pdf-script',
  GoToR: 'pdf-script', GoToE: 'pdf-script',
  Rendition: 'pdf-attachment', RichMediaExecute: 'pdf-attachment', Movie: 'pdf-attachment', Sound: 'pdf-attachment',
  GoTo3DView: 'pdf-attachment',
}
const ANNOTATIONS: Record<string, FileRefusalCode> = {
  FileAttachment: 'pdf-attachment', RichMedia: 'pdf-attachment', Movie: 'pdf-attachment', Sound: 'pdf-attachment',
  Screen: 'pdf-attachment', '3D': 'pdf-attachment',
}
const KEYS: Record<string, FileRefusalCode> = {
  JS: 'pdf-script', JavaScript: 'pdf-script', EF: 'pdf-attachment', EmbeddedFiles: 'pdf-attachment', XFA: 'pdf-form',
}
// A second net under the first: another reader may find objects where ours finds none. Long enough not to appear by chance.
const RAW: [RegExp, FileRefusalCode][] = [[/\/(JavaScript|Launch)\b/, 'pdf-script'], [/\/(EmbeddedFiles?|RichMedia)\b/, 'pdf-attachment']]

/** Reads the document as a reader would, object streams included, and looks at every object that can be reached. */
export async function walkPdf(bytes: Uint8Array): Promise<PdfVerdict> {
  const raw = Buffer.from(bytes).toString('latin1')
  // Every writer ends with this mark; a cut-off upload has lost it.
  if (!raw.slice(-2048).includes('%%EOF')) return { refused: 'pdf-broken' }
  let pdf: PDF
  try {
    pdf = await PDF.load(bytes)
  } catch {
    return { refused: raw.includes('/Encrypt') ? 'pdf-encrypted' : 'pdf-broken' }
  }
  if (pdf.isEncrypted) return { refused: 'pdf-encrypted' }
  const pages = pdf.getPageCount()
  if (pages < 1) return { refused: 'pdf-broken' }
  if (pages > MOST_PAGES) return { refused: 'pdf-too-many-pages' }
  const found = findForbidden(pdf) ?? findRaw(raw)
  return found ? { refused: found } : { pages }
}

function findForbidden(pdf: PDF): FileRefusalCode | undefined {
  const seen = new Set<string>()
  const waiting: unknown[] = [pdf.context.info.trailer, pdf.getCatalog()]
  for (let count = 0; waiting.length > 0; count += 1) {
    if (count > MOST_OBJECTS) return 'pdf-too-complex'
    const next = waiting.pop()
    if (next instanceof PdfRef) {
      const key = `${next.objectNumber} ${next.generation}`
      if (!seen.has(key)) waiting.push(pdf.context.resolve(next))
      seen.add(key)
    } else if (next instanceof PdfArray) {
      for (const item of next) waiting.push(item)
    } else if (next instanceof PdfDict) {
      const found = forbiddenIn(next, (ref) => pdf.context.resolve(ref))
      if (found) return found
      for (const [, value] of next) waiting.push(value)
    }
  }
  return undefined
}

function forbiddenIn(dict: PdfDict, resolve: (ref: PdfRef) => ReturnType<PDF['context']['resolve']>): FileRefusalCode | undefined {
  const named = (key: string, table: Record<string, FileRefusalCode>) => {
    const value = dict.get(key, resolve)
    return value instanceof PdfName && Object.hasOwn(table, value.value) ? table[value.value] : undefined
  }
  for (const key of dict.keys()) if (Object.hasOwn(KEYS, key.value)) return KEYS[key.value]
  return named('S', ACTIONS) ?? named('Subtype', ANNOTATIONS)
}

function findRaw(raw: string): FileRefusalCode | undefined {
  // A name may hide its letters as #4a.
  const plain = raw.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return RAW.find(([pattern]) => pattern.test(plain))?.[1]
}
