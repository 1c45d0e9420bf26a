// Writes a made-up list of businesses as offices get them, with the truth about its rows beside it (FILE.truth.json):
// node scripts/run.mjs scripts/make-list.ts --rows 170000 --format csv --seed 3 --out list.csv [--existing 100000 --regency-seed 1]
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { MESSY_COLUMNS, type MessyLine, messyList } from '../db/seeds/messy-list.ts'
import { writeXlsx } from '../src/platform/sheets/write-xlsx.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000' }, format: { type: 'string', default: 'csv' }, seed: { type: 'string', default: '3' },
    out: { type: 'string' },
    existing: { type: 'string', default: '0' }, 'regency-seed': { type: 'string', default: '1' },
    now: { type: 'string', default: Temporal.Now.instant().toString() },
  },
})

const quoted = (cell: string | number) => (typeof cell === 'string' && /[;"\r\n]/.test(cell) ? `"${cell.replaceAll('"',
  '""')}"` : String(cell))

/** As a spreadsheet set to Indonesian saves it. */
function* csv(lines: Iterable<MessyLine>): Generator<string> {
  let held = ''
  for (const cells of lines) {
    held += `${cells.map(quoted).join(';')}\r\n`
    if (held.length < 65_536) continue
    yield held
    held = ''
  }
  yield held
}

/** The writer of workbooks begins with a row of titles: here the first line of the list. */
function xlsx([first = [], ...rest]: MessyLine[]) {
  const columns = MESSY_COLUMNS.map((_, at) => ({ name: `k${at}`, title: String(first[at] ?? ''), kind: 'text' as const }))
  return writeXlsx(columns, rest.map((cells) => cells.map((cell) => (cell === '' ? null : cell))), { sheet: 'Data' })
}

async function main(): Promise<void> {
  if (values.out === undefined || !['csv', 'xlsx'].includes(values.format)) throw new Error('--out FILE and --format csv or xlsx are needed')
  const list = await messyList({
    rows: Number(values.rows), seed: Number(values.seed), now: Temporal.Instant.from(values.now), existing: Number(values.existing),
    regencySeed: Number(values['regency-seed']),
  })
  const file = resolve(values.out)
  await pipeline(Readable.from(values.format === 'csv' ? csv(list.lines()) : xlsx([...list.lines()])), createWriteStream(file))
  await writeFile(`${file}.truth.json`, `${JSON.stringify(list.truth())}\n`)
}

await main()
