import { Temporal } from 'temporal-polyfill'

/** Kinds of data that may have been exposed, as the notice names them. */
export const DATA_KINDS = ['identity', 'contact', 'numbers', 'finance', 'papers', 'letters', 'account', 'other'] as const
export type DataKind = (typeof DATA_KINDS)[number]

/** A moment as people type it: a day and `14.30` or `14:30`, in WIB. Undefined when it is none, or not yet. */
export function typedMoment(day: string, time: string, now: Temporal.Instant): Temporal.Instant | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})[.:](\d{2})$/.exec(time.trim()) ?? []
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined
  try {
    const moment = Temporal.Instant.from(`${day}T${hour.padStart(2, '0')}:${minute}:00+07:00`)
    return Temporal.Instant.compare(moment, now) <= 0 ? moment : undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

export type BreachFacts = { personsTold: boolean; authorityTold: boolean; closed: boolean; people: number }
export type BreachDuty = 'add-people' | 'tell-people' | 'tell-authority' | 'close'

/** What is still owed on a breach, in the order of its urgency. Source: UU 27/2022 Pasal 46 (persons and authority, in writing) */
export function duties({ personsTold, authorityTold, closed, people }: BreachFacts): BreachDuty[] {
  if (closed) return []
  const owed: BreachDuty[] = []
  if (people === 0) owed.push('add-people')
  else if (!personsTold) owed.push('tell-people')
  if (!authorityTold) owed.push('tell-authority')
  return owed.length === 0 ? ['close'] : owed
}
