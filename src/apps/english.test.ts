import assert from 'node:assert/strict'
import { test } from 'node:test'
import { screenEn as cooperativeEn } from '../domains/cooperatives/screen-messages.en.ts'
import { screenId as cooperativeId } from '../domains/cooperatives/screen-messages.id.ts'
import { publicReportsEn } from '../domains/performance/messages-public-reports.en.ts'
import { publicReportsId } from '../domains/performance/messages-public-reports.id.ts'
import { citizenEn as reporterEn } from '../domains/complaints/citizen-words.en.ts'
import { citizenId as reporterId } from '../domains/complaints/citizen-words.id.ts'
import { pageEn } from '../domains/registry/page-messages.en.ts'
import { pageId } from '../domains/registry/page-messages.id.ts'
import { photoEn } from '../domains/registry/photo-messages.en.ts'
import { photoId } from '../domains/registry/photo-messages.id.ts'
import { citizenEn as surveyEn } from '../domains/satisfaction/messages.en.ts'
import { citizenId as surveyId } from '../domains/satisfaction/messages.id.ts'
import { screenEn } from '../domains/registry/screen-messages.en.ts'
import { screenId } from '../domains/registry/screen-messages.id.ts'

/** Names that are the same in both languages. */
const NAMES = /^(NIB|NIK|KDKMP \(Merah Putih\)|KUK \d|NPWP|P-IRT|KUR|KURMA|Kurda|BPUM|Status|Enumerator|April|September|November|Shopee\w*|Tokopedia|TikTok Shop|Lazada|Blibli|GoFood|GrabFood|PaDi UMKM|LAPOR!|Rp •+)$/

function leftIndonesian(one: unknown, other: unknown, at: string): string[] {
  if (typeof one === 'string') return one === other && /[a-z]{3}/i.test(one) && !NAMES.test(one) ? [`${at}: ${one}`] : []
  if (typeof one === 'function') return one === other ? [at] : []
  if (typeof one !== 'object' || one === null) return []
  const theirs = new Map(Object.entries(typeof other === 'object' && other !== null ? other : {}))
  return Object.entries(one).flatMap(([key, value]) => leftIndonesian(value, theirs.get(key), `${at}.${key}`))
}

for (const [what, inIndonesian, inEnglish] of [['wizard and sheet', screenId, screenEn], ['timeline and notices', pageId, pageEn], ['photos', photoId, photoEn],
  ['cooperatives', cooperativeId, cooperativeEn], ['survey', surveyId, surveyEn], ['public reports', publicReportsId, publicReportsEn],
  ['reports of the public', reporterId, reporterEn]] as const) {
  test(`an owner who reads English finds no Indonesian word of ours in ${what}`, () => {
    assert.deepEqual(leftIndonesian(inIndonesian, inEnglish, what), [])
  })
}
