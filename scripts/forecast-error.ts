// How good the forecast of late cases is, on months that it has not seen (src/domains/performance/core/forecast.ts):
//   node --import ./scripts/loader.mjs scripts/forecast-error.ts --seed 1                 a made-up office whose files wait for each other
//   node --import ./scripts/loader.mjs scripts/forecast-error.ts --log log.jsonl          an exported log (`ditakopum log export`)
// The last `--months` are held out; what is learned (by how much longer than measured a file takes) is learned on the six before.
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { type Entry, isOfCase, readEntry } from '../src/domains/performance/core/entry.ts'
import { type Score, fitFactor, morningsOf, scoreBaseline, scoreForecast } from '../src/domains/performance/core/forecast-error.ts'
import { logReader } from '../src/domains/performance/core/report.ts'
import { officeHoursOn } from '../src/kernel/office-time.ts'
import { wibDate, wibMidnight } from '../src/kernel/wib.ts'
import type { WorkingCalendar } from '../src/kernel/working-calendar.ts'
import { parseChained } from '../src/platform/log/chain.ts'
import { type MadeUpOffice, madeUpOffice } from './forecast/office.ts'

const { values } = parseArgs({ options: { log: { type: 'string' }, seed: { type: 'string', default: '1' }, months: { type: 'string', default: '3' } } })
const LEARNED_ON = 6

async function officeOf(path: string): Promise<MadeUpOffice> {
  const reader = logReader()
  const stories = new Map<string, Entry[]>()
  let last = 0
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const chained = line === '' ? undefined : parseChained(line)
    const entry = chained && readEntry(chained.seq, chained.body)
    if (!entry) continue
    if (!isOfCase(entry)) reader.take(entry)
    else stories.set(entry.subject, [...stories.get(entry.subject) ?? [], entry])
    last = entry.seq
  }
  const calendar = reader.calendarAt(last)
  if (!calendar) throw new Error('the log tells no calendar')
  return { calendar, stories }
}

/** An hour after opening on each working day from one day up to before another. */
function morningsBetween(calendar: WorkingCalendar, from: Temporal.PlainDate, to: Temporal.PlainDate): number[] {
  const moments: number[] = []
  for (let day = from; Temporal.PlainDate.compare(day, to) < 0; day = day.add({ days: 1 })) {
    const hours = officeHoursOn(calendar, day)
    if (hours.ok && hours.value) moments.push(hours.value.opensAt.epochMilliseconds + 3_600_000)
  }
  return moments
}

const percent = (part: number, whole: number) => (whole === 0 ? '-' : `${((part / whole) * 100).toFixed(1)} %`)
const line = (name: string, { called, right, late }: Score) => `${name.padEnd(10)} called ${called}; of these late ${right} (${percent(right, called)}); of ${late} late ones called ${percent(right, late)}`

const { calendar, stories } = values.log === undefined ? await madeUpOffice(Number(values.seed)) : await officeOf(values.log)
const lastAt = [...stories.values()].reduce((last, entries) => Math.max(last, entries.at(-1)?.at ?? 0), 0)
const end = wibDate(Temporal.Instant.fromEpochMilliseconds(lastAt)).with({ day: 1 }).add({ months: 1 })
const begin = end.subtract({ months: Number(values.months) })
const learned = morningsOf(stories, calendar, morningsBetween(calendar, begin.subtract({ months: LEARNED_ON }), begin))
const factor = fitFactor(learned)
const heldOut = morningsOf(stories, calendar, morningsBetween(calendar, begin, end))
const until = wibMidnight(begin).epochMilliseconds
const training = new Map([...stories].filter(([, entries]) => (entries.at(-1)?.at ?? 0) < until))

console.log(`${stories.size} cases; held out ${begin.toString()} to ${end.subtract({ days: 1 }).toString()}: ${heldOut.length} mornings, ${scoreForecast(heldOut, factor).asked} questions; factor ${factor}`)
console.log(line('forecast', scoreForecast(heldOut, factor)))
console.log(line('baseline', scoreBaseline(training, calendar, heldOut, until)))
