import type { Command } from 'commander'
import { createOffice, findHomeOffice, isRegion, loadCalendarReference } from '../../domains/office/index.ts'
import { loadServiceReference } from '../../domains/services/index.ts'
import { conflict, invalid, ok } from '../../kernel/result.ts'
import { transact } from '../../platform/db/unit.ts'
import { CommandRefused, say, sayJson, withTools, sentenceOf } from './command.ts'
import { cliId } from './messages.id.ts'

const t = cliId.office

type Given = {
  id: string; name: string; government: string; region: string; address: string; postalCode: string; letterUnit: string; place: string; json?: true
}

async function addOffice(given: Given): Promise<void> {
  const made = await withTools(({ db, clock }) => transact(db, clock, async (unit) => {
    if (await findHomeOffice(unit.tx)) return conflict('office-exists', t.exists)
    if (!(await isRegion(unit.tx, given.region))) return invalid([{ field: 'region', message: t.noRegion(given.region) }])
    await createOffice(unit.tx, { ...given, regionCode: given.region, placeOfSigning: given.place })
    await loadCalendarReference(unit.tx, clock, given.id)
    await loadServiceReference(unit.tx, clock, given.id)
    unit.record(given.id, { what: 'office.create', kind: 'office', subject: given.id, role: 'command-line', data: { region: given.region } })
    return ok(undefined)
  }))
  if (!made.ok) throw new CommandRefused(sentenceOf(made.error))
  if (given.json) sayJson({ id: given.id })
  else say(t.made(given.name))
}

/** `office add`: the office of an installation that is not the demo. */
export function addOfficeCommands(program: Command): void {
  program.command('office').description(t.about).command('add').description(t.aboutAdd)
    .requiredOption('--id <id>', t.id).requiredOption('--name <name>', t.name).requiredOption('--government <name>', t.government)
    .requiredOption('--region <code>', t.region).requiredOption('--address <address>', t.address).requiredOption('--postal-code <code>', t.postalCode)
    .requiredOption('--letter-unit <unit>', t.letterUnit).requiredOption('--place <place>', t.place).option('--json', cliId.json)
    .action(addOffice)
}
