import type { Declinable } from './kind.ts'
import { type Quiet, USUAL_QUIET } from './quiet.ts'
import { type Road, USUAL_ROADS } from './road.ts'

/** How a person wants to be told (pilihan pesan). */
export type Preferences = {
  language: 'id' | 'en'
  /** In the order wished; none: what must be told is printed. */
  roads: Road[]
  /** Undefined: at any hour. */
  quiet: Quiet | undefined
  declined: Declinable[]
}

/** What holds for who said nothing. */
export const USUAL: Preferences = { language: 'id', roads: [...USUAL_ROADS], quiet: USUAL_QUIET, declined: [] }
