import { Temporal } from 'temporal-polyfill'
import { wibDate } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { Card } from '../../../ui/card.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { findHomeOffice } from '../../office/index.ts'
import { pressingOf } from '../core/follow-up.ts'
import { surveyPeriod } from '../core/survey-period.ts'
import { type PlanItem, listPlan } from '../plan-store.ts'
import { citizenWords } from '../words.ts'
import { dayText, periodText } from './number-words.ts'
import { DONE, RESULTS } from './sheet.page.tsx'

const TONES = { planned: 'info', late: 'warning', done: 'success', dropped: 'neutral' } as const

export const daysLeft = (today: Temporal.PlainDate, dueOn: string): number => today.until(Temporal.PlainDate.from(dueOn), { largestUnit: 'days' }).days

/** You said, we did: made of the follow-up plan, nothing is written for it. */
export const donePage = page({
  path: DONE,
  right: 'public',
  cacheSeconds: 60,
  async read({ unit }) {
    const office = await findHomeOffice(unit.tx)
    return office && { office, items: await listPlan(unit.tx, office.id), today: wibDate(unit.now) }
  },
  view({ office, items, today }, { lang }) {
    const t = citizenWords(lang).done
    const stateOf = ({ state, dueOn }: PlanItem) => (pressingOf(state, daysLeft(today, dueOn)) === 'late' ? 'late' : state)
    const periodOf = (key: string) => { const period = surveyPeriod(key); return period ? periodText(period, lang) : key }
    return {
      title: t.title, variant: 'public',
      body: (
        <>
          <PageHeading title={t.title} over={office.name} lead={t.lead} />
          {items.length === 0 && <EmptyState title={t.none} />}
          {[...Map.groupBy(items, ({ period }) => period)].map(([period, list]) => (
            <div key={period} class="stack">
              <h2>{periodOf(period)}</h2>
              {list.map((one) => (
                <Card key={one.id} title={`${t.said}: ${one.finding}`} side={<StatusTag tone={TONES[stateOf(one)]} text={t.states[stateOf(one)]} />}>
                  <Summary rows={[
                    { label: t.did, value: one.action }, { label: t.owner, value: one.owner },
                    one.endedOn ? { label: one.state === 'done' ? t.ended : t.dropped, value: dayText(one.endedOn, lang) } : { label: t.due, value: dayText(one.dueOn, lang) },
                    ...(one.ending ? [{ label: one.state === 'done' ? t.evidence : t.why, value: one.ending }] : []),
                  ]} />
                </Card>
              ))}
            </div>
          ))}
          <p><a href={RESULTS}>{t.results}</a></p>
        </>
      ),
    }
  },
})
