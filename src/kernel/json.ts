/** Reads JSON that somebody else wrote. @returns undefined for a text that is none */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A whole number from `least` on that is kept exactly. */
export const isCount = (value: unknown, least = 0): value is number => Number.isSafeInteger(value) && Number(value) >= least

/** A text, or nothing said. */
export const isTextOrNone = (value: unknown): value is string | undefined => value === undefined || typeof value === 'string'
