import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Chance, chanceOf } from '../../db/seeds/chance.ts'
import { withDoubles } from '../../db/seeds/messy-doubles.ts'
import { messyFile } from '../../db/seeds/messy-file.ts'
import { messyList } from '../../db/seeds/messy-list.ts'
import type { Tools } from '../../src/platform/tools.ts'
import { type Listed, contentOf, differences, listedBatches, unsound } from './registry-content.ts'

const ROOT = join(import.meta.dirname, '../..')

/** An office with its database: what a command of the program needs, and a way to look into it from here. */
export type House = { databaseUrl: string; env: Record<string, string>; tools: Pick<Tools, 'db' | 'clock' | 'keys'> }

/** When the kill falls: while a group of rows is written, before the next one is, when the last one is in, or anywhere. */
const MOMENTS = ['writing', 'judging', 'ending', 'any'] as const
type Moment = (typeof MOMENTS)[number] | 'undoing'

/** The moment has come, and the kill falls a little later: not so much that a fast machine is done by then. */
const MOST_WAIT_MS: Record<Exclude<Moment, 'any'>, number> = { writing: 80, judging: 150, ending: 12, undoing: 40 }

export type Kill = { list: number; moment: Moment; afterMs: number; state: string; row: number; isWriting: boolean }
export type ImportKills = { kills: Kill[]; lists: { rows: number; counts: Record<string, number>; again: number }[]; problems: string[] }

type Wanted = {
  one: House; other: House; folder: string; seed: number; kills: number; killsInList: number
  /** Rows of each list, and businesses of the made-up regency of seed 1 that both registries hold. */
  rows: number; existing: number
  told?: (kill: Kill) => void
}

const importOf = (file: string): string[] => [file, '--refused-to', `${file}.refused`]

type Answer = Record<'rows' | 'new' | 'same' | 'changed' | 'doubtful' | 'refused', number> & { state: string }

/** Begins `import` of the real program, in a process of its own. */
function begin({ env, databaseUrl }: House, words: readonly string[]) {
  const url = new URL(databaseUrl)
  url.searchParams.set('application_name', VICTIM)
  const child = spawn(process.execPath, ['--import', join(ROOT, 'scripts/loader.mjs'), join(ROOT, 'src/apps/cli.ts'), 'import', ...words, '--json'], {
    cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '', ...env, DATABASE_URL: url.toString() }, stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text })
  child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text })
  const ended = once(child, 'close').then(([code]: (number | null)[]): { answer?: Answer; killed: boolean } => {
    if (child.signalCode === 'SIGKILL') return { killed: true }
    if (code !== 0) throw new Error(`import ended with ${code}: ${err.slice(-2_000)}`)
    return { answer: JSON.parse(out) as Answer, killed: false }
  })
  ended.catch(() => {})
  return { kill: () => child.kill('SIGKILL'), hasEnded: () => child.exitCode !== null || child.signalCode !== null, ended }
}

/** What the import calls itself towards the database. */
const VICTIM = 'killed-import'

/** A kill may come too late; then the next list is tried. */
const SPARE_LISTS = 2

/** A group of rows to be killed in must be large enough to be met. */
const LEFT_TO_WRITE = 450

type Seen = { pids: number[]; state: string; row: number; done: number; isThere: boolean; isWriting: boolean }

/** How far the newest list is, or the one that is being taken back, and whether who imports is there, and writing. @param earlier connections of those who were killed before: they may still end their work */
async function look({ tools: { db } }: House, earlier: readonly number[] = []): Promise<Seen> {
  const { rows } = await sql<Seen>`
    select v.pids, coalesce(b.state, '') as state, coalesce(b.file_position, 0) as row, coalesce(b.position, 0) as done, cardinality(v.pids) > 0 as "isThere", v.writing as "isWriting"
      from (select coalesce(array_agg(pid), '{}') as pids, coalesce(bool_or(backend_xid is not null), false) as writing from pg_stat_activity
             where datname = current_database() and application_name = ${VICTIM} and pid <> all(${earlier}::int[])) v
      left join lateral (select * from imports.batches order by state = 'undoing' desc, created_at desc limit 1) b on true`.execute(db)
  if (!rows[0]) throw new Error('the office cannot be looked into')
  return rows[0]
}

/** @param at how far the list has come before, at least */
function isMoment(moment: Moment, seen: Seen, at: number, rows: number): boolean {
  if (moment === 'undoing') return seen.isThere && seen.state === 'undoing' && seen.isWriting
  if (moment === 'ending') return seen.state === 'imported' || seen.done >= rows
  return seen.isThere && seen.state === 'importing' && seen.row >= at && seen.isWriting === (moment === 'writing')
}

type Plan = { moment: Moment; list: number; rows: number; takesMs: number; chance: Chance }

/** Runs the import until the planned moment and kills it there. @returns undefined when it was done first */
async function killed(house: House, words: readonly string[], { moment, list, rows, takesMs, chance }: Plan): Promise<{ kill?: Kill; answer?: Answer }> {
  const began = performance.now()
  const { pids, ...before } = await look(house)
  const row = before.state === 'importing' ? before.row : 0
  const at = moment === 'writing' ? chance.between(row, Math.max(row, rows - LEFT_TO_WRITE)) : row
  const run = begin(house, words)
  if (moment === 'any') await Promise.race([sleep(chance.between(Math.round(takesMs * 0.3), Math.round(takesMs * 0.9))), run.ended])
  else {
    while (!run.hasEnded() && !isMoment(moment, await look(house, pids), at, rows)) await sleep(3)
    await Promise.race([sleep(chance.between(0, MOST_WAIT_MS[moment])), run.ended])
  }
  const seen = await look(house, pids)
  run.kill()
  const { killed: fell, answer } = await run.ended
  if (!fell) return answer ? { answer } : {}
  return { kill: { list, moment, afterMs: Math.round(performance.now() - began), state: seen.state, row: seen.row, isWriting: seen.isWriting } }
}

async function aList(wanted: Wanted, number: number): Promise<{ file: string; rows: number }> {
  const { rows, existing, folder, seed, one } = wanted
  const list = await messyList({ rows, seed: seed + number, now: one.tools.clock(), existing, regencySeed: 1 })
  const lines = withDoubles([...list.lines()], chanceOf(seed + number))
  const file = join(folder, `list-${number}.csv`)
  await pipeline(Readable.from(messyFile('csv', lines)), createWriteStream(file))
  return { file, rows: lines.filter(([first]) => typeof first === 'number').length }
}

const sum = ({ new: fresh, same, changed, doubtful, refused }: Answer): number => fresh + same + changed + doubtful + refused
const isNoSum = (answer: Answer, rows: number): boolean => sum(answer) !== rows || answer.rows !== rows || answer.state !== 'imported'

/** A list that came again because nobody had seen its end finds everything told. */
const broughtTwice = ({ isAgain, state, counts }: Listed): boolean =>
  isAgain && (state !== 'imported' || (counts['new'] ?? 0) + (counts['changed'] ?? 0) + (counts['doubtful'] ?? 0) > 0)

/** Takes the first list back, in the one at a stretch, in the other killed once on the way. */
async function takeBack({ one, other, told }: Wanted, chance: Chance): Promise<void> {
  const [first, second] = await Promise.all([one, other].map(async ({ tools }) => (await listedBatches(tools.db))[0]?.id ?? ''))
  if (first === undefined || second === undefined) return
  await begin(one, ['undo', first]).ended
  const { kill } = await killed(other, ['undo', second], { moment: 'undoing', list: 1, rows: 0, takesMs: 0, chance })
  if (!kill) return
  told?.(kill)
  await begin(other, ['undo', second]).ended
}

/**
 * Imports the same lists into two registries that begin alike: into one at a stretch, into the other killed again and again and started
 * anew with the same command each time. In the end both must hold the same, to the last word; and again when a list was taken back.
 */
export async function importKills(wanted: Wanted): Promise<ImportKills> {
  const { one, other, kills: most, killsInList, seed, told } = wanted
  const chance = chanceOf(seed)
  const report: ImportKills = { kills: [], lists: [], problems: [] }
  for (let list = 1; report.kills.length < most && list <= most + SPARE_LISTS; list += 1) {
    const { file, rows } = await aList(wanted, list)
    const began = performance.now()
    const { answer: straight } = await begin(one, importOf(file)).ended
    const takesMs = performance.now() - began
    if (!straight || isNoSum(straight, rows)) throw new Error(`a list of ${rows} rows came to ${JSON.stringify(straight)}`)

    let answer: Answer | undefined
    for (let inList = 0; answer === undefined;) {
      if (inList >= killsInList || report.kills.length >= most) {
        answer = (await begin(other, importOf(file)).ended).answer
        continue
      }
      const ran = await killed(other, importOf(file), { moment: MOMENTS[report.kills.length % MOMENTS.length] ?? 'any', list, rows, takesMs, chance })
      answer = ran.answer
      if (!ran.kill) continue
      inList += 1
      report.kills.push(ran.kill)
      told?.(ran.kill)
    }
    if (answer && isNoSum(answer, rows)) report.problems.push(`list ${list}: ${rows} rows came to ${JSON.stringify(answer)}`)
    const again = (await listedBatches(other.tools.db)).filter(({ isAgain }) => isAgain)
    report.problems.push(...again.filter(broughtTwice).map(({ counts, state }) => `list ${list}, sent again when it was in: ${state} ${JSON.stringify(counts)}`))
    const { new: fresh, same, changed, doubtful, refused } = straight
    report.lists.push({ rows, counts: { new: fresh, same, changed, doubtful, refused }, again: again.length })
  }
  report.problems.push(...differences(await contentOf(one.tools), await contentOf(other.tools)))
  await takeBack(wanted, chance)
  report.problems.push(...differences(await contentOf(one.tools), await contentOf(other.tools)).map((line) => `taken back, ${line}`))
  for (const { tools } of [one, other]) report.problems.push(...await unsound(tools, 'demo'))
  return report
}
