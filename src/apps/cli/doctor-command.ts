import type { Command } from 'commander'
import { CommandRefused, configOf, say, sayJson } from './command.ts'
import type { Finding } from './doctor.ts'
import { doctorId as t } from './doctor.id.ts'

async function run({ json }: { json?: true }): Promise<void> {
  const findings: Finding[] = await (await import('./doctor.ts')).examine(configOf())
  const bad = findings.filter((one) => one.state === 'bad')
  if (bad.length > 0 && json) throw new CommandRefused(t.bad(bad.length), { healthy: false, findings })
  if (json) {
    sayJson({ healthy: true, findings })
    return
  }
  for (const { state, name, text } of findings) say(`${t.marks[state]} ${name.padEnd(12)} ${text}`)
  if (bad.length > 0) throw new CommandRefused(t.bad(bad.length))
  say(t.good)
}

/** `doctor`: is everything in order? */
export function addDoctorCommand(program: Command): void {
  program.command('doctor').description(t.about).option('--json', t.json).action(run)
}
