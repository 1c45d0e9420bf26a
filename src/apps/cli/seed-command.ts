import { type Command, InvalidArgumentError } from 'commander'
import { seed } from '../../../db/seeds/index.ts'
import { CommandRefused, say, sayJson, withTools, sentenceOf } from './command.ts'
import { cliId } from './messages.id.ts'

const t = cliId.seed

function count(text: string): number {
  if (!/^\d{1,8}$/.test(text)) throw new InvalidArgumentError(t.notACount)
  return Number(text)
}

type Given = { businesses: number; cooperatives: number; applications: number; seed: number; json?: true }

async function run({ json, ...wanted }: Given): Promise<void> {
  const seeded = await withTools((tools) => seed(tools, wanted))
  if (!seeded.ok) throw new CommandRefused(sentenceOf(seeded.error))
  if (json) sayJson(seeded.value)
  else say(t.done(seeded.value))
}

/** `seed`: a synthetic regency; the same seed gives the same data. */
export function addSeedCommand(program: Command): void {
  program.command('seed').description(t.about)
    .option('--businesses <n>', t.businesses, count, 0).option('--cooperatives <n>', t.cooperatives, count, 0)
    .option('--applications <n>', t.applications, count, 0).option('--seed <n>', t.seed, count, 1).option('--json', cliId.json)
    .action(run)
}
