import type { Context } from 'hono'
import { type Problem, type Refusal, type Result, invalid, ok } from '../../kernel/result.ts'
import { BrokenForm, formParts, textOf } from './multipart.ts'

/** What the form held and what is wrong with it; empty on a first look. */
export type Form = { values: Record<string, string | string[] | File>; problems: Problem[] }

/** What was typed into one field, when it is a text. */
export const typedIn = ({ values }: Form, name: string): string | undefined => {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** The three parts of a day as they were typed. */
export const typedParts = (form: Form, name: string): { day: string | undefined; month: string | undefined; year: string | undefined } =>
  ({ day: typedIn(form, `${name}-day`), month: typedIn(form, `${name}-month`), year: typedIn(form, `${name}-year`) })

const TOO_BIG = 'Kiriman terlalu besar. Berkas paling besar 10 MB.'
const UNREADABLE = 'Formulir tidak terbaca utuh, mungkin sinyal terputus. Silakan kirim ulang.'
const LONGEST_TEXT = 64 * 1024

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
    return invalid([{ field: '', message: UNREADABLE }], 'unreadable')
  }
}

/** How a file that is too large to be held is taken in. `keep` stores its bytes as they come and gives a token for what it stored. */
export type LargeFile = { field: string; most: number; keep: (bytes: AsyncIterable<Uint8Array>, fileName: string) => Promise<Result<string>> }

/**
 * The fields of a form with one large file, which is kept while it comes: its token stands among the values as `<field>-kept`, so that
 * the form can be shown again without losing it. A file that is refused is a problem of its field; the other values are there all the same.
 */
export async function largeFormValues(request: Request, file: LargeFile): Promise<Result<Form>> {
  const form: Form = { values: {}, problems: [] }
  const refuse = (refusal: Refusal) => {
    form.problems.push(...(refusal.kind === 'invalid' ? refusal.problems : [{ field: file.field, message: refusal.message }]))
  }
  try {
    for await (const { name, fileName, bytes } of formParts(upTo(request.body, 3 * file.most), request.headers.get('content-type') ?? '')) {
      if (name !== file.field) {
        const text = await textOf(bytes, LONGEST_TEXT)
        if (fileName === undefined) form.values[name] = text
      } else if (fileName !== undefined && fileName !== '') {
        const kept = await file.keep(bytes, fileName)
        if (kept.ok) form.values[`${file.field}-kept`] = kept.value
        else refuse(kept.error)
      }
    }
    return ok(form)
  } catch (error) {
    if (error instanceof BrokenForm) return invalid([{ field: file.field, message: UNREADABLE }], 'unreadable')
    throw error
  }
}

/** What goes beyond the limit is still read, since a browser shows no answer before it has sent all; yet not for ever. */
async function* upTo(body: Request['body'], most: number): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const piece of body ?? []) {
    length += piece.length
    if (length > most) throw new BrokenForm('far too long')
    yield piece
  }
}
