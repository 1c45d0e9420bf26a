import type { Tools } from '../../src/platform/tools.ts'
import { type Result, invalid, ok } from '../../src/kernel/result.ts'
import { seedCases } from './cases.ts'
import { seedCooperatives } from './cooperatives.ts'
import { seedRegency } from './regency.ts'

export type Seed = { businesses: number; cooperatives?: number; applications: number; seed: number }
export type Seeded = { businesses: number; cooperatives: number; applications: number }

const words = {
  noBusinesses: 'Permohonan memerlukan usaha. Sebutkan juga --businesses, paling sedikit 1.',
  onlyDemo: 'Data rekaan hanya untuk contoh. Jalankan dengan DEMO=1.',
}

/** Fills the demo office with a synthetic regency: businesses first, then cases of them; cooperatives beside them. Made-up people never meet real ones. */
export async function seed(tools: Tools, { businesses, cooperatives = 0, applications, seed: number }: Seed): Promise<Result<Seeded>> {
  if (!tools.config.demo) return invalid([{ field: 'demo', message: words.onlyDemo }])
  const entered = await seedRegency(tools, { businesses, seed: number })
  const bodies = await seedCooperatives(tools, { cooperatives, seed: number })
  const held = await tools.db.selectFrom('registry.v_business_card').select('id').where('scale', '=', 'micro').limit(1).executeTakeFirst()
  if (applications > 0 && !held) return invalid([{ field: 'businesses', message: words.noBusinesses }])
  return ok({ businesses: entered, cooperatives: bodies, applications: await seedCases(tools, { applications, seed: number }) })
}
