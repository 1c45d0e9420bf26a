import { z } from 'zod'
import { type Problem, type Result, invalid, ok } from '../../kernel/result.ts'
import { DECLINABLE } from './core/kind.ts'
import { type Preferences, USUAL } from './core/preferences.ts'
import { USUAL_QUIET } from './core/quiet.ts'
import { ROADS, type Road } from './core/road.ts'
import { preferencesId } from './preference-messages.id.ts'
import type { PreferenceWords } from './preference-messages.id.ts'
import type { KeptPreferences } from './preference-store.ts'

/** Fields of the form, in the order of the roads wished. */
export const ROAD_FIELDS = ['first', 'second', 'third', 'fourth'] as const

const hour = z.coerce.number().int().min(0).max(23)
const road = z.union([z.enum(ROADS), z.literal('')]).default('')
const several = <T extends string>(values: readonly T[]) =>
  z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]).transform((list) => values.filter((value) => list.includes(value)))

/** What the form sends. `wanted` are the messages ticked; those not ticked are declined. */
export const preferenceFields = z.object({
  language: z.enum(['id', 'en'], { message: preferencesId.wrong }), first: road, second: road, third: road, fourth: road,
  quiet: z.enum(['usual', 'own', 'none'], { message: preferencesId.wrong }), from: hour.default(USUAL_QUIET.from), to: hour.default(USUAL_QUIET.to), wanted: several(DECLINABLE),
})
export type PreferenceFields = z.output<typeof preferenceFields>

/** What cannot be: a road twice, or one for which there is no address. */
function roadProblems(roads: readonly (Road | '')[], { phone, email }: KeptPreferences, t: PreferenceWords): Problem[] {
  return roads.flatMap((one, at) => {
    const field = ROAD_FIELDS[at] ?? 'roads'
    if (one !== '' && roads.indexOf(one) < at) return [{ field, message: t.twice }]
    if (one === 'email' && email === undefined) return [{ field, message: t.noEmail }]
    return (one === 'whatsapp' || one === 'sms') && phone === undefined ? [{ field, message: t.noPhone }] : []
  })
}

/** Checks what was chosen against what is known of the person. */
export function choose(fields: PreferenceFields, kept: KeptPreferences, t: PreferenceWords): Result<Preferences> {
  const roads = ROAD_FIELDS.map((name) => fields[name])
  const problems = roadProblems(roads, kept, t)
  if (fields.quiet === 'own' && fields.from === fields.to) problems.push({ field: 'from', message: t.hourWrong })
  if (problems.length > 0) return invalid(problems)
  const quiet = { usual: USUAL.quiet, own: { from: fields.from, to: fields.to }, none: undefined }[fields.quiet]
  return ok({ language: fields.language, roads: roads.filter((one) => one !== ''), quiet, declined: DECLINABLE.filter((kind) => !fields.wanted.includes(kind)) })
}

/** The same choice as fields of the form. */
export function fieldsOf({ language, roads, quiet, declined }: Preferences): PreferenceFields {
  const [first = '', second = '', third = '', fourth = ''] = roads
  const isUsual = quiet?.from === USUAL_QUIET.from && quiet.to === USUAL_QUIET.to
  return {
    language, first, second, third, fourth, quiet: quiet === undefined ? 'none' : isUsual ? 'usual' : 'own', from: quiet?.from ?? USUAL_QUIET.from, to: quiet?.to ?? USUAL_QUIET.to,
    wanted: DECLINABLE.filter((kind) => !declined.includes(kind)),
  }
}
