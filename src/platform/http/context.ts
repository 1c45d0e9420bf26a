import type { Actor } from '../../kernel/rights.ts'
import type { Unit } from '../db/unit.ts'
import type { Tools } from '../tools.ts'

export type Language = 'id' | 'en'

/** What a page or an operation knows about who asks and how. */
export type Ask = {
  tools: Tools
  actor: Actor | undefined
  params: Record<string, string>
  query: Record<string, string>
  lang: Language
  path: string
  requestId: string
  /** Address of the client: of the connection, or as told by a proxy that is trusted. */
  ip: string
  cookies: Record<string, string>
}

/** An ask within its transaction. */
export type UnitAsk = Ask & { unit: Unit }

/** An ask whose actor has been found to have the right. */
export type Allowed<A extends Ask = UnitAsk> = Omit<A, 'actor'> & { actor: Actor }

export type Cookie = { name: string; value: string; maxAgeS?: number }
