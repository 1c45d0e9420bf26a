import { readFile, stat } from 'node:fs/promises'
import type { Command } from 'commander'
import { CommandRefused, WrongUse, say, sayJson, withTools } from './command.ts'
import { cliId } from './messages.id.ts'

const t = cliId.letter

/** A name of a file that is not there is no text of a QR. */
async function fileOf(given: string): Promise<Buffer | undefined> {
  const there = await stat(given).catch(() => undefined)
  if (there?.isFile()) return readFile(given)
  if (/\.(pdf|jpe?g)$/i.test(given)) throw new WrongUse(t.noFile(given))
  return undefined
}

async function letterVerify(given: string, options: { json?: true }): Promise<void> {
  const { verifyLetterFile, verifyLetterText } = await import('../../domains/letters/cli.ts')
  const file = await fileOf(given)
  const report = await withTools((tools) => (file ? verifyLetterFile(tools, file) : verifyLetterText(tools, given)))
  if (report.verdict !== 'valid') throw new CommandRefused(`${t.verdict[report.verdict]}: ${report.why.join(' ')}`, report)
  if (options.json) sayJson(report)
  else say(`${t.verdict.valid}: ${report.why.join(' ')}`)
}

/** `letter verify`: is this a letter of the office, whole, and still valid? */
export function addLetterCommands(program: Command): void {
  program.command('letter').description(t.about)
    .command('verify').description(t.aboutVerify).argument('<file-or-text>', t.given).option('--json', cliId.json).action(letterVerify)
}
