import { gunzipSync } from 'node:zlib'
import { openSheets } from './open.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { bufferSource } from './source.ts'
import type { TableSource } from './source.ts'
import { writeZip } from './zip-write.ts'

export async function rowsOf(sheet: Sheet | undefined): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  if (sheet) for await (const row of sheet.rows()) rows.push(row)
  return rows
}

/** What a person would read off the screen: each row with its number before its texts. */
export const shown = (rows: SheetRow[]) => rows.map(({ number, cells }) => [number, ...cells.map((cell) => cell.text)])

export async function opened(file: Uint8Array | string | TableSource, name = 'daftar.csv') {
  const source = typeof file === 'string' ? bufferSource(Buffer.from(file)) : file instanceof Uint8Array ? bufferSource(file) : file
  const result = await openSheets(source, name)
  if (!result.ok) throw new Error(`refused: ${result.error.code}`)
  return result.value
}

/** The same bytes as a slow line delivers them. */
export const inPieces = (bytes: Uint8Array, size: number): TableSource => ({
  size: bytes.length,
  async* open() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  },
})

export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** An archive of these parts. */
export function zipOf(parts: Record<string, string | Uint8Array>): Promise<Buffer> {
  async function* all() {
    for (const [name, content] of Object.entries(parts)) yield { name, content: [Buffer.from(content)] }
  }
  return bytesOf(writeZip(all()))
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook written by hand: the inside of each `<worksheet>` by the attributes of its `<sheet>`. */
export function workbookOf(
  sheets: Record<string, string>, parts: { strings?: string; styles?: string; properties?: string } = {},
): Promise<Buffer> {
  const names = Object.keys(sheets)
  const targets = [
    ...names.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
    ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml'],
  ]
  const entries = names.map((name, index) => `<sheet ${name} r:id="rId${index + 1}"/>`).join('')
  const relations = targets.map(([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATION}/${kind}" Target="${target}"/>`)
  const worksheets = Object.values(sheets).map((inside, index) => [`xl/worksheets/sheet${index + 1}.xml`, `<worksheet>${inside}</worksheet>`])
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="r">${parts.properties ?? ''}<sheets>${entries}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet>${parts.styles ?? ''}</styleSheet>`,
    'xl/sharedStrings.xml': `<sst>${parts.strings ?? ''}</sst>`,
    ...Object.fromEntries(worksheets),
  })
}

/** A workbook as Excel 97 to 2003 wrote it, with a title over four columns, two records and a long list of texts. */
export const oldWorkbook = (): Buffer => gunzipSync(Buffer.from(OLD_WORKBOOK.join(''), 'base64'))

const OLD_WORKBOOK = [
  'H4sIAAAAAAACA+2dy29UVRzHP+fO68600OkDWyrUcXyARe1j7GMBOEViatFKGI2JMbFTC50GS01bEnGFDxIXavwD3Lh042OjgZhY/wCjYemqaFjhYkhIjAkwen/3dloqKI',
  '+GxPj9fXLOzO93z7nn3HPP3HNyF/P96cfm5U+/6jzHOttLjKu1NMk1MQd4K0429IN0tVarrYRrsv+UXanValejFAcSYPc8BfhAGsgADUAjsAnYDDSFU4BmoAVoBdqALcA9',
  'QDvQAWwFOoF7gW3AdqALuA/IAfcDeeAB4EHgIeBhYAewE3gE6AZ2AY8CjwGPAz1AL9AH9AMF4AlgIJqPSkpK/54OcWcWJ+FWniXuJusMAsX6mlKiQoECi4zZr/fWrAXP2v',
  'eitefm+x3aS8wxz1EmmWOOo7fd/ordTJ0YcOEwG2a32v5aS/tZSCaYnP8hlV5yJFNwDo8v49/bWv8L8ApvBOtBqVIoLI6VuCu2z/pQdkEflhzscXEcHp/g0cxW61uL5a2W',
  'f2Elv7V8j61IMDG/tH84mmWXXNHKfWh53vLNeDi+sTo/W6SPTqpW4+NoMifcCPPMUOZ1uuIDDNOBy5MZHy310DA+WsqRp0KFPPuO5JllljzJQ3kWWCDP2RPB8a74VnaTwU',
  '0xRY8V6uFExLKtm3Bp3b1T/O7G11sY3/23+ITNl1N08tqk/YLcfsosUibHs5SZpcwp2vh8KjiadAeYY4E5jjHNBwSz2HGByWAHVX3Zzpis5qKnQizaYXus7q5X/AIN1WBe',
  'f4ePz9tuBPwlV/wrL9J1MRvuzfxG8NvB/x2yl2nraKjv3aybR6yj8+R4kQXKVCgTw43zDAeCvo1HF5DCvUDZ+jxtcz+Be55Z3uIwi2RxBQboY4Behuilz9IwvXVacCVmWG',
  'SGHNty4xxnnu25HG25HGOU7YF7jNMN7k2EEEIIIYQQQgghhBBCCHGnDLCb4+168S6EEEIIIYQQQgghhBBCbAiDevEuhBBCCCGEEEIIIYQQQmwcQ3rxLoQQQgghhBBCCCGE',
  'EEJsHMMmHRRKTGSvkZjYZNILjXhM0WTfm+1P7rP4XP7s4tnnJg8++arFuy2+y/J3LHLShIlCe9fi74WyVN5mi2XqAh9Xou9ZywPPmefqniNrdUPPI2t/wR96MbL1s4R9S9',
  'S9oF4gkxTzAhEJz2SQoDh2vhhGYlGbE78OjgSRuNU/+f5Hzct/7Hwq4fkmBBD0JDy6Wv7pkaCFhB1NRe0lzfMjL2VeOvJ884LrDM6atna63W8cDMa1OhqOadVfIyjQRKza',
  'a5/x6k6LpavZ6wggeGTq9YIr3+u18LXpgRXXlDofjWoobHLGbSHNdRQRpv1Wpv21GihWqeLvoOJfK41iTa7os6QtGI9u692eSq6e32hAvdsYUO8fB/SMawpu+FrZiNsdvF',
  'Wpm8yNdFaG+gf7kf1v7U/1ivFkAHAAAA==',]
