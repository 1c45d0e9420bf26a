import { stat } from 'node:fs/promises'
import type { Command } from 'commander'
import { CommandRefused, WrongUse, say, sayJson } from './command.ts'
import { cliId } from './messages.id.ts'

const t = cliId.skm

/** So many wrong values are named in the sentence; `--json` has them all, up to a hundred. */
const NAMED = 20

type Problem = { line: number; column: string; value: string; message: string }

const refusal = (sentence: string, problems: Problem[] = []): CommandRefused =>
  new CommandRefused(sentence, { error: sentence, ...(problems.length > 0 ? { problems } : {}) })

async function compute(file: string, { json }: { json?: true }): Promise<void> {
  const there = await stat(file).catch(() => undefined)
  if (!there?.isFile()) throw new WrongUse(t.noFile(file))
  const { computedFile, readAnswers } = await import('../../domains/satisfaction/cli.ts')
  const read = await readAnswers(file)
  if (!read.ok) {
    const { fault } = read
    if (fault.kind === 'unreadable') throw refusal(fault.sentence)
    if (fault.kind === 'no-columns') throw refusal(t.noColumns(fault.missing))
    if (fault.kind === 'column-twice') throw refusal(t.columnTwice(fault.column))
    const problems = fault.wrong.map((one) => ({ ...one, message: t.wrongValue(one.line, one.column, one.value) }))
    throw refusal([t.wrongValues(fault.count), ...problems.slice(0, NAMED).map(({ message }) => message), ...(fault.count > NAMED ? [t.more(fault.count - NAMED)] : [])].join('\n'), problems)
  }
  const computed = computedFile(read.result)
  if (json) {
    sayJson(computed)
    return
  }
  say(computed.index === null ? t.noIndex : t.index(computed.index.replace('.', ','), computed.category ?? ''))
  say(t.respondents(computed.respondents, read.result.blank))
  for (const { key, n, nrr } of computed.elements) say(t.element(key, n, nrr?.replace('.', ',') ?? '-'))
}

/** `skm compute`: answers of the satisfaction survey to the index; needs no database. */
export function addSkmCommand(program: Command): void {
  program.command('skm').description(t.about).command('compute').description(t.aboutCompute).argument('<csv>', t.file).option('--json', cliId.json).action(compute)
}
