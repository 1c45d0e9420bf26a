import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Argument, type Command, Option } from 'commander'
import { EXPORT_FORMATS, type ExportFormat, type ExportSource, columnTable } from '../../platform/export/source.ts'
import { tracedExport } from '../../platform/export/traced.ts'
import type { Totals } from '../../platform/sheets/write.ts'
import type { Tools } from '../../platform/tools.ts'
import { CommandRefused, WrongUse, remark, say, sayJson, withTools } from './command.ts'
import { exportId as t } from './export-messages.id.ts'
import { cliId } from './messages.id.ts'

const SETS = ['businesses', 'cooperatives', 'applications'] as const
type SetName = (typeof SETS)[number]

type Filter = { district?: string; village?: string; kbli?: string; scale?: 'micro' | 'small' | 'medium' | 'large' | 'none'; status?: string }
type Options = Filter & { format: ExportFormat; out?: string; withNumbers?: true; columns?: true; json?: true }

const FORMS: Record<'district' | 'village' | 'kbli', RegExp> = { district: /^\d\d\.\d\d\.\d\d$/, village: /^\d\d\.\d\d\.\d\d\.\d{4}$/,
  kbli: /^\d{2,5}$/ }

/** @throws WrongUse when an option is none of this set, or no code */
function filterOf(set: SetName, { district, village, kbli, scale, status, withNumbers }: Options): Filter {
  const filter = { district, village, kbli, scale, status }
  const given = Object.entries({ ...filter, 'with-numbers': withNumbers }).find(([, value]) => value !== undefined)
  if (set !== 'businesses' && given) throw new WrongUse(t.onlyBusinesses(`--${given[0]}`))
  for (const key of ['district', 'village', 'kbli'] as const) {
    const value = filter[key]
    if (value !== undefined && !FORMS[key].test(value)) throw new WrongUse(t.wrong[key])
  }
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
}

async function sourceOf(set: SetName, tools: Pick<Tools, 'db' | 'keys'>, officeId: string, filter: Filter,
  numbers: boolean): Promise<ExportSource> {
  if (set === 'cooperatives') return (await import('../../domains/cooperatives/index.ts')).cooperativeExport(tools, officeId)
  if (set === 'applications') return (await import('../../domains/applications/index.ts')).applicationExport(tools, officeId)
  const { businessExport, exportFilter } = await import('../../domains/registry/index.ts')
  return businessExport(tools, officeId, exportFilter.parse(filter), numbers)
}

/** Gives the bytes on and keeps the totals that come behind the last. */
async function* keeping(bytes: AsyncGenerator<Uint8Array, Totals>, keep: (totals: Totals) => void): AsyncGenerator<Uint8Array> {
  keep(yield* bytes)
}

/** A file with the wanted name is there when it is whole, and only its owner may read it. */
async function writeFile(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const part = `${path}.part`
  try {
    await pipeline(bytes, createWriteStream(part, { mode: 0o600 }))
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    // What the system refuses is told; a failure while the rows are made is a failure of the program.
    if (error instanceof Error && 'path' in error && 'code' in error) throw new CommandRefused(t.notWritable(path, String(error.code)))
    throw error
  }
}

async function run(set: SetName, options: Options): Promise<void> {
  const { format, out, json, withNumbers = false } = options
  const filter = filterOf(set, options)
  const { findHomeOffice } = await import('../../domains/office/index.ts')
  const totals = await withTools(async (tools) => {
    const office = await findHomeOffice(tools.db)
    if (!office) throw new CommandRefused(t.noOffice)
    const source = await sourceOf(set, tools, office.id, filter, withNumbers)
    if (options.columns) {
      say(columnTable(source.columns))
      return undefined
    }
    let told: Totals | undefined
    const bytes = keeping(tracedExport(tools, {
      what: `${set}.export`, officeId: office.id, role: 'command-line', purpose: 'command-line', numbers: withNumbers,
      filter: Object.entries(filter).map(([key, value]) => `${key}=${value}`).toSorted(),
    }, source, format), (value) => { told = value })
    if (out === undefined) await pipeline(bytes, process.stdout, { end: false })
    else await writeFile(resolve(out), bytes)
    return told
  })
  if (!totals) return
  if (json && out !== undefined) sayJson({ set, format, file: resolve(out), ...totals })
  remark(json && out === undefined ? JSON.stringify({ set, format, ...totals }) : t.done(totals.rows, totals.sha256))
}

/** `export`: whole, streamed, as of one moment; row count and SHA-256 on standard error. */
export function addExportCommand(program: Command): void {
  program.command('export').description(t.about).addArgument(new Argument('<what>', t.what).choices([...SETS]))
    .addOption(new Option('--format <format>', t.format).choices([...EXPORT_FORMATS]).default('csv')).option('--out <file>', t.out)
    .option('--district <code>', t.district).option('--village <code>', t.village).option('--kbli <digits>', t.kbli)
    .addOption(new Option('--scale <scale>', t.scale).choices(['micro', 'small', 'medium', 'large', 'none']))
    .addOption(new Option('--status <status>', t.status).choices(['active', 'paused', 'closed', 'moved-away', 'not-found', 'duplicate']))
    .option('--with-numbers', t.withNumbers).option('--columns', t.columns).option('--json', cliId.json)
    .action(run)
}
