import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { REFERENCE } from '../../platform/db/reference.ts'
import { type LookRules, lookRulesSchema } from './core/look-rules.ts'

let held: Promise<LookRules> | undefined

/** The rules for unusual look-ups, from the reference data. */
export function lookRules(): Promise<LookRules> {
  held ??= readFile(join(REFERENCE, 'privacy/look-rules.json'), 'utf8').then((text) => lookRulesSchema.parse(JSON.parse(text)))
  return held
}
