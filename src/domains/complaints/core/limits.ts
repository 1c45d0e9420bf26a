import type { Kind } from './choices.ts'

/** How grave a report is (kadar), which sets its legal limit; other kinds than complaints have one limit each. */
export const CLASSES = ['light', 'normative', 'no-examination', 'examination', 'suggestion', 'information', 'consultation'] as const
export type Class = (typeof CLASSES)[number]

/** Classes each kind may have; the first is proposed. */
export const CLASSES_OF: Record<Kind, readonly Class[]> = {
  complaint: ['normative', 'light', 'no-examination', 'examination'],
  suggestion: ['suggestion'],
  information: ['information'],
  consultation: ['consultation'],
}

/** One limit with the day from which it holds. `sure`: V verified, G general knowledge, P this product's proposal; see docs/rules.md. */
export type Limit = { class: Class; workingDays: number; extraDays: number; validFrom: string; source: string; sure: 'V' | 'G' | 'P' }

const standard = {
  extraDays: 0, validFrom: '2024-01-01', source: 'Standar pengaduan 2024 di SIPPN; UU 25/2009, Perpres 76/2013, PermenPANRB 62/2018',
  sure: 'V',
} as const
const proposed = { extraDays: 0, validFrom: '2024-01-01', source: 'usulan produk, ditetapkan dinas', sure: 'P' } as const

/** Working days until the answer. A new rule is a new row. Source: service-quality.md 2.1, legal-data-protection.md 5 */
export const LIMITS: readonly Limit[] = [
  { class: 'light', workingDays: 2, ...standard },
  { class: 'normative', workingDays: 5, ...standard },
  { class: 'no-examination', workingDays: 14, ...standard },
  { class: 'examination', workingDays: 60, ...standard },
  { class: 'suggestion', workingDays: 14, ...proposed },
  {
    class: 'information', workingDays: 10, extraDays: 7, validFrom: '2010-04-30',
    source: 'UU 14/2008 (KIP): 10 hari kerja, dapat ditambah 7 dengan pemberitahuan', sure: 'G',
  },
  { class: 'consultation', workingDays: 3, ...proposed },
]

/** The limit in force on a day; for a day before all rules the first one. */
export function limitOn(one: Class, day: string): Limit {
  const rows = LIMITS.filter((limit) => limit.class === one).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  const found = rows.findLast((limit) => limit.validFrom <= day) ?? rows[0]
  if (!found) throw new Error(`no limit for ${one}`)
  return found
}

/** Working days until a report is looked at and classified (verifikasi). Source: service-quality.md 2.1 (general knowledge) */
export const VERIFY_DAYS = 3

/** Working days a reporter is waited for who was asked for more (tunda). This product's rule. */
export const MEND_DAYS = 10

/**
 * Working days the reporter has to say whether it is solved; then silence closes it. Of information requests it is the term in which the
 * asker may object to the head of the office.
 * Source: features.md (10 working days); service-quality.md 2.1 (about 10 days); UU 14/2008 (30 working days, general knowledge)
 */
export const replyDays = (kind: Kind): number => (kind === 'information' ? 30 : 10)
