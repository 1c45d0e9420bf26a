/** What the office answers when it cannot do what was asked. Anything else that goes wrong is a failure and is thrown. */
export type Refusal =
  | { kind: 'invalid'; code: string; problems: Problem[] }
  | { kind: 'forbidden'; code: string; message: string }
  | { kind: 'not-found'; code: string; message: string }
  | { kind: 'conflict'; code: string; message: string; present?: unknown }

/** One thing to mend: `field` is the key of the question or the JSON path (`owner.nationalId`), `message` is Indonesian and says what to do. */
export type Problem = { field: string; message: string }

export type Result<T, E = Refusal> = { ok: true; value: T } | { ok: false; error: E }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const fail = <E>(error: E): { ok: false; error: E } => ({ ok: false, error })

export const invalid = (problems: Problem[], code = 'invalid') => fail<Refusal>({ kind: 'invalid', code, problems })
export const forbidden = (code: string, message: string) => fail<Refusal>({ kind: 'forbidden', code, message })
export const notFound = (code: string, message: string) => fail<Refusal>({ kind: 'not-found', code, message })
export const conflict = (code: string, message: string, present?: unknown) =>
  fail<Refusal>({ kind: 'conflict', code, message, ...(present === undefined ? {} : { present }) })
