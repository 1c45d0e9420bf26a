// Writes a made-up list of businesses as offices get them, with the truth about its rows beside it (FILE.truth.json):
// node scripts/run.mjs scripts/make-list.ts --rows 170000 --format csv --seed 3 --out list.csv [--existing 100000 --regency-seed 1]
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { messyFile } from '../db/seeds/messy-file.ts'
import { messyList } from '../db/seeds/messy-list.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000' }, format: { type: 'string', default: 'csv' }, seed: { type: 'string', default: '3' },
    out: { type: 'string' },
    existing: { type: 'string', default: '0' }, 'regency-seed': { type: 'string', default: '1' },
    now: { type: 'string', default: Temporal.Now.instant().toString() },
  },
})

async function main(): Promise<void> {
  const { format } = values
  if (values.out === undefined || (format !== 'csv' && format !== 'xlsx')) throw new Error('--out FILE and --format csv or xlsx are needed')
  const list = await messyList({
    rows: Number(values.rows), seed: Number(values.seed), now: Temporal.Instant.from(values.now), existing: Number(values.existing),
    regencySeed: Number(values['regency-seed']),
  })
  const file = resolve(values.out)
  await pipeline(Readable.from(messyFile(format, list.lines())), createWriteStream(file))
  await writeFile(`${file}.truth.json`, `${JSON.stringify(list.truth())}\n`)
}

await main()
