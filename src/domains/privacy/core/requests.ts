import type { Temporal } from 'temporal-polyfill'

/** What a person may ask about his data: a copy (salinan), a correction (pembetulan), an erasure (penghapusan). */
export const KINDS = ['copy', 'correction', 'erasure'] as const
export type RequestKind = (typeof KINDS)[number]

export const STATES = ['received', 'examining', 'granted', 'partly', 'refused', 'withdrawn'] as const
export type RequestState = (typeof STATES)[number]

export const REQUEST_STEPS = ['take', 'grant', 'grant-part', 'refuse', 'withdraw'] as const
export type RequestStep = (typeof REQUEST_STEPS)[number]

/** The life of a request. A step that is not listed cannot happen. */
export const LIFE: Record<RequestState, Partial<Record<RequestStep, RequestState>>> = {
  received: { take: 'examining', grant: 'granted', 'grant-part': 'partly', refuse: 'refused', withdraw: 'withdrawn' },
  examining: { grant: 'granted', 'grant-part': 'partly', refuse: 'refused', withdraw: 'withdrawn' },
  granted: {},
  partly: {},
  refused: {},
  withdrawn: {},
}

export const isOpen = (state: RequestState): boolean => Object.keys(LIFE[state]).length > 0

type Clock = { hours: number; article: string; sure: 'V' | 'G' | 'P' }

/**
 * How long the office has, in hours of the calendar: nights, weekends and holidays count.
 * Source: UU 27/2022 Pasal 32 (access and copy), Pasal 30 (correction; article from general knowledge). For an erasure no clock of the law
 * is known to us: the office holds itself to the one of Pasal 40 (end of processing after consent is withdrawn).
 */
export const CLOCKS: Record<RequestKind, Clock> = {
  copy: { hours: 3 * 24, article: 'UU 27/2022 Pasal 32', sure: 'V' },
  correction: { hours: 3 * 24, article: 'UU 27/2022 Pasal 30', sure: 'G' },
  erasure: { hours: 3 * 24, article: 'UU 27/2022 Pasal 40, dipakai dinas juga untuk penghapusan', sure: 'P' },
}

/** Notice of a breach to the persons and to the authority. Source: UU 27/2022 Pasal 46 */
export const BREACH_CLOCK: Clock = { hours: 3 * 24, article: 'UU 27/2022 Pasal 46', sure: 'V' }

/** The moment at which the answer is owed. Nothing stops this clock: the law knows no pause. */
export const dueAt = (received: Temporal.Instant, { hours }: Clock): Temporal.Instant => received.add({ hours })

/** A copy may be fetched this long after it was granted. Choice of the product. */
export const COPY_HOURS = 7 * 24

export type Pressing = 'calm' | 'soon' | 'late' | 'done'

/** How pressing an answer is: `soon` within the last 24 hours, `late` after the due moment itself. `whole` hours are left, or have passed. */
export function pressing(due: Temporal.Instant, now: Temporal.Instant, open: boolean): { is: Pressing; hours: number } {
  const leftMs = due.epochMilliseconds - now.epochMilliseconds
  const hours = Math.floor(Math.abs(leftMs) / 3_600_000)
  if (!open) return { is: 'done', hours }
  return { is: leftMs < 0 ? 'late' : leftMs <= 24 * 3_600_000 ? 'soon' : 'calm', hours }
}

/** Why a request is refused, or granted only in part, and for which kinds that can be said. `law` only where an article is known. */
export const REASONS = {
  'not-identified': { kinds: ['copy', 'correction', 'erasure'], law: null },
  'harms-others': { kinds: ['copy'], law: 'UU 27/2022 Pasal 33' },
  'already-right': { kinds: ['correction'], law: null },
  'no-proof': { kinds: ['correction'], law: null },
  'legal-duty': { kinds: ['erasure'], law: 'UU 43/2009 (arsip); UU 27/2022 (kewajiban hukum)' },
  'open-case': { kinds: ['erasure'], law: 'UU 25/2009' },
  'nothing-held': { kinds: ['copy', 'erasure'], law: null },
} as const satisfies Record<string, { kinds: readonly RequestKind[]; law: string | null }>
export type ReasonCode = keyof typeof REASONS

export const isReason = (text: string): text is ReasonCode => text in REASONS
export const reasonsFor = (kind: RequestKind): ReasonCode[] => Object.keys(REASONS).filter(isReason).filter((code) => REASONS[code].kinds.some((one) => one === kind))

/** What a person may have corrected on request; other numbers and the phone are changed at the counter, with papers. */
export const CORRECTABLE = ['name', 'gender', 'birthPlace', 'birthDate', 'address', 'email', 'other'] as const
export type Correctable = (typeof CORRECTABLE)[number]
