import type { Command } from 'commander'
import { checkTallies, rebuildTallies } from '../../domains/registry/index.ts'
import { CommandRefused, say, sayJson, withTools } from './command.ts'
import { cliId } from './messages.id.ts'

const t = cliId.tallies

async function check({ json }: { json?: true }): Promise<void> {
  const differences = await withTools(({ db }) => checkTallies(db))
  if (differences.length > 0) {
    throw new CommandRefused([t.differ, ...differences.slice(0, 10).map((one) => t.difference(one.area, one.measure, one.kept, one.counted))].join('\n'), { differences })
  }
  if (json) sayJson({ differences })
  else say(t.same)
}

async function rebuild({ json }: { json?: true }): Promise<void> {
  await withTools(({ db }) => rebuildTallies(db))
  if (json) sayJson({ rebuilt: true })
  else say(t.rebuilt)
}

/** `tallies check` and `tallies rebuild`: the kept counts of the registry against its records. */
export function addTalliesCommands(program: Command): void {
  const tallies = program.command('tallies').description(t.about)
  tallies.command('check').description(t.aboutCheck).option('--json', cliId.json).action(check)
  tallies.command('rebuild').description(t.aboutRebuild).option('--json', cliId.json).action(rebuild)
}
