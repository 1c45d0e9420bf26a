import type { Temporal } from 'temporal-polyfill'
import { longMoment, wibDate } from '../../../../kernel/wib.ts'
import type { Language } from '../../../../platform/http/context.ts'

function english(moment: Temporal.Instant): string {
  const local = moment.toZonedDateTimeISO('+07:00')
  const date = local.toPlainDate()
  const day = `${date.toLocaleString('en-GB', { weekday: 'long' })} ${date.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}`
  return `${day}, ${String(local.hour).padStart(2, '0')}.${String(local.minute).padStart(2, '0')}`
}

/** A moment as people say it: `Selasa 17 November, 16.00`; the year is told only when it is another one than now. */
export function momentText(moment: Temporal.Instant, lang: Language, now: Temporal.Instant): string {
  const { year } = wibDate(moment)
  const whole = lang === 'en' ? english(moment) : longMoment(moment)
  return year === wibDate(now).year ? whole.replace(` ${year},`, ',') : whole
}
