import type { Tools } from '../../src/platform/tools.ts'
import { type Result, invalid, ok } from '../../src/kernel/result.ts'
import { seedCases } from './cases.ts'
import { seedRegency } from './regency.ts'

export type Seed = { businesses: number; cooperatives?: number; applications: number; seed: number }
export type Seeded = { businesses: number; applications: number }

const words = {
  noCooperatives: 'Koperasi belum tersedia di versi ini. Ulangi tanpa --cooperatives.',
  noBusinesses: 'Permohonan memerlukan usaha. Sebutkan juga --businesses, paling sedikit 1.',
  onlyDemo: 'Data rekaan hanya untuk contoh. Jalankan dengan DEMO=1.',
}

/** Fills the demo office with a synthetic regency: businesses first, then cases of them. Made-up people never meet real ones. */
export async function seed(tools: Tools, { businesses, cooperatives = 0, applications, seed: number }: Seed): Promise<Result<Seeded>> {
  if (!tools.config.demo) return invalid([{ field: 'demo', message: words.onlyDemo }])
  if (cooperatives > 0) return invalid([{ field: 'cooperatives', message: words.noCooperatives }])
  const entered = await seedRegency(tools, { businesses, seed: number })
  const held = await tools.db.selectFrom('registry.v_business_card').select('id').where('scale', '=', 'micro').limit(1).executeTakeFirst()
  if (applications > 0 && !held) return invalid([{ field: 'businesses', message: words.noBusinesses }])
  return ok({ businesses: entered, applications: await seedCases(tools, { applications, seed: number }) })
}
