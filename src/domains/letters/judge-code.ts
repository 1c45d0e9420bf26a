import type { Temporal } from 'temporal-polyfill'
import type { Tools } from '../../platform/tools.ts'
import { type LetterVerdict, checkLetterCode, readRevocations } from './core/code-check.ts'
import { webCrypto } from './offline/web-crypto.ts'
import { publishedKeys, publishedRevocations } from './published.ts'

/** Judges the text of a QR exactly as a phone without network would, with what the office publishes. */
export async function judgeCodeText(tools: Pick<Tools, 'db' | 'keys' | 'clock'>, text: string, today: Temporal.PlainDate): Promise<LetterVerdict> {
  const keys = await publishedKeys(tools)
  const { list } = await publishedRevocations(tools)
  return checkLetterCode(text, { keys, revoked: await readRevocations(list, keys, webCrypto), today: today.toString(), crypto: webCrypto })
}
