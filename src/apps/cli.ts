import { Command, CommanderError } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { ConfigProblem } from '../platform/config/config.ts'
import { DatabaseUnavailable } from '../platform/embedded-postgres/index.ts'
import { addAccountCommands } from './cli/account-commands.ts'
import { CommandRefused, WrongUse, remark, sayJson } from './cli/command.ts'
import { addDeadlineCommand } from './cli/deadline-command.ts'
import { addDoctorCommand } from './cli/doctor-command.ts'
import { addExportCommand } from './cli/export-command.ts'
import { addImportCommand } from './cli/import-command.ts'
import { addLetterCommands } from './cli/letter-command.ts'
import { addLogCommands } from './cli/log-command.ts'
import { cliId as t } from './cli/messages.id.ts'
import { addOfficeCommands } from './cli/office-command.ts'
import { addReportCommands } from './cli/report-command.ts'
import { addSeedCommand } from './cli/seed-command.ts'
import { addSkmCommand } from './cli/skm-command.ts'
import { addStartCommands } from './cli/start-commands.ts'
import { addTalliesCommands } from './cli/tallies-command.ts'

const DONE = 0
const REFUSED = 1
const WRONG_USE = 2
const NO_DATABASE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH', '28P01', '28000', '3D000', '57P03', '53300'])

/** Every command of the program. A domain with commands is one line here. */
function commands(): Command {
  const program = new Command('ditakopum').description(t.about).version(manifest.version, '--version', t.version)
    .helpOption('-h, --help', t.help).helpCommand('help [perintah]', t.helpCommand).addHelpText('after', t.exitCodes)
    .exitOverride().configureOutput({ outputError: () => {} })
    .configureHelp({ styleTitle: (title) => ({ 'Usage:': t.usage.usage, 'Arguments:': t.usage.arguments, 'Options:': t.usage.options, 'Commands:': t.usage.commands })[title] ?? title })
  addStartCommands(program)
  addOfficeCommands(program)
  addAccountCommands(program)
  addDeadlineCommand(program)
  addLogCommands(program)
  addReportCommands(program)
  addLetterCommands(program)
  addDoctorCommand(program)
  addSeedCommand(program)
  addTalliesCommands(program)
  addSkmCommand(program)
  addImportCommand(program)
  addExportCommand(program)
  return program
}

function wrongUse(error: CommanderError): number {
  // Help and version arrive as errors with exit code 0; a bare group of commands shows its help, which is wrong use.
  if (error.exitCode === DONE) return DONE
  if (error.code !== 'commander.help') {
    const sentence = t.wrongUse[error.code]?.(/'([^']*)'/.exec(error.message)?.[1] ?? '') ?? t.wrongUseOther
    remark(`${sentence} ${t.seeHelp}`)
  }
  return WRONG_USE
}

/** What a failure looks like to the person at the terminal, and the exit code it gives. */
function explain(error: unknown, json: boolean): number {
  if (error instanceof CommanderError) return wrongUse(error)
  if (error instanceof WrongUse || error instanceof ConfigProblem) {
    remark(error.message)
    return WRONG_USE
  }
  if (error instanceof CommandRefused) {
    if (json) sayJson(error.answer)
    remark(error.message)
    return REFUSED
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EPIPE') return REFUSED
  if (error instanceof DatabaseUnavailable) remark(error.message)
  else if (NO_DATABASE.has(code)) remark(t.databaseAway)
  else remark(error instanceof Error && process.env['LOG_LEVEL'] === 'debug' ? String(error.stack) : t.failure(error instanceof Error ? error.message : String(error)))
  return REFUSED
}

async function main(words: string[]): Promise<number> {
  try {
    await commands().parseAsync(words, { from: 'user' })
    return DONE
  } catch (error) {
    return explain(error, words.includes('--json'))
  }
}

// A reader that hangs up (head, less) is told by the write itself.
process.stdout.on('error', () => {})
process.exitCode = await main(process.argv.slice(2))
