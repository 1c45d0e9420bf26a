import { z } from 'zod'

const text = z.string().trim().min(1)
const both = z.strictObject({ id: text, en: text })
/** Short guidance is there in Javanese too. */
const three = z.strictObject({ id: text, en: text, jv: text })
const key = z.string().regex(/^[a-z][a-z0-9-]*$/)

export const TOPICS = ['letter', 'business', 'cooperative', 'account', 'help'] as const

const uniqueKeys = <T extends { key: string }>(list: readonly T[]) => new Set(list.map((one) => one.key)).size === list.length
const TWICE = { error: 'a key stands twice' }

/** Questions that people ask often, with their answers and the words under which they look. A language that is missing is refused. */
export const faqSchema = z.array(z.strictObject({ key, topic: z.enum(TOPICS), question: both, answer: both, keywords: z.array(text) })).refine(uniqueKeys, TWICE)
export type Faq = z.infer<typeof faqSchema>[number]

/** Short guidance, step by step, in three languages. */
export const guidanceSchema = z.array(z.strictObject({ key, title: three, steps: z.array(three).min(2).max(6) })).refine(uniqueKeys, TWICE)
export type Guidance = z.infer<typeof guidanceSchema>[number]

export const TONGUES = ['id', 'en', 'jv'] as const
export type Tongue = (typeof TONGUES)[number]
