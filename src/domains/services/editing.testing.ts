import { isRecord } from '../../kernel/json.ts'

export type Json = Record<string, unknown>
/** A number from 0 up to the given one, by chance. */
export type Pick = (below: number) => number
/** Breaks a whole definition at one place. @returns the places one of which a flaw must name, or nothing where there is nothing to break */
export type Breaking = (definition: Json, at: Pick) => string[] | undefined

/** Parts of JSON to be changed where they stand. */
const isJson = (value: unknown): value is Json => isRecord(value)
export const record = (of: Json, key: string): Json => { const value = of[key]; return isJson(value) ? value : {} }
export const list = (of: Json, key: string): Json[] => { const value = of[key]; return Array.isArray(value) && value.every(isJson) ? value : [] }
export const named = (of: Json, key: string): string[] => { const value = of[key]; return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : [] }
export const put = (of: Json, key: string, value: unknown): void => { of[key] = value }
export const without = (of: Json, key: string): void => { Reflect.deleteProperty(of, key) }
export const pick = <T>(among: readonly T[], at: Pick): T | undefined => among[at(Math.max(among.length, 1))]
