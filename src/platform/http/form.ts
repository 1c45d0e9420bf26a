import type { Context } from 'hono'
import { type Problem, type Result, invalid, ok } from '../../kernel/result.ts'

/** What the form held and what is wrong with it; empty on a first look. */
export type Form = { values: Record<string, string | string[] | File>; problems: Problem[] }

const TOO_BIG = 'Kiriman terlalu besar. Berkas paling besar 10 MB.'

/** The fields of a POSTed form, as text, lists of text, or files. Empty file fields are left out. */
export async function formValues(c: Context): Promise<Result<Form['values']>> {
  try {
    const body = await c.req.parseBody({ all: true })
    const entries = Object.entries(body).flatMap(([key, value]): [string, string | string[] | File][] => {
      if (Array.isArray(value)) {
        const texts = value.filter((one) => typeof one === 'string')
        return texts.length > 0 ? [[key, texts]] : value.flatMap((one) => (one instanceof File && one.size > 0 ? [[key, one] as [string, File]] : []))
      }
      if (value instanceof File) return value.size > 0 ? [[key, value]] : []
      return [[key, value]]
    })
    return ok(Object.fromEntries(entries))
  } catch (error) {
    if (error instanceof Error && error.name === 'BodyLimitError') return invalid([{ field: '', message: TOO_BIG }], 'too-large')
    return invalid([{ field: '', message: 'Formulir tidak terbaca utuh, mungkin sinyal terputus. Silakan kirim ulang.' }], 'unreadable')
  }
}
