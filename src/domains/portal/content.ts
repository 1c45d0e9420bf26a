import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { REFERENCE } from '../../platform/db/reference.ts'
import { type Faq, type Guidance, faqSchema, guidanceSchema } from './core/content.ts'

const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(REFERENCE, 'portal', name), 'utf8'))

let faq: Promise<Faq[]> | undefined
let guidance: Promise<Guidance[]> | undefined

/** The answers to what people ask often; read once, they change with the program only. */
export const readFaq = (): Promise<Faq[]> => (faq ??= read('faq.json').then((json) => faqSchema.parse(json)))

/** Short guidance in three languages; read once. */
export const readGuidance = (): Promise<Guidance[]> => (guidance ??= read('guidance.json').then((json) => guidanceSchema.parse(json)))
