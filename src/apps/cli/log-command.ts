import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { exportLog } from '../../platform/log/export.ts'
import type { LogVerdict, RootsFile } from '../../platform/log/chain.ts'
import { rootsFile } from '../../platform/log/root.ts'
import { verifyLog } from '../../platform/log/verify.ts'
import { CommandRefused, WrongUse, remark, say, sayJson, withTools } from './command.ts'
import { cliId } from './messages.id.ts'

const t = cliId.log

function seqOf(text: string | undefined): number {
  if (text === undefined) return 1
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new WrongUse(t.notASeq(text))
  return Number(text)
}

/** Writes to standard output no faster than it is taken; a reader who hangs up ends the command. */
const write = (text: string): Promise<void> => new Promise((resolve, reject) => {
  process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
})

async function logExport({ from }: { from?: string }): Promise<void> {
  const first = seqOf(from)
  const { findHomeOffice } = await import('../../domains/office/index.ts')
  const count = await withTools(async ({ db }) => {
    const office = await findHomeOffice(db)
    return office ? exportLog(db, office.id, { from: first }, write) : 0
  })
  remark(t.exported(count))
}

export async function readRoots(path: string): Promise<RootsFile> {
  const text = await readFile(path, 'utf8').catch(() => { throw new WrongUse(t.noFile(path)) })
  try {
    return rootsFile.parse(JSON.parse(text))
  } catch {
    throw new WrongUse(t.notRoots(path))
  }
}

function sayVerdict(verdict: LogVerdict, rooted: boolean): void {
  say(t.whole(verdict.entries, verdict.firstSeq, verdict.lastSeq))
  say(verdict.roots > 0 ? t.rooted(verdict.roots, verdict.rootedSeq, verdict.lastSeq) : rooted ? t.noRootMet : t.withoutRoots)
}

type VerifyOptions = { roots?: string; from?: string; json?: true }

async function logVerify(path: string, options: VerifyOptions): Promise<void> {
  const there = await stat(path).catch(() => undefined)
  if (!there?.isFile()) throw new WrongUse(t.noFile(path))
  const from = seqOf(options.from)
  const roots = options.roots === undefined ? undefined : await readRoots(options.roots)
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity })
  const result = await verifyLog(lines, { from, ...(roots ? { roots } : {}) })
  if (!result.ok) throw new CommandRefused(t.fault(result.error), { valid: false, fault: result.error })
  if (options.json) sayJson({ valid: true, ...result.value })
  else sayVerdict(result.value, roots !== undefined)
}

/** `log export` and `log verify`; the second needs no database. */
export function addLogCommands(program: Command): void {
  const log = program.command('log').description(t.about)
  log.command('export').description(t.aboutExport).option('--from <n>', t.from).action(logExport)
  log.command('verify').description(t.aboutVerify).argument('<file>', t.file)
    .option('--roots <file>', t.roots).option('--from <n>', t.verifyFrom).option('--json', cliId.json).action(logVerify)
}
