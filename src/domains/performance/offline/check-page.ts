/**
 * Browser side of `/periksa-laporan`: recomputes a report from an exported log with the same core as the office, on the visitor's own device. Works
 * without network, and as one file from disk. Reads `<div id="report-check" [data-worker=… data-stamps=…]>` with a form of three files and an element with `role=status`.
 */
import './older-browsers.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { LogFault, PublishedRoot, RootsFile } from '../../../platform/log/chain.ts'
import { checkRoots, readRoots, rootStatement } from '../../../platform/log/chain.ts'
import { type StampReader, type Stamps, checkStamps } from '../../../platform/log/stamps.ts'
import { element, paragraph, show } from '../../../platform/offline/elements.ts'
import { type Difference, type StatedReport, readReport } from '../core/check-report.ts'
import { type ReportFault, type ReportVerdict, reportChecker } from '../report-checker.ts'
import { t as english } from './messages.en.ts'
import { t as indonesian } from './messages.id.ts'
import { sha256 } from './sha256.ts'

const t = document.documentElement.lang === 'en' ? english : indonesian
/** So much of a file is read at once. */
const SLICE = 4 << 20
/** The page stays alive: after so many milliseconds of work it draws and listens. */
const TURN_MS = 60

const root = document.getElementById('report-check')
const form = root?.querySelector('form')
const output = root?.querySelector('[role=status]')
if (root && form && output) start(root, form, output)

function start(root: HTMLElement, form: HTMLFormElement, output: Element): void {
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const button = form.querySelector('button')
    if (button) button.disabled = true
    check(root, form, output).catch(() => show(output, 'danger', [paragraph(t.failed)])).finally(() => { if (button) button.disabled = false })
  })
  const { worker } = root.dataset
  if (worker && 'serviceWorker' in navigator) navigator.serviceWorker.register(worker, { scope: '/periksa-laporan' }).catch(() => undefined)
}

const fileOf = (form: HTMLFormElement, name: string): File | undefined => {
  const given = new FormData(form).get(name)
  return given instanceof File && given.size > 0 ? given : undefined
}
const textOf = (file: Blob): Promise<string> => new Response(file).text()

async function check(root: HTMLElement, form: HTMLFormElement, output: Element): Promise<void> {
  const [reportFile, logFile, rootsFile] = [fileOf(form, 'report'), fileOf(form, 'log'), fileOf(form, 'roots')]
  if (!reportFile || !logFile) return show(output, 'warning', [paragraph(t.chooseBoth)])
  const stated = readReport(await textOf(reportFile))
  if (!stated) return show(output, 'danger', [paragraph(t.unreadableReport)])
  const file = rootsFile && readRoots(await textOf(rootsFile))
  if (rootsFile && !file) return show(output, 'danger', [paragraph(t.unreadableRoots)])
  const signed = file && await signaturesOf(file)
  const roots = file && checkRoots(file, (_key, one) => signed === undefined || signed.has(one))
  if (roots && !roots.ok) return tell(output, { kind: 'bad-log', fault: roots.error })
  const stamps = await stampsOf(root, roots?.value ?? [])
  if (stamps && !stamps.ok) return tell(output, { kind: 'bad-log', fault: stamps.error })

  const checker = reportChecker(stated, sha256, roots?.value)
  const fault = await readLines(logFile, (line) => checker.take(line), progressIn(output))
  if (fault) return tell(output, fault)
  const verdict = checker.end()
  if (!verdict.ok) return tell(output, verdict.error)
  tellSame(output, stated, verdict.value, { count: roots?.value.length, isUnsigned: file !== undefined && signed === undefined, stamps: stamps?.value })
}

/** What reads time stamps, loaded when it is first needed. @returns undefined where it cannot be had */
async function stampReader({ dataset: { stamps } }: HTMLElement): Promise<StampReader | undefined> {
  const page: Window & { readTimeStamp?: StampReader } = window
  if (page.readTimeStamp || stamps === undefined) return page.readTimeStamp
  const script = document.createElement('script')
  script.src = stamps
  await new Promise((resolve) => {
    script.onload = resolve
    script.onerror = resolve
    document.head.append(script)
  })
  return page.readTimeStamp
}

/** @returns undefined where there are time stamps that this browser cannot check, as at an address without https */
async function stampsOf(root: HTMLElement, roots: readonly PublishedRoot[]): Promise<Result<Stamps, LogFault> | undefined> {
  if (!roots.some(({ stamp }) => stamp)) return ok({ count: 0, services: [] })
  const subtle: SubtleCrypto | undefined = crypto.subtle
  const read = subtle && await stampReader(root)
  return read && checkStamps(roots, read)
}

/** Those roots whose signatures are right; undefined where the browser has no signatures, at an address without https. */
async function signaturesOf({ keys, items }: RootsFile): Promise<Set<PublishedRoot> | undefined> {
  // Typed as always there; at such an address it is not.
  const subtle: SubtleCrypto | undefined = crypto.subtle
  if (!subtle) return undefined
  const good = new Set<PublishedRoot>()
  for (const { id, jwk } of keys) {
    const key = await subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']).catch(() => undefined)
    for (const one of key ? items.filter(({ keyId }) => keyId === id) : []) {
      const isRight = key && await subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytesOf(one.signature), new TextEncoder().encode(rootStatement(one)))
      if (isRight) good.add(one)
    }
  }
  return good
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0))
  } catch {
    return new Uint8Array()
  }
}

/** Reads a file line by line, slice by slice, and lets the page breathe in between. @returns the first thing that `take` finds */
async function readLines<T>(file: File, take: (line: string) => T | undefined, progress: (lines: number, part: number) => void): Promise<T | undefined> {
  const decoder = new TextDecoder()
  let [rest, lines, began] = ['', 0, performance.now()]
  for (let from = 0; from < file.size; from += SLICE) {
    const bytes = await new Response(file.slice(from, from + SLICE)).arrayBuffer()
    const texts = (rest + decoder.decode(bytes, { stream: true })).split('\n')
    rest = texts.pop() ?? ''
    for (const [at, text] of texts.entries()) {
      const found = take(text.endsWith('\r') ? text.slice(0, -1) : text)
      if (found) return found
      lines += 1
      if (lines % 64 !== 0 || performance.now() - began < TURN_MS) continue
      progress(lines, (from + (bytes.byteLength * at) / texts.length) / file.size)
      await new Promise((resolve) => { setTimeout(resolve) })
      began = performance.now()
    }
  }
  return take(rest)
}

function progressIn(output: Element): (lines: number, part: number) => void {
  const bar = document.createElement('progress')
  const line = paragraph('')
  show(output, 'info', [line, bar])
  return (lines, part) => {
    bar.value = part
    line.textContent = t.reading(lines, part)
  }
}

type Rooted = { count: number | undefined; isUnsigned: boolean; stamps: Stamps | undefined }

function tellSame(output: Element, stated: StatedReport, verdict: ReportVerdict, { count, isUnsigned, stamps }: Rooted): void {
  const { figures, rows, entries, period, office, placed, missing, rootLine } = verdict
  show(output, 'success', [
    paragraph(t.same, 'strong'), paragraph(t.sameMore(figures, rows, entries, period, office)),
    paragraph(count === undefined ? t.unplaced : placed ? t.rooted(count) : t.missingRoots(missing)), ...(isUnsigned ? [paragraph(t.unsigned)] : []),
    ...(stamps?.count === 0 ? [] : [paragraph(stamps ? t.stamped(stamps.count, stamps.services.join(', ')) : t.stampsUnread)]),
    paragraph(t.rootLine), element('code', rootLine),
    table([t.figure, t.value], stated.figures.map((one) => [nameOf(one.code), valueOf(one)])),
  ])
}

function valueOf({ unit, rows: [first] }: StatedReport['figures'][number]): string {
  if (!first) return t.nothing
  if (first.part !== undefined && first.whole !== undefined) return t.shareOf(first.part, first.whole)
  if (first.value === null) return t.nothing
  return unit === 'minutes' ? t.minutes(first.value) : t.count(first.value)
}

function tell(output: Element, fault: ReportFault): void {
  const said = (text: string) => show(output, 'danger', [paragraph(t.different, 'strong'), paragraph(text)])
  const stretch = ({ firstSeq, lastSeq }: { firstSeq: number; lastSeq: number }) => `${t.count(firstSeq)}–${t.count(lastSeq)}`
  switch (fault.kind) {
    case 'unreadable-report': return said(t.unreadableReport)
    case 'bad-log': return tellBadLog(output, fault.fault)
    case 'other-log': return said(t.otherLog(fault.lastSeq))
    case 'other-place': return said(t.otherPlace(stretch(fault), stretch(fault.found)))
    case 'figures': return tellDifferences(output, fault.differences)
    case 'unknown': return tellUnknown(output, fault)
  }
}

const tellBadLog = (output: Element, fault: LogFault): void => show(output, 'danger', [paragraph(t.badLog, 'strong'), paragraph(t.log(fault))])

const nameOf = (code: string): string => t.names[code] ?? code

function tellUnknown(output: Element, { unknown: { catalogue, figures }, differences }: Extract<ReportFault, { kind: 'unknown' }>): void {
  const lines = [...(catalogue === null ? [] : [t.unknownCatalogue(catalogue)]), ...figures.map(({ code, version }) => t.unknownVersion(nameOf(code), version))].map((text) => paragraph(text))
  if (differences.length > 0) show(output, 'danger', [paragraph(t.different, 'strong'), ...lines, ...differing(differences)])
  else show(output, 'warning', [paragraph(t.unsure, 'strong'), ...lines, paragraph(t.restSame)])
}

const tellDifferences = (output: Element, list: readonly Difference[]): void => show(output, 'danger', [paragraph(t.different, 'strong'), ...differing(list)])

function differing(list: readonly Difference[]): HTMLElement[] {
  const rows = list.map(({ code, row, stated, computed }) => [`${nameOf(code)}, ${row === '' ? t.total : rowName(row)}`, stated, computed])
  return [paragraph(t.differentMore), table([t.figure, t.stated, t.computed], rows)]
}

/** `{"district":"35.15.05"}` is shown as `35.15.05`. */
const rowName = (row: string): string => Object.values<unknown>(JSON.parse(row)).join(' ')

function table(head: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  const made = document.createElement('table')
  const line = ([first = '', ...cells]: readonly string[], tag: 'th' | 'td') => {
    const [row, name] = [document.createElement('tr'), element('th', first)]
    name.setAttribute('scope', tag === 'th' ? 'col' : 'row')
    row.append(name, ...cells.map((cell) => element(tag, cell)))
    return row
  }
  const [top, body] = [document.createElement('thead'), document.createElement('tbody')]
  top.append(line(head, 'th'))
  body.append(...rows.map((cells) => line(cells, 'td')))
  made.append(top, body)
  return made
}
