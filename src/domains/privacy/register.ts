import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { wibDate } from '../../kernel/wib.ts'
import { REFERENCE } from '../../platform/db/reference.ts'
import type { Unit } from '../../platform/db/unit.ts'
import { type RuleInForce, rulesOn } from '../archive/index.ts'
import { type Activity, type Register, registerSchema } from './core/register.ts'
import { registerId as t } from './register-words.id.ts'

let held: Promise<Register> | undefined

const register = (): Promise<Register> => {
  held ??= readFile(join(REFERENCE, 'privacy/register.json'), 'utf8').then((text) => registerSchema.parse(JSON.parse(text)))
  return held
}

export type RegisteredActivity = Activity & { kept: string }
export type RegisterNow = Omit<Register, 'activities'> & { activities: RegisteredActivity[] }

const keptText = (rule: RuleInForce): string => `${rule.title}: ${t.kept(rule.activeMonths + rule.inactiveMonths, rule.final)}`

/** The register with the periods in force today. */
export async function registerNow({ tx, now }: Unit, officeId: string): Promise<RegisterNow> {
  const rules = new Map((await rulesOn(tx, officeId, wibDate(now))).map((rule) => [rule.kind, rule]))
  const { activities, ...head } = await register()
  return {
    ...head,
    activities: activities.map((one) => ({ ...one, kept: one.retention.flatMap((kind) => { const rule = rules.get(kind); return rule ? [keptText(rule)] : [] }).join('; ') })),
  }
}
