import type { Temporal } from 'temporal-polyfill'
import type { Problem } from '../../../kernel/result.ts'
import { cooperativeMessages as t } from '../messages.id.ts'

/** Something to look at again; the record passes all the same. `code` is stable, for lists and officers. */
export type Warning = Problem & { code: string }
export type WarningCode = keyof typeof t.warnings
export type Check = { problems: Problem[]; warnings: Warning[] }

/** What the rules need to know and the record does not say. */
export type CheckContext = {
  asOf: Temporal.PlainDate
  /** `former`: a village that once was in the office's area and is no more. */
  village: 'active' | 'former' | 'unknown'
  /** In which versions of the KBLI the five digits are a class. */
  kbliVersions: readonly ('2020' | '2025')[]
}

export const warn = (field: string, code: WarningCode): Warning => ({ field, code, message: t.warnings[code] })
