import type { Temporal } from 'temporal-polyfill'
import { wibDate } from '../../../kernel/wib.ts'
import type { Language } from '../../../platform/http/context.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { listServicesOn } from '../../services/index.ts'
import { listQuestionnaires } from '../questionnaire-store.ts'
import type { Names } from './results-view.tsx'

/** What elements and services are called, those of older questionnaires too. */
export async function namesFor(tx: Tx, officeId: string, now: Temporal.Instant, lang: Language): Promise<Names> {
  const services = await listServicesOn(tx, officeId, wibDate(now).toString())
  return {
    elements: new Map((await listQuestionnaires(tx, officeId)).flatMap(({ elements }) => elements.map(({ key, name }): [string, string] => [key, name[lang]]))),
    services: new Map(services.map(({ definition: { code, name } }) => [code, name[lang]])),
  }
}
