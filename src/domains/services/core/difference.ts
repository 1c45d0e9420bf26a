import { isRecord } from '../../../kernel/json.ts'
import type { ServiceDefinition } from './definition.ts'
import { nameOf } from './flaw.ts'

/** One thing that is not as before: `place` as in a flaw, the values as people read them. */
export type Change = { place: string; kind: 'added' | 'removed' | 'changed' | 'moved'; before?: string; after?: string }

const LONGEST = 240

/** A value in a line: of a part with words these, of anything else what stands in it. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (isRecord(value)) {
    for (const part of ['id', 'label', 'words', 'name', 'lead', 'state']) if (value[part] !== undefined) return textOf(value[part])
  }
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join('; ')
  const text = JSON.stringify(value) ?? ''
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

const under = (place: string, key: string) => (place === '' ? key : `${place}.${key}`)

function listChanges(before: readonly unknown[], after: readonly unknown[], place: string): Change[] {
  const names = (list: readonly unknown[]) => list.map(nameOf)
  const [old, now] = [names(before), names(after)]
  const named = [...old, ...now].every((name) => name !== undefined) && new Set(old).size === old.length && new Set(now).size === now.length
  if (!named) {
    const plain = [...before, ...after].every((one) => typeof one !== 'object')
    if (plain) return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ place, kind: 'changed', before: textOf(before), after: textOf(after) }]
    return Array.from({ length: Math.max(before.length, after.length) }, (_, at) => at).flatMap((at) => changes(before[at], after[at], `${place}[${at}]`))
  }
  const kept = now.filter((name) => old.includes(name))
  const moved = kept.join() !== old.filter((name) => now.includes(name)).join()
  return [
    ...before.filter((_, at) => !now.includes(old[at])).map((one): Change => ({ place: under(place, nameOf(one) ?? ''), kind: 'removed', before: textOf(one) })),
    ...after.flatMap((one, at) => {
      const was = old.indexOf(now[at])
      const here = under(place, now[at] ?? '')
      return was < 0 ? [{ place: here, kind: 'added' as const, after: textOf(one) }] : changes(before[was], one, here)
    }),
    ...(moved ? [{ place, kind: 'moved' as const, before: old.join(', '), after: now.join(', ') }] : []),
  ]
}

function changes(before: unknown, after: unknown, place: string): Change[] {
  if (before === undefined && after === undefined) return []
  if (before === undefined) return [{ place, kind: 'added', after: textOf(after) }]
  if (after === undefined) return [{ place, kind: 'removed', before: textOf(before) }]
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(before, after, place)
  if (isRecord(before) && isRecord(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => changes(before[key], after[key], under(place, key)))
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ place, kind: 'changed', before: textOf(before), after: textOf(after) }]
}

/** What a definition changes against another, part by part; the number and the first day of a version are no change of their own. */
export function differences(before: ServiceDefinition, after: ServiceDefinition): Change[] {
  return changes({ ...before, version: 0, validFrom: '' }, { ...after, version: 0, validFrom: '' }, '')
}
