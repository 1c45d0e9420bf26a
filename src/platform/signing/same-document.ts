import { PDF, PdfArray, PdfBool, PdfDict, PdfName, PdfNull, PdfNumber, type PdfObject, PdfRef, PdfStream, PdfString } from '@libpdf/core'

/** What a signature adds to the catalogue and to pages; all else must be as it was. */
const ADDED_BY_SIGNING: Record<string, string[]> = { Catalog: ['AcroForm', 'DSS', 'Extensions', 'Perms', 'Version'], Page: ['Annots'] }

/**
 * Does the second file show exactly what the first shows? True when everything that can be reached from the catalogue is the same,
 * apart from signature fields that are invisible. An incremental revision can hide or exchange pages while the first bytes of the
 * file stay as they were: this finds it.
 */
export async function showsTheSame(first: Uint8Array, second: Uint8Array): Promise<boolean> {
  const before = await PDF.load(first)
  const after = await PDF.load(second)
  return sameObject(before, before.getCatalog(), after, after.getCatalog(), new Set()) && addsOnlySignatures(before, after)
}

function sameObject(before: PDF, a: PdfObject | undefined, after: PDF, b: PdfObject | undefined, seen: Set<string>): boolean {
  if (a instanceof PdfRef && b instanceof PdfRef) {
    const pair = `${a.objectNumber}-${b.objectNumber}`
    if (seen.has(pair)) return true
    seen.add(pair)
  }
  const x = a instanceof PdfRef ? before.getObject(a) : a
  const y = b instanceof PdfRef ? after.getObject(b) : b
  const same = (one: PdfObject | undefined, other: PdfObject | undefined) => sameObject(before, one, after, other, seen)
  if (x instanceof PdfDict && y instanceof PdfDict) {
    if (x instanceof PdfStream !== y instanceof PdfStream) return false
    if (x instanceof PdfStream && y instanceof PdfStream && !Buffer.from(x.data).equals(y.data)) return false
    const ignored = ADDED_BY_SIGNING[x.getName('Type')?.value ?? ''] ?? []
    const keys = new Set([...x.keys(), ...y.keys()].map((key) => key.value))
    return [...keys].every((key) => ignored.includes(key) || same(x.get(key), y.get(key)))
  }
  if (x instanceof PdfArray && y instanceof PdfArray) {
    return x.length === y.length && x.toArray().every((one, i) => same(one, y.at(i)))
  }
  return samePlainValue(x, y)
}

function samePlainValue(x: PdfObject | null | undefined, y: PdfObject | null | undefined): boolean {
  if (x instanceof PdfString && y instanceof PdfString) return Buffer.from(x.bytes).equals(y.bytes)
  if (x instanceof PdfName && y instanceof PdfName) return x.value === y.value
  if (x instanceof PdfNumber && y instanceof PdfNumber) return x.value === y.value
  if (x instanceof PdfBool && y instanceof PdfBool) return x.value === y.value
  const nothing = (value: PdfObject | null | undefined) => value === null || value === undefined || value instanceof PdfNull
  return nothing(x) && nothing(y)
}

/** Fields and annotations that are new must be signatures without any area on the page. */
function addsOnlySignatures(before: PDF, after: PDF): boolean {
  const old = new Set(interactive(before).keys())
  const form = after.getCatalog().getDict('AcroForm', (ref) => after.getObject(ref))
  if (form?.has('XFA')) return false
  const added = [...interactive(after)].filter(([key]) => !old.has(key))
  return added.every(([, object]) => object instanceof PdfDict && isInvisibleSignature(object, after))
}

function interactive(document: PDF): Map<string, PdfObject | null> {
  const resolve = (ref: PdfRef) => document.getObject(ref)
  const lists = [document.getCatalog().getDict('AcroForm', resolve)?.getArray('Fields', resolve),
    ...document.getPages().map((page) => page.dict.getArray('Annots', resolve))]
  const found = new Map<string, PdfObject | null>()
  for (const list of lists) {
    for (const one of list ?? []) {
      if (one instanceof PdfRef) found.set(String(one.objectNumber), resolve(one))
      else found.set(`direct-${found.size}`, one)
    }
  }
  return found
}

function isInvisibleSignature(field: PdfDict, document: PDF): boolean {
  const resolve = (ref: PdfRef) => document.getObject(ref)
  const corners = field.getArray('Rect', resolve)?.toArray() ?? []
  const [left, bottom, right, top] = corners.map((one) => (one instanceof PdfNumber ? one.value : Number.NaN))
  const flat = left === right || bottom === top
  return field.getName('FT', resolve)?.value === 'Sig' && flat && !field.has('Kids')
}
