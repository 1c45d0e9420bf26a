import { createHash } from 'node:crypto'
import type { Db, Tx } from '../../platform/db/database.ts'
import { toDb } from '../../platform/db/unit.ts'
import { newStorageKey } from '../../platform/files/storage.ts'
import type { Job } from '../../platform/jobs/worker.ts'
import { askSpeech } from '../../platform/speech.ts'
import type { Tools } from '../../platform/tools.ts'
import { readGuidance } from './content.ts'
import { TONGUES, type Guidance, type Tongue } from './core/content.ts'

/** What is read aloud of a piece of guidance: its title, then its steps. */
const spokenText = (one: Guidance, lang: Tongue): string => [one.title[lang], ...one.steps.map((step) => step[lang])].join('. ').replaceAll('..', '.')

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** Keys of the guidance that can be heard in a language. */
export async function listSpoken(tx: Db | Tx, lang: Tongue): Promise<Set<string>> {
  const rows = await tx.selectFrom('portal.spoken').select('content_key').where('lang', '=', lang).orderBy('content_key').limit(200).execute()
  return new Set(rows.map((row) => row.content_key))
}

export async function findSpoken(tx: Db | Tx, key: string, lang: string): Promise<{ storageKey: string; mediaType: string } | undefined> {
  return tx.selectFrom('portal.spoken').select(['storage_key as storageKey', 'media_type as mediaType']).where('content_key', '=', key).where('lang', '=', lang).executeTakeFirst()
}

/** Those of these files that are spoken guidance. */
export async function spokenFilesAmong(db: Db, keys: readonly string[]): Promise<string[]> {
  const rows = await db.selectFrom('portal.spoken').select('storage_key').where('storage_key', 'in', keys).execute()
  return rows.map((row) => row.storage_key)
}

/** Has the guidance read aloud that has no sound yet, or whose text changed. A service that is out of reach is asked again later. */
export async function speakGuidance(tools: Pick<Tools, 'db' | 'clock' | 'config' | 'files' | 'log'>, stopping?: AbortSignal): Promise<number> {
  const address = tools.config.speechUrl
  if (address === undefined) return 0
  const held = new Map((await tools.db.selectFrom('portal.spoken').select(['content_key', 'lang', 'text_sha256']).execute()).map((row) => [`${row.content_key} ${row.lang}`, row.text_sha256]))
  let made = 0
  for (const one of await readGuidance()) {
    for (const lang of TONGUES) {
      const text = spokenText(one, lang)
      if (stopping?.aborted || held.get(`${one.key} ${lang}`) === digest(text)) continue
      const speech = await askSpeech(address, text, lang)
      if (typeof speech === 'string') {
        tools.log.warn({ guidance: one.key, lang, reason: speech }, 'guidance could not be read aloud')
        if (speech === 'no-answer') return made
        continue
      }
      const storageKey = newStorageKey()
      await tools.files.put(storageKey, speech.bytes)
      const values = { text_sha256: digest(text), storage_key: storageKey, media_type: speech.mediaType, size: speech.bytes.length, made_at: toDb(tools.clock()) }
      await tools.db.insertInto('portal.spoken').values({ content_key: one.key, lang, ...values }).onConflict((on) => on.constraint('spoken_pkey').doUpdateSet(values)).execute()
      made += 1
    }
  }
  return made
}

/** What the worker does for the public's corner. */
export const portalJobs = (tools: Tools): Job[] => [{
  name: 'spoken-guidance', everyMs: 60 * 60_000,
  async run(stopping) {
    await speakGuidance(tools, stopping)
    return 'done'
  },
}]
