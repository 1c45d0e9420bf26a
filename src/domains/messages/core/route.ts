import type { Temporal } from 'temporal-polyfill'
import { type Health, availability } from './health.ts'
import { PAID_ROADS, type Road } from './road.ts'

/** A provider as a choice. `repeats`: it passes the same id on only once, so that an attempt may be repeated when its end is unknown. */
export type Candidate = { key: string; road: Road; repeats: boolean; health: Health }

/** A message as a choice. */
export type Travelling = {
  urgent: boolean
  roads: readonly Road[]
  /** Roads known not to reach the person. */
  refused: readonly Road[]
  /** Who may have taken it already, and since when. */
  unsure?: { provider: string; since: Temporal.Instant } | undefined
  /** Who failed it last and is known not to have taken it. */
  failedBy?: string | undefined
}

export type Decision =
  | { do: 'send'; provider: string; road: Road }
  | { do: 'wait'; until: Temporal.Instant }
  /** It becomes paper. */
  | { do: 'slip'; why: 'wished' | 'budget' }
  /** Nothing is configured that could send it. */
  | { do: 'keep' }
  | { do: 'give-up'; why: 'no-receipt' | 'unreachable' }

export type Scene = {
  now: Temporal.Instant
  candidates: readonly Candidate[]
  /** How many messages may still go by a road this month; absent: as many as wanted. */
  left: Partial<Record<Road, number>>
  /** From 0 up to 1. */
  chance: number
}

/** So long an attempt without an end may still be told of by a receipt; then a person must look. */
export const RECEIPT_WITHIN_MS = 30 * 60_000
/** The second provider gets its share even when both are well: one that is never used is known to work by nobody. */
const SHARE_OF_RESERVE = 0.25
/** A road with no free provider now is looked at again after this at the latest. */
const LOOK_AGAIN_MS = 30_000

/** One that may have taken the message keeps it, whatever else is free: two providers at once would tell a person twice. */
function keepWith(unsure: NonNullable<Travelling['unsure']>, { now, candidates }: Scene): Decision {
  const provider = candidates.find((one) => one.key === unsure.provider)
  if (provider?.repeats) return { do: 'send', provider: provider.key, road: provider.road }
  const until = unsure.since.add({ milliseconds: RECEIPT_WITHIN_MS })
  return until.epochMilliseconds > now.epochMilliseconds ? { do: 'wait', until } : { do: 'give-up', why: 'no-receipt' }
}

/** Weighted by health: the first of a road in full, each further one as a reserve. */
function draw(candidates: readonly Candidate[], chance: number): Candidate | undefined {
  const weights = candidates.map((one, at) => Math.max(one.health.score, 0.01) ** 2 * (at === 0 ? 1 : SHARE_OF_RESERVE))
  let rest = chance * weights.reduce((sum, weight) => sum + weight, 0)
  return candidates.find((_, at) => (rest -= weights[at] ?? 0) < 0) ?? candidates.at(-1)
}

/**
 * Of one road: who takes it now. Who failed it last is asked again only when there is nobody else. One that has rested is tried with the first message
 * that can wait, for only so it is known to work again; what is urgent goes to those that are well.
 */
function pick(road: Road, message: Travelling, { candidates, now, chance }: Scene): Candidate | undefined {
  const ready = candidates.filter((one) => one.road === road && availability(one.health, now) !== 'resting')
  const others = ready.filter((one) => one.key !== message.failedBy)
  const able = others.length > 0 ? others : ready
  const tried = able.filter((one) => availability(one.health, now) === 'trial')
  const well = able.filter((one) => !tried.includes(one))
  return message.urgent ? draw(well, chance) ?? tried[0] : tried[0] ?? draw(well, chance)
}

function earliest(candidates: readonly Candidate[], now: Temporal.Instant): Temporal.Instant {
  const ends = candidates.flatMap(({ health }) => health.openUntil ?? []).toSorted((a, b) => a.epochMilliseconds - b.epochMilliseconds)
  return ends[0] ?? now.add({ milliseconds: LOOK_AGAIN_MS })
}

/**
 * Where a message that is due goes next: the first road, in the person's order, that is configured, affordable and not resting; on it one provider, by
 * health. Urgent ones pass the budget, and knock on resting providers when nobody else is there.
 */
export function route(message: Travelling, scene: Scene): Decision {
  if (message.unsure) return keepWith(message.unsure, scene)
  const open = message.roads.filter((road) => !message.refused.includes(road))
  if (open.length === 0) return { do: 'give-up', why: 'unreachable' }
  const isSpent = (road: Road) => !message.urgent && PAID_ROADS.some((paid) => paid === road) && (scene.left[road] ?? 1) <= 0
  const configured = open.filter((road) => road === 'slip' || scene.candidates.some((one) => one.road === road))
  if (configured.length === 0) return message.refused.length > 0 ? { do: 'give-up', why: 'unreachable' } : { do: 'keep' }
  const affordable = configured.filter((road) => !isSpent(road))
  if (affordable.length === 0) return { do: 'slip', why: 'budget' }
  for (const road of affordable) {
    if (road === 'slip') return { do: 'slip', why: 'wished' }
    const chosen = pick(road, message, scene)
    if (chosen) return { do: 'send', provider: chosen.key, road }
  }
  const resting = scene.candidates.filter((one) => affordable.includes(one.road))
  const [knocked] = resting
  return message.urgent && knocked ? { do: 'send', provider: knocked.key, road: knocked.road } : { do: 'wait', until: earliest(resting, scene.now) }
}
