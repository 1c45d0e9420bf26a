import { ok } from '../../kernel/result.ts'
import { wibDate } from '../../kernel/wib.ts'
import { type Unit, transact } from '../../platform/db/unit.ts'
import type { Job } from '../../platform/jobs/worker.ts'
import type { Tools } from '../../platform/tools.ts'
import { wipeLinks } from '../messages/index.ts'
import { findHomeOffice } from '../office/index.ts'
import type { SurveyPeriod } from './core/survey-period.ts'
import { forgetOld } from './invitation-store.ts'
import { LINK_DAYS } from './invite.ts'
import { mixDays, tellAll, tellEnough } from './sheet-store.ts'
import { computeResults, periodsToClose } from './survey-results.ts'

async function closePeriod(unit: Unit, officeId: string, period: SurveyPeriod): Promise<void> {
  await tellAll(unit.tx, officeId, period)
  const { results } = await computeResults(unit.tx, officeId, period, true)
  await unit.tx.insertInto('satisfaction.publications').values({ office_id: officeId, period: period.key, closed_on: wibDate(unit.now).toString(), body: JSON.stringify(results) })
    .onConflict((on) => on.columns(['office_id', 'period']).doNothing()).execute()
  unit.record(officeId, {
    what: 'satisfaction.closed', kind: 'survey', subject: period.key, role: 'system',
    data: { respondents: results.respondents, served: results.served, ...(results.figures?.index ? { index: results.figures.index } : {}) },
  })
}

/**
 * The night's work: the sheets of past days are written anew, what is enough together becomes part of what officers see, quarters that are over are
 * closed and published, and what is out of date goes. Safe to repeat. The log learns how many sheets a day had, and nothing of any of them.
 */
export async function turnDay(tools: Pick<Tools, 'db' | 'clock'>, officeId: string): Promise<void> {
  await transact(tools.db, tools.clock, async (unit) => {
    const today = wibDate(unit.now)
    for (const [day, sheets] of await mixDays(unit, officeId, today)) {
      unit.record(officeId, { what: 'satisfaction.counted', kind: 'survey', subject: day, role: 'system', data: { sheets } })
    }
    await tellEnough(unit.tx, officeId)
    for (const period of await periodsToClose(unit.tx, officeId, unit.now)) await closePeriod(unit, officeId, period)
    await forgetOld(unit.tx, officeId, today)
    await wipeLinks(unit.tx, officeId, 'survey', unit.now.subtract({ hours: LINK_DAYS * 24 }))
    return ok(undefined)
  })
}

export const satisfactionJobs = (tools: Tools): Job[] => [{
  name: 'satisfaction-day',
  everyMs: 60 * 60_000,
  async run() {
    const office = await findHomeOffice(tools.db)
    if (office) await turnDay(tools, office.id)
    return 'done'
  },
}]
