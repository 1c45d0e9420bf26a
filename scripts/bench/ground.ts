import { join } from 'node:path'
import pg from 'pg'
import { seed } from '../../db/seeds/index.ts'
import { openTools } from '../../src/apps/tools.ts'
import { findActor } from '../../src/domains/accounts/index.ts'
import { takeStep } from '../../src/domains/applications/commands/steps.ts'
import type { Actor } from '../../src/kernel/rights.ts'
import { readConfig } from '../../src/platform/config/config.ts'
import type { Db } from '../../src/platform/db/database.ts'
import { transact } from '../../src/platform/db/unit.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'
import type { Tools } from '../../src/platform/tools.ts'

export type Ground = { databaseUrl: string; tools: Tools; db: Db; close: () => Promise<void> }

/** Joins the database of the program's folder and opens the program's tools beside it. */
export async function openGround(dataDir: string): Promise<Ground> {
  const server = await startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), log: () => {} })
  const config = readConfig({ DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'warn' })
  const tools = await openTools(config, server.url)
  return {
    databaseUrl: server.url, tools, db: tools.db,
    async close() {
      await tools.close()
      await server.stop()
    },
  }
}

/** A database that is there already, with the keys it was filled with. */
export async function openGroundAt(url: string, dataDir: string, keyFile: string | undefined): Promise<Ground> {
  const config = readConfig({ DATA_DIR: dataDir, DATABASE_URL: url, DEMO: '1', LOG_LEVEL: 'warn', ...(keyFile === undefined ? {} : { KEY_FILE: keyFile }) })
  const tools = await openTools(config, url)
  return { databaseUrl: url, tools, db: tools.db, close: () => tools.close() }
}

/** A database that has been at work for some days has its statistics; one that was filled a second ago has not. */
export async function analyze(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('vacuum analyze')
  await client.end()
}

/** The seed of the measurement. @returns how long it took in seconds */
export async function sow({ tools, databaseUrl }: Ground, businesses: number, applications: number): Promise<{ businesses: number; applications: number }> {
  const timed = async (what: { businesses: number; applications: number }) => {
    const began = performance.now()
    const done = await seed(tools, { ...what, seed: 1 })
    if (!done.ok) throw new Error(JSON.stringify(done.error))
    return Math.round((performance.now() - began) / 100) / 10
  }
  const took = { businesses: await timed({ businesses, applications: 0 }), applications: await timed({ businesses: 0, applications }) }
  await analyze(databaseUrl)
  return took
}

export async function idsIn(db: Db, status: string): Promise<string[]> {
  return (await db.selectFrom('applications.applications').select('id').where('status', '=', status).orderBy('id').execute()).map((row) => row.id)
}

/** An officer as the program sees him. */
export async function officer(tools: Tools, token: string): Promise<Actor> {
  const actor = await findActor(tools.db, tools.keys, tools.clock(), token)
  if (!actor) throw new Error('a token of the measurement is not valid')
  return actor
}

/** Walks cases from accepted to initialed, so that there are enough to sign. */
export async function makeReadyToSign(tools: Tools, ids: readonly string[], cast: { verifier: Actor; divisionHead: Actor; secretary: Actor }): Promise<void> {
  for (const id of ids) {
    for (const [actor, step] of [[cast.verifier, 'verify'], [cast.divisionHead, 'initial'], [cast.secretary, 'initial']] as const) {
      const done = await transact(tools.db, tools.clock, (unit) => takeStep(tools, unit, actor, id, { step }))
      if (!done.ok) throw new Error(JSON.stringify(done.error))
    }
  }
}
