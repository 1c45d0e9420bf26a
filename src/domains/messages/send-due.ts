import type { Temporal } from 'temporal-polyfill'
import type { Db } from '../../platform/db/database.ts'
import { type Clock, toDb } from '../../platform/db/unit.ts'
import { countTaken, listLeft } from './budget-store.ts'
import { change } from './change.ts'
import { type Claimed, claim, wipeSecrets } from './claim-store.ts'
import { isGivenUp, pauseMs } from './core/attempts.ts'
import { WELL, availability } from './core/health.ts'
import { quietUntil } from './core/quiet.ts'
import { type Candidate, type Decision, route } from './core/route.ts'
import type { Road } from './core/road.ts'
import type { Outcome, Provider } from './delivery.ts'
import { learn, listHealth } from './health-store.ts'
import { noteWhatsapp } from './preference-store.ts'

export type SendTools = { db: Db; clock: Clock; providers: readonly Provider[]; chance: () => number }

type Going = { one: Claimed; provider: Provider; attempts: number }
type Round = { now: Temporal.Instant; candidates: Candidate[]; left: Map<string, Partial<Record<Road, number>>> }

const OPEN = ['waiting', 'held'] as const

async function openRound({ db, clock, providers }: SendTools, claimed: readonly Claimed[]): Promise<Round> {
  const now = clock()
  const known = new Map((await listHealth(db)).map(({ key, health }) => [key, health]))
  const left = new Map<string, Partial<Record<Road, number>>>()
  for (const officeId of new Set(claimed.map((one) => one.officeId))) left.set(officeId, await listLeft(db, officeId, now))
  return { now, left, candidates: providers.map(({ key, road, repeats }) => ({ key, road, repeats, health: known.get(key) ?? WELL })) }
}

/** What is promised in this round counts for those after it: the budget, and the one message that tries a provider after its rest. */
function reserve(round: Round, one: Claimed, decision: Decision & { do: 'send' }): void {
  const left = round.left.get(one.officeId)
  const most = left?.[decision.road]
  if (left && most !== undefined) left[decision.road] = most - 1
  round.candidates = round.candidates.map((candidate) => (candidate.key === decision.provider && availability(candidate.health, round.now) === 'trial'
    ? { ...candidate, health: { ...candidate.health, openUntil: round.now.add({ seconds: 30 }) } } : candidate))
}

function decide(round: Round, one: Claimed, chance: number): Decision {
  const unsure = one.unsure && one.provider !== null && one.begunAt ? { provider: one.provider, since: one.begunAt } : undefined
  return route({
    urgent: one.isCode, roads: one.roads, refused: one.refused, unsure, ...(one.lastFailure === null || one.provider === null ? {} : { failedBy: one.provider }),
  }, { now: round.now, candidates: round.candidates, left: round.left.get(one.officeId) ?? {}, chance })
}

/** Writes down that an attempt begins, before it does: killed from here on, nobody else may be given the message. */
async function begin({ db, providers }: SendTools, { now }: Round, one: Claimed, decision: Decision & { do: 'send' }): Promise<Going | undefined> {
  const provider = providers.find(({ key }) => key === decision.provider)
  const attempts = one.attempts + 1
  const set = { state: 'waiting' as const, attempts, provider: decision.provider, road: decision.road, unsure: true, begun_at: toDb(now) }
  if (!provider || !await change(db, { id: one.id, at: toDb(now), from: OPEN, lease: one.lease, set })) return undefined
  return { one, provider, attempts }
}

/** One that does not go now: it waits, is held over the quiet hours, becomes paper, is kept or given up. */
async function setAside({ db }: SendTools, { now }: Round, one: Claimed, decision: Exclude<Decision, { do: 'send' }>): Promise<void> {
  const base = { id: one.id, at: toDb(now), from: OPEN, lease: one.lease }
  if (decision.do === 'wait') await change(db, { ...base, set: { state: 'waiting', next_at: toDb(decision.until) } })
  if (decision.do === 'slip') await change(db, { ...base, set: { state: 'slip', road: 'slip' }, told: { state: 'slip', road: 'slip', reason: decision.why } })
  if (decision.do === 'keep') await change(db, { ...base, set: { state: 'kept' }, told: { state: 'kept' } })
  if (decision.do === 'give-up') {
    const reason = decision.why === 'no-receipt' ? decision.why : one.lastFailure
    await change(db, { ...base, set: { state: 'failed', last_failure: reason }, told: { state: 'failed', provider: one.provider, reason } })
  }
}

/** Decides over one message. @returns it, when it goes out now */
async function dispatch(tools: SendTools, round: Round, one: Claimed): Promise<Going | undefined> {
  const until = one.isCode || one.unsure ? undefined : quietUntil(round.now, one.quiet)
  if (until) {
    const told = one.state === 'held' ? {} : { told: { state: 'held' as const, reason: 'quiet' } }
    await change(tools.db, { id: one.id, at: toDb(round.now), from: OPEN, lease: one.lease, set: { state: 'held', next_at: toDb(until) }, ...told })
    return undefined
  }
  const decision = decide(round, one, tools.chance())
  if (decision.do !== 'send') {
    await setAside(tools, round, one, decision)
    return undefined
  }
  reserve(round, one, decision)
  return begin(tools, round, one, decision)
}

async function markTaken({ db, clock }: SendTools, { one, provider }: Going, ref: string | undefined): Promise<void> {
  const now = clock()
  await db.transaction().execute(async (tx) => {
    // Also of one given up meanwhile, by a clock that jumped: it was taken after all.
    const moved = await change(tx, {
      id: one.id, at: toDb(now), from: [...OPEN, 'failed'],
      set: {
        state: 'sent', sent_at: toDb(now), last_failure: null, unsure: false, road: provider.road, provider: provider.key, provider_ref: ref ?? null, ...(one.isCode ? { body: '' } : {}),
      },
      told: { state: 'sent', road: provider.road, provider: provider.key },
    })
    if (moved) await countTaken(tx, one.officeId, provider.road, now)
  })
}

async function markRefused(tools: SendTools, { one, provider, attempts }: Going, { reason, noSuchAddress }: Outcome & { kind: 'refused' }): Promise<void> {
  const now = tools.clock()
  const refused = [...one.refused, provider.road]
  // Perhaps an earlier attempt was taken before this one was refused: then no other road may be tried without somebody asking.
  const others = one.unsure ? [] : one.roads.filter((road) => !refused.includes(road) && (road === 'slip' || tools.providers.some((other) => other.road === road)))
  const state = others.length > 0 ? 'waiting' as const : 'failed' as const
  await change(tools.db, {
    id: one.id, at: toDb(now), from: OPEN, attempts, told: { state, road: provider.road, provider: provider.key, reason },
    set: { state, refused_roads: refused, last_failure: reason, unsure: false, next_at: toDb(now) },
  })
  if (noSuchAddress && provider.road === 'whatsapp') await noteWhatsapp(tools.db, one.address, toDb(now))
}

async function markFailed({ db, clock, chance }: SendTools, { one, provider, attempts }: Going, outcome: Outcome & { kind: 'failed' }): Promise<void> {
  const now = clock()
  const over = isGivenUp(attempts, now.epochMilliseconds - one.createdAt.epochMilliseconds)
  const pause = Math.max(pauseMs(attempts, one.isCode, chance()), Math.min(outcome.retryAfterMs ?? 0, 2 * 3_600_000))
  const state = over ? 'failed' as const : 'waiting' as const
  // A clear no to a repetition says nothing of the attempt before it, whose end is not known: the message stays with this provider.
  // Only the latest attempt may say that it failed: an earlier one that was thought dead must not hide it.
  await change(db, {
    id: one.id, at: toDb(now), from: OPEN, attempts, told: { state, road: provider.road, provider: provider.key, reason: outcome.reason },
    set: { state, last_failure: outcome.reason, unsure: one.unsure || outcome.maybeTaken, next_at: toDb(now.add({ milliseconds: pause })) },
  })
}

async function send(tools: SendTools, going: Going): Promise<Outcome> {
  const { one, provider } = going
  const to = provider.road === 'email' && one.channel !== 'email' ? one.email ?? '' : one.address
  const outcome = await provider.send({ id: one.id, to, subject: one.subject ?? '', text: one.body, language: one.language, isCode: one.isCode })
  if (outcome.kind === 'sent') await markTaken(tools, going, outcome.ref)
  else if (outcome.kind === 'refused') await markRefused(tools, going, outcome)
  else await markFailed(tools, going, outcome)
  return outcome
}

/**
 * Sends what is due: claim, decide, send, mark, each by itself, so that no transaction is open while the network answers.
 * Killed between sending and marking, a message goes out once more under the same id and by the same provider; by one that cannot tell a repetition it is not
 * sent again at all.
 * @param limit how many at once, all at the same time
 * @returns how many were taken; as many as `limit` means that more may wait
 */
export async function sendDue(tools: SendTools, limit = 10): Promise<number> {
  await wipeSecrets(tools.db, tools.clock())
  const claimed = await claim(tools.db, tools.clock(), limit)
  if (claimed.length === 0) return 0
  const round = await openRound(tools, claimed)
  const before = new Map(round.candidates.map(({ key, health }) => [key, health]))
  const going: Going[] = []
  for (const one of claimed) {
    const gone = await dispatch(tools, round, one)
    if (gone) going.push(gone)
  }
  const outcomes = await Promise.all(going.map(async (gone) => ({ key: gone.provider.key, outcome: await send(tools, gone) })))
  for (const [key, list] of Map.groupBy(outcomes, (one) => one.key)) {
    await learn(tools.db, key, before.get(key), list.map(({ outcome }) => outcome), tools.clock())
  }
  return claimed.length
}
