import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { type PeriodKind, PERIOD_KINDS, periodOf } from '../../domains/performance/index.ts'
import { CommandRefused, WrongUse, say, sayJson, sentenceOf, withTools } from './command.ts'
import { readRoots } from './log-command.ts'
import { cliId } from './messages.id.ts'

const t = cliId.report

type MakeOptions = { period: string; out: string; json?: true }

async function makeOf(kind: PeriodKind, { period: key, out, json }: MakeOptions): Promise<void> {
  const period = periodOf(kind, key)
  if (!period) throw new WrongUse(t.notAPeriod[kind](key))
  const { files, isSigned } = await withTools(async (tools) => {
    const { findHomeOffice } = await import('../../domains/office/index.ts')
    const { writeReport } = await import('../../domains/performance/cli.ts')
    const office = await findHomeOffice(tools.db)
    if (!office) throw new CommandRefused(t.noOffice)
    const written = await writeReport(tools, office.id, period, out)
    if (!written.ok) throw new CommandRefused(sentenceOf(written.error))
    return written.value
  })
  if (json) sayJson({ period: key, files, signed: isSigned })
  else for (const file of files) say(file)
}

async function verify(path: string, { log, roots, json }: { log: string; roots?: string; json?: true }): Promise<void> {
  for (const file of [path, log]) if (!(await stat(file).catch(() => undefined))?.isFile()) throw new WrongUse(cliId.log.noFile(file))
  const { verifyReport } = await import('../../domains/performance/index.ts')
  const { faultLines } = await import('../../domains/performance/cli.ts')
  const { performanceId } = await import('../../domains/performance/messages.id.ts')
  const [text, file] = [await readFile(path, 'utf8'), roots === undefined ? undefined : await readRoots(roots)]
  // Last of all: lines that come while nobody reads yet are lost.
  const result = await verifyReport(text, createInterface({ input: createReadStream(log), crlfDelay: Infinity }), file)
  if (!result.ok) throw new CommandRefused(faultLines(result.error, cliId.log.fault).join('\n'), { equal: false, fault: result.error })
  const { figures, rows, period, entries, placed, missing, rootLine } = result.value
  if (json) return sayJson({ equal: true, ...result.value })
  say(performanceId.verify.same(figures, rows, period, entries))
  say(performanceId.verify.rootLine(rootLine))
  if (!placed) say(missing.length > 0 ? performanceId.verify.missingRoots(missing) : performanceId.verify.unplaced)
}

/** `report monthly|quarterly|yearly` and `report verify`; the second needs no database. */
export function addReportCommands(program: Command): void {
  const report = program.command('report').description(t.about)
  for (const kind of PERIOD_KINDS) {
    report.command(kind).description(t.aboutKind[kind]).requiredOption('--period <p>', t.period[kind]).requiredOption('--out <dir>', t.out)
      .option('--json', cliId.json).action((options: MakeOptions) => makeOf(kind, options))
  }
  report.command('verify').description(t.aboutVerify).argument('<file>', t.file).requiredOption('--log <file>', t.log)
    .option('--roots <file>', cliId.log.roots).option('--json', cliId.json).action(verify)
}
