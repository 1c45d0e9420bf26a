import { join } from 'node:path'
import type { Refusal } from '../../kernel/result.ts'
import type { Config } from '../../platform/config/config.ts'
import { readConfig } from '../../platform/config/config.ts'
import { pendingMigrations } from '../../platform/db/migrate.ts'
import { startEmbeddedPostgres } from '../../platform/embedded-postgres/index.ts'
import type { openTools } from '../tools.ts'
import { cliId as t } from './messages.id.ts'

/** The command was understood and refused: one sentence, exit 1. `answer` is what `--json` prints. */
export class CommandRefused extends Error {
  readonly answer: unknown
  constructor(sentence: string, answer?: unknown) {
    super(sentence)
    this.answer = answer ?? { error: sentence }
  }
}

/** The command was called wrongly: one sentence, exit 2. */
export class WrongUse extends Error {}

/** A refusal as one sentence. */
export const sentenceOf = (refusal: Refusal): string => (refusal.kind === 'invalid' ? refusal.problems.map((one) => one.message).join(' ') : refusal.message)

export const say = (line: string): void => { process.stdout.write(`${line}\n`) }
export const remark = (line: string): void => { process.stderr.write(`${line}\n`) }
export const sayJson = (value: unknown): void => say(JSON.stringify(value))

export const configOf = (): Config => readConfig(process.env)

export type OpenDatabase = { url: string; stop: () => Promise<void> }

/** The database of DATABASE_URL, or the embedded one: joined when it runs, else started. `stop` gives up our share in it. */
export async function openDatabaseOf(config: Config, log: (sentence: string) => void = remark): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) return { url: config.databaseUrl, stop: async () => {} }
  const server = await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres'), log })
  return { url: server.url, stop: () => server.stop() }
}

/** @throws CommandRefused when the schema is older than the program */
export async function requireSchema(url: string): Promise<void> {
  if ((await pendingMigrations(url)).length > 0) throw new CommandRefused(t.schemaOld)
}

/** Runs one command on the office's data and closes everything behind it. */
export async function withTools<T>(work: (tools: Awaited<ReturnType<typeof openTools>>) => Promise<T>): Promise<T> {
  const config = configOf()
  const database = await openDatabaseOf(config)
  try {
    await requireSchema(database.url)
    // Loaded only here, so that commands without a database start quickly.
    const tools = await (await import('../tools.ts')).openTools(config, database.url)
    try {
      return await work(tools)
    } finally {
      await tools.close()
    }
  } finally {
    await database.stop()
  }
}
