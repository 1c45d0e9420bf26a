import { importsId as t } from '../messages.id.ts'
import { CHOICES } from './choice-words.ts'
import type { RecordKind } from './fields.ts'
import { plainWords, slipsBetween } from './plain-words.ts'
import { absenceOf, doubted, refused, took, unlessAbsent } from './reading.ts'
import type { Read } from './reading.ts'

const GENDERS = new Map<string, 'female' | 'male'>([
  ...['l', 'lk', 'laki', 'laki laki', 'lelaki', 'pria', 'm', 'male', '1', 'laki2', 'lk lk', 'bapak'].map((word) => [word, 'male'] as const),
  ...['p', 'pr', 'perempuan', 'wanita', 'f', 'female', '2', 'w', 'prp', 'ibu'].map((word) => [word, 'female'] as const),
])

/** Reads L/P, Lk/Pr, Laki-laki/Perempuan, Pria/Wanita and the codes 1 and 2 of the national questionnaire. */
export function readGender(text: string): Read<'female' | 'male'> {
  return unlessAbsent(text, (stated) => {
    const gender = GENDERS.get(plainWords(stated))
    return gender ? took(gender) : refused('not-gender', t.values.notGender(stated))
  })
}

const ANSWERS = new Map<string, boolean>([
  ...['ya', 'y', 'iya', 'ada', 'sudah', 'sdh', 'punya', 'memiliki', 'v', '1', 'true', 'benar', 'yes', 'terdaftar', 'aktif', 'pernah',
    'bisa', 'sudah ada', 'sudah punya'].map((word) => [word, true] as const),
  ...['tidak', 'tdk', 't', 'belum', 'blm', '0', 'false', 'no', 'n', 'bukan', 'tidak pernah'].map((word) => [word, false] as const),
])

/** Reads Ya/Tidak, Ada/-, Sudah/Belum, V, ✓. A dash in such a column means no; an empty cell says nothing; a cross has two meanings. */
export function readYesNo(text: string): Read<boolean> {
  const bare = text.trim()
  if (/^[-–—]+$/.test(bare)) return took(false)
  if (/^[√✓✔☑]$/.test(bare)) return took(true)
  if (/^[x×✗✘]$/i.test(bare)) return doubted('cross', t.values.cross(bare))
  return unlessAbsent(text, (stated) => {
    const answer = ANSWERS.get(plainWords(stated))
    return answer === undefined ? refused('not-yes-no', t.values.notYesNo(stated)) : took(answer)
  }, false)
}

/** "Tidak aktif" of a business can mean paused or gone; the milder is taken and told, because a list is no visit. */
const NOT_ACTIVE = new Set([
  'tidak aktif', 'tdk aktif', 'non aktif', 'nonaktif', 'tidak berjalan', 'tidak jalan', 'tdk jalan', 'pasif', 'tidak beroperasi',
])

/** Reads an answer of a fixed list by the words lists use for it; one slip of the hand in longer words is forgiven. */
export function readChoice(kind: RecordKind, field: string, text: string): Read<string> {
  const said = plainWords(text)
  if (kind === 'business' && field === 'status' && NOT_ACTIVE.has(said)) {
    return took('paused', { code: 'not-active', sentence: t.values.notActive(text.trim()) })
  }
  const code = codeOf(kind, field, said)
  if (code !== undefined) return took(code)
  return unlessAbsent(text, (stated) => refused('choice-unknown', t.values.choiceUnknown(stated, answersOf(kind, field))))
}

/** Reads several answers of a fixed list out of one cell: `Desa, Kecamatan`, `Offline & Online`. */
export function readChoices(kind: RecordKind, field: string, text: string): Read<string[]> {
  if (absenceOf(text) !== undefined) return unlessAbsent<string[]>(text, () => took([]))
  const whole = codeOf(kind, field, plainWords(text))
  if (whole !== undefined) return took([whole])
  const codes: string[] = []
  for (const part of text.split(/[,;/&+|\n]|\s+dan\s+/i)) {
    const said = plainWords(part)
    if (said === '') continue
    const code = codeOf(kind, field, said)
    if (code === undefined) return refused('choice-unknown', t.values.choiceUnknown(part.trim(), answersOf(kind, field)))
    if (!codes.includes(code)) codes.push(code)
  }
  return codes.length > 0 ? took(codes) : refused('choice-unknown', t.values.choiceUnknown(text.trim(), answersOf(kind, field)))
}

function codeOf(kind: RecordKind, field: string, said: string): string | undefined {
  const words = CHOICES[kind][field]
  if (!words) throw new Error(`no words are known for ${kind} ${field}`)
  const code = words.get(said)
  if (code !== undefined || said.length < 5) return code
  const near = new Set<string>()
  for (const [word, meant] of words) if (word.length >= 5 && slipsBetween(said, word, 1) !== undefined) near.add(meant)
  return near.size === 1 ? [...near][0] : undefined
}

/** One word for each answer, for a sentence that says what may stand there. */
function answersOf(kind: RecordKind, field: string): string[] {
  const words = new Map<string, string>()
  for (const [word, code] of CHOICES[kind][field] ?? []) if (!words.has(code)) words.set(code, word)
  return [...words.values()]
}
