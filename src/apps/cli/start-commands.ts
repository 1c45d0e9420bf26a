import type { Command } from 'commander'
import { cliId } from './messages.id.ts'

const t = cliId.start
// The whole program is loaded only by the commands that need it: `deadline` answers in a tenth of the time.
const wholeProgram = () => import('./start.ts')

/** `start`, `serve`, `work` and `migrate`. */
export function addStartCommands(program: Command): void {
  program.command('start').description(t.aboutStart).action(async () => (await wholeProgram()).run({ migrate: true, web: true, worker: true }))
  program.command('serve').description(t.aboutServe).action(async () => (await wholeProgram()).run({ web: true }))
  program.command('work').description(t.aboutWork).action(async () => (await wholeProgram()).run({ worker: true }))
  program.command('migrate').description(t.aboutMigrate).action(async () => (await wholeProgram()).runMigrate())
}
