import { type OfficeWeek } from '../../kernel/working-calendar.ts'
import type { Language } from '../../platform/http/context.ts'
import { servicesEn } from './messages.en.ts'
import { servicesId } from './messages.id.ts'

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`

/** Opening hours in a line, days with the same hours together: "Senin–Kamis 07.30–16.00, Jumat 07.30–14.30". */
export function officeHoursText({ week }: Pick<OfficeWeek, 'week'>, days: readonly string[]): string {
  const runs: { from: number; to: number; hours: string }[] = []
  week.forEach((hours, at) => {
    if (!hours) return
    const text = `${clock(hours.opens)}–${clock(hours.closes)}`
    const last = runs.at(-1)
    if (last && last.hours === text && last.to === at - 1) last.to = at
    else runs.push({ from: at, to: at, hours: text })
  })
  return runs.map(({ from, to, hours }) => `${days[from]}${to > from ? `–${days[to]}` : ''} ${hours}`).join(', ')
}

/** Opening hours in a language. */
export const officeHours = (week: Pick<OfficeWeek, 'week'>, lang: Language): string => officeHoursText(week, (lang === 'en' ? servicesEn : servicesId).everyDay)
