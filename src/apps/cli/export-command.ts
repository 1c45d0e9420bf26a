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
/** The filter of the officers' list, by its codes. */
const FILTERS = ['q', 'district', 'village', 'kbli', 'scale', 'legality', 'status', 'freshness', 'owner'] as const

type Filter = Partial<Record<(typeof FILTERS)[number], string>>
type Options = Filter & { format: ExportFormat; out?: string; withNumbers?: true; columns?: true; json?: true }

const given = (options: Options): Filter =>
  Object.fromEntries(FILTERS.flatMap((key): [string, string][] => (options[key] === undefined ? [] : [[key, options[key]]])))

/** @throws WrongUse when an option is none of this set, or no code */
async function checked(set: SetName, options: Options): Promise<Filter> {
  const codes = given(options)
  const [wrong] = [...Object.keys(codes), ...(options.withNumbers ? ['with-numbers'] : [])]
  if (set !== 'businesses' && wrong !== undefined) throw new WrongUse(t.onlyBusinesses(`--${wrong}`))
  const { filterCodesSchema } = await import('../../domains/registry/index.ts')
  const asked = filterCodesSchema.safeParse(codes)
  if (!asked.success) throw new WrongUse(asked.error.issues.map(({ message }) => message).join(' '))
  return codes
}

/** What is exported, and its filter as the log keeps it. */
async function chosen(set: SetName, tools: Pick<Tools, 'db' | 'keys' | 'clock'>, officeId: string, { codes, numbers }: { codes: Filter; numbers: boolean }):
  Promise<{ source: ExportSource; filter: string[] }> {
  if (set === 'cooperatives') return { source: (await import('../../domains/cooperatives/index.ts')).cooperativeExport(tools, officeId), filter: [] }
  if (set === 'applications') return { source: (await import('../../domains/applications/index.ts')).applicationExport(tools, officeId), filter: [] }
  const { businessExport, filterAsked, filterCodesSchema, loggedCodes } = await import('../../domains/registry/index.ts')
  const filter = filterAsked(filterCodesSchema.parse(codes), tools.clock())
  return { source: businessExport(tools, { officeId, areas: 'all' }, filter, numbers), filter: loggedCodes(filter) }
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
  const codes = await checked(set, options)
  const { findHomeOffice } = await import('../../domains/office/index.ts')
  const totals = await withTools(async (tools) => {
    const office = await findHomeOffice(tools.db)
    if (!office) throw new CommandRefused(t.noOffice)
    const { source, filter } = await chosen(set, tools, office.id, { codes, numbers: withNumbers })
    if (options.columns) {
      say(columnTable(source.columns))
      return undefined
    }
    let told: Totals | undefined
    const bytes = keeping(tracedExport(tools, {
      what: `${set}.export`, officeId: office.id, role: 'command-line', purpose: 'command-line', numbers: withNumbers, filter,
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
    .option('--q <words>', t.q).option('--district <code>', t.district).option('--village <code>', t.village).option('--kbli <digits>', t.kbli)
    .option('--scale <scale>', t.scale).option('--legality <permits>', t.legality).option('--status <status>', t.status)
    .option('--freshness <which>', t.freshness).option('--owner <id>', t.owner)
    .option('--with-numbers', t.withNumbers).option('--columns', t.columns).option('--json', cliId.json)
    .action(run)
}
