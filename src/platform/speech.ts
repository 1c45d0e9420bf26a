/** Why nothing was spoken, as a code for the log of the program. */
export type NoSpeech = 'no-answer' | 'refused' | 'no-sound' | 'too-large'

export type Speech = { bytes: Buffer; mediaType: string }

const ATTEMPT_MS = 60_000
const MOST_BYTES = 5_000_000
const SOUNDS = new Set(['audio/mpeg', 'audio/ogg', 'audio/wav', 'audio/mp4'])

/**
 * Has a text read aloud by a voice service: `POST {address}` with `{"text", "lang"}` answers the sound. The text is public guidance and nothing
 * else: what people write never goes there.
 */
export async function askSpeech(address: string, text: string, lang: string, attemptMs = ATTEMPT_MS): Promise<Speech | NoSpeech> {
  let answer: Response
  try {
    answer = await fetch(address, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text, lang }), signal: AbortSignal.timeout(attemptMs), redirect: 'error',
    })
  } catch {
    return 'no-answer'
  }
  if (!answer.ok) return 'refused'
  const mediaType = answer.headers.get('content-type')?.split(';')[0]?.trim() ?? ''
  if (!SOUNDS.has(mediaType)) return 'no-sound'
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (bytes.length === 0) return 'no-sound'
  return bytes.length > MOST_BYTES ? 'too-large' : { bytes, mediaType }
}
