import { type Command, InvalidArgumentError } from 'commander'
import type { ImportReport, ImportWish } from '../../domains/imports/index.ts'
import { CommandRefused, remark, say, sayJson, withTools, sentenceOf } from './command.ts'
import { cliId } from './messages.id.ts'

const t = cliId.imports
const imports = () => import('../../domains/imports/cli.ts')

const SOURCES = { oss: 'import-oss', sidt: 'import-sidt', lama: 'import-old' } as const

function source(text: string): ImportWish['source'] {
  const found = Object.entries(SOURCES).find(([name]) => name === text)
  if (!found) throw new InvalidArgumentError(t.wrongSource)
  return found[1]
}

function kind(text: string): 'business' | 'cooperative' {
  if (text !== 'business' && text !== 'cooperative') throw new InvalidArgumentError(t.wrongKind)
  return text
}

function day(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)) || Date.parse(text) > Date.now()) throw new InvalidArgumentError(t.wrongDate)
  return text
}

type Options = {
  sheet?: string; mapping?: string; dryRun?: true; source: ImportWish['source']; sender?: string; observedOn?: string; kind?: 'business' | 'cooperative'; refusedTo?: string; json?: true
}

async function run(file: string, { json, mapping, dryRun, ...options }: Options): Promise<void> {
  const { importFile } = await imports()
  const onProgress = json || !process.stderr.isTTY ? undefined : (done: number) => remark(t.progress(done))
  const done = await withTools((tools) => importFile(tools, { ...options, file, mappingFile: mapping, dryRun: dryRun === true, onProgress }))
  if (!done.ok) throw new CommandRefused(sentenceOf(done.error), { error: done.error })
  if (done.value.failure !== null) throw new CommandRefused(done.value.failure, done.value)
  if (json) sayJson(done.value)
  else tell(done.value)
}

function tell(report: ImportReport): void {
  if (report.state !== 'imported' && report.state !== 'checked') say(t.stopped(report.batch))
  else say(t.done(report.rows, report.dryRun))
  say(t.counts(report))
  if (report.refusedFile !== null) say(t.refused(report.refusedFile))
  if (!report.dryRun) say(t.batchIs(report.batch))
}

async function undo(batch: string, { json }: { json?: true }): Promise<void> {
  const { undoImport } = await imports()
  const undone = await withTools((tools) => undoImport(tools, batch))
  if (!undone.ok) throw new CommandRefused(sentenceOf(undone.error), { error: undone.error })
  if (json) sayJson(undone.value)
  else say(t.undone(undone.value))
}

/** `import <file>` and `import undo <batch>`. */
export function addImportCommand(program: Command): void {
  // Without this the outer command would take the options of the inner one.
  program.enablePositionalOptions()
  const command = program.command('import').description(t.about).enablePositionalOptions().argument('<file>', t.file)
    .option('--sheet <name>', t.sheet).option('--mapping <file>', t.mapping).option('--dry-run', t.dryRun)
    .option('--source <source>', t.source, source, 'import-old' as const).option('--sender <name>', t.sender).option('--observed-on <date>', t.observedOn, day)
    .option('--kind <kind>', t.kind, kind).option('--refused-to <file>', t.refusedTo).option('--json', cliId.json).action(run)
  command.command('undo').description(t.aboutUndo).argument('<batch>', t.batch).option('--json', cliId.json).action(undo)
}
