import type { Db, Tx } from '../../platform/db/database.ts'
import type { Language } from '../../platform/http/context.ts'

/** What was measured of a service in the last whole month, in words: `14,2` hours in which nine of ten were done, and the month. */
export type Measured = { hours: string; month: string }

/** Asks for what was measured. Given to the pages where the program is put together: figures are made of cases, and cases of services. */
export type Measure = (tx: Db | Tx, officeId: string, serviceCode: string, lang: Language) => Promise<Measured | undefined>
