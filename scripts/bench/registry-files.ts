import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { MessyTruth } from '../../db/seeds/messy-list.ts'
import { type Ran, watched } from './child.ts'

/** Rows that went in or out by a command of the program. */
export type Moved = { what: string; rows: number; seconds: number; peakMb: number; perSecond: number; aim: string; note: string }

type Files = { env: Record<string, string>; folder: string }

const ROOT = join(import.meta.dirname, '../..')

function moved(what: string, rows: number, { code, seconds, peakMb, err }: Ran, aim: string, note: string): Moved {
  if (code !== 0) return { what, rows: 0, seconds, peakMb, perSecond: 0, aim, note: `!! exit ${code}: ${err.trim().slice(-300)}` }
  return { what, rows, seconds, peakMb, perSecond: Math.round(rows / Math.max(0.1, seconds)), aim, note }
}

/** The whole registry in all forms; what is written is thrown away, so that no disk is measured. */
export async function exportAll({ env }: Files, businesses: number): Promise<Moved[]> {
  const done: Moved[] = []
  for (const format of ['csv', 'xlsx', 'jsonl']) {
    const ran = await watched(env, ['export', 'businesses', '--format', format, '--json'], { discard: true })
    const told = z.object({ rows: z.int(), bytes: z.int() }).safeParse(ran.code === 0 ? JSON.parse(ran.err.trim().split('\n').at(-1) ?? '{}') : {})
    const rows = told.success ? told.data.rows : 0
    done.push(moved(`export ${format}`, rows, ran, 'aim 120 s for 1,000,000',
      rows === businesses ? `${Math.round((told.data?.bytes ?? 0) / 2 ** 20)} MB` : `!! not the ${businesses} that are there`))
  }
  return done
}

const importAnswer = z.object({
  batch: z.string(), rows: z.int(), new: z.int(), same: z.int(), changed: z.int(), doubtful: z.int(), refused: z.int(),
  refusedFile: z.string().nullable().optional(),
})

async function makeList({ folder }: Files, list: { rows: number; format: 'csv' | 'xlsx'; seed: number; existing: number }): Promise<{ file: string; truth: MessyTruth }> {
  const file = join(folder, `list-${list.rows}-${list.seed}.${list.format}`)
  await promisify(execFile)(process.execPath, [
    '--max-old-space-size=4096', '--import', join(ROOT, 'scripts/loader.mjs'), join(ROOT, 'scripts/make-list.ts'), '--rows',
    String(list.rows), '--format', list.format,
    '--seed', String(list.seed), '--existing', String(list.existing), '--regency-seed', '1', '--out', file,
  ], { cwd: ROOT })
  return { file, truth: JSON.parse(await readFile(`${file}.truth.json`, 'utf8')) as MessyTruth }
}

/** What the command said beside what is true; the two need not be the same, but the sum must be. */
function compared(ran: Ran, truth: MessyTruth): { rows: number; note: string; batch?: string } {
  const told = importAnswer.safeParse(ran.code === 0 ? JSON.parse(ran.out.trim().split('\n').at(-1) ?? '{}') : {})
  if (!told.success) return { rows: 0, note: '!! the answer of the command could not be read' }
  const { batch, rows, same, changed, doubtful, refused } = told.data
  const sum = told.data.new + same + changed + doubtful + refused
  const truly = (is: string) => truth.facts.filter((one) => one.is === is).length
  const whole = sum === rows && rows === truth.rows ? '' : `!! ${rows} rows told, ${sum} as the sum, ${truth.rows} in the list; `
  const pairs = [['same', same], ['changed', changed], ['doubtful', doubtful], ['refused', refused]] as const
  return { rows, batch, note: `${whole}new ${told.data.new}, ${pairs.map(([is, count]) => `${is} ${count} (truly ${truly(is)})`).join(', ')}` }
}

/** Both lists first dry, then in earnest; each is taken back before the next, so that all meet the same registry. */
export async function importLists(files: Files, { csv, xlsx, existing }: { csv: number; xlsx: number; existing: number }): Promise<Moved[]> {
  const done: Moved[] = []
  const lists = [{ rows: csv, format: 'csv', aim: 'aim 100 s for 170,000, 400 MB' },
    { rows: xlsx, format: 'xlsx', aim: 'aim 120 s for 100,000, 500 MB' }] as const
  for (const [at, { rows, format, aim }] of lists.entries()) {
    if (rows === 0) continue
    const { file, truth } = await makeList(files, { rows, format, seed: 3 + at, existing })
    const dry = await watched(files.env, ['import', file, '--dry-run', '--json'])
    const wouldBe = compared(dry, truth)
    done.push(moved(`import ${format}, dry run`, wouldBe.rows, dry, aim, wouldBe.note))
    const real = await watched(files.env, ['import', file, '--json'])
    const is = compared(real, truth)
    done.push(moved(`import ${format}`, is.rows, real, aim, is.note))
    if (is.batch === undefined) continue
    const undone = await watched(files.env, ['import', 'undo', is.batch, '--json'])
    done.push(moved(`undo import ${format}`, is.rows, undone, '', ''))
  }
  return done
}
