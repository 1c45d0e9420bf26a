import type { Command } from 'commander'
import type { Result } from '../../kernel/result.ts'
import { CommandRefused, say, sayJson, withTools, sentenceOf } from './command.ts'
import { cliId } from './messages.id.ts'

const t = cliId.accounts
const accounts = () => import('../../domains/accounts/cli.ts')

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new CommandRefused(sentenceOf(result.error), { error: result.error })
  return result.value
}

type NewUser = { role: string; area?: string; division?: string; name?: string; json?: true }

async function addUser(login: string, { json, ...one }: NewUser): Promise<void> {
  const { userAdd } = await accounts()
  const added = valueOf(await withTools((tools) => userAdd(tools, { login, ...one })))
  if (json) {
    sayJson(added)
    return
  }
  say(t.added(added.login, added.role))
  if (added.password !== undefined) say(t.password(added.password))
  if (added.totpSecret !== undefined) say(t.totpSecret(added.totpSecret))
}

async function giveToken(login: string, options: { reason?: string; json?: true }): Promise<void> {
  const { issueToken } = await accounts()
  const token = valueOf(await withTools((tools) => issueToken(tools, { login, ...(options.reason === undefined ? {} : { reason: options.reason }) })))
  if (options.json) sayJson({ token })
  else say(token)
}

/** `user add` and `token`. */
export function addAccountCommands(program: Command): void {
  program.command('user').description(t.about).command('add').description(t.aboutAdd).argument('<login>', t.login)
    .requiredOption('--role <role>', t.role).option('--area <code>', t.area).option('--division <id>', t.division).option('--name <name>', t.name)
    .option('--json', cliId.json).action(addUser)
  program.command('token').description(t.aboutToken).argument('<login>', t.login).option('--reason <text>', t.reason).option('--json', cliId.json).action(giveToken)
}
