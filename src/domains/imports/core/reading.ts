import { fail, ok } from '../../../kernel/result.ts'
import type { Result } from '../../../kernel/result.ts'
import { importsId as t } from '../messages.id.ts'

/** Something a clerk should know about a value that was taken. */
export type Remark = { code: string; sentence: string }

/**
 * Why a cell was not taken, in a sentence that quotes what was found and says what to do.
 * `doubtful`: it can be read, but in more than one way; a person can decide. Otherwise it cannot be right as it stands.
 */
export type Fault = Remark & { doubtful?: true }

export type Unstated = 'unknown' | 'refused'

/** What a cell says: a value, that the person did not know or would not tell, or nothing at all. */
export type Reading<T> =
  | { kind: 'value'; value: T; note?: Remark }
  | { kind: 'unstated'; reason: Unstated }
  | { kind: 'empty' }

export type Read<T> = Result<Reading<T>, Fault>

type Taken<T> = { ok: true; value: { kind: 'value'; value: T; note?: Remark } }

export const took = <T>(value: T, note?: Remark): Taken<T> =>
  ({ ok: true, value: note ? { kind: 'value', value, note } : { kind: 'value', value } })

export const refused = (code: string, sentence: string) => fail<Fault>({ code, sentence })
export const doubted = (code: string, sentence: string) => fail<Fault>({ code, sentence, doubtful: true })

const NOTHING = ok<Reading<never>>({ kind: 'empty' })

// `none` says that there is none of it: zero for a sum, an empty answer for a number of the state.
const ABSENT = new Map<string, 'empty' | 'none' | Unstated>([
  ...['', '-', '--', '---', '–', '—', '.', '..', '...', '?', '/', '_', "'", 'n/a', '#n/a', 'null', 'kosong', '(kosong)']
    .map((word) => [word, 'empty'] as const),
  ...['nihil', 'tidak ada', 'tdk ada', 'tdk. ada', 'belum ada', 'blm ada', 'tidak punya', 'tdk punya', 'belum punya', 'blm punya',
    'tidak memiliki', 'belum memiliki', 'tidak mempunyai', 'ga ada', 'gak ada', 'tanpa'].map((word) => [word, 'none'] as const),
  ...['tidak tahu', 'tdk tahu', 'tidak tau', 'tdk tau', 'tidak diketahui', 'tdk diketahui', 'belum tahu', 'lupa', 'ga tahu', 'gak tahu',
    'tidak ingat'].map((word) => [word, 'unknown'] as const),
  ...['menolak', 'menolak menjawab', 'tidak bersedia', 'tdk bersedia', 'tidak bersedia menjawab', 'tidak mau', 'tidak mau menjawab',
    'tidak menjawab', 'rahasia', 'dirahasiakan', 'keberatan'].map((word) => [word, 'refused'] as const),
])
const LONGEST_ABSENCE = Math.max(...[...ABSENT.keys()].map((word) => word.length))

/** @returns undefined when the text says something */
export function absenceOf(text: string): 'empty' | 'none' | Unstated | undefined {
  const bare = text.trim()
  return bare.length > LONGEST_ABSENCE ? undefined : ABSENT.get(bare.toLowerCase())
}

/** Reads a text unless it says that there is no answer. `none` is what "tidak ada" means for this question. */
export function unlessAbsent<T>(text: string, read: (text: string) => Read<T>, none?: T): Read<T> {
  const absence = absenceOf(text)
  if (absence === undefined) return read(text.trim())
  if (absence === 'none' && none !== undefined) return took(none)
  if (absence === 'unknown' || absence === 'refused') return ok({ kind: 'unstated', reason: absence })
  return NOTHING
}

// A long number in a narrow column is saved as 3.52E+15; only its first figures are left.
const ROUNDED = /^\s*['"]?\d(?:[.,]\d+)?e\+?\d{1,2}\s*$/i

/** Has the spreadsheet rounded this number? `lostDigits` as told by the one who read the file. */
export const isRounded = (text: string, lostDigits = false): boolean => lostDigits || ROUNDED.test(text)

export const roundedFault = (text: string): { ok: false; error: Fault } => refused('rounded', t.values.rounded(text))
