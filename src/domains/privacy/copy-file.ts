import type { Temporal } from 'temporal-polyfill'
import type { Actor } from '../../kernel/rights.ts'
import type { Allowed, Language } from '../../platform/http/context.ts'
import { streamed } from '../../platform/export/respond.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import { type Part, writeZip } from '../../platform/sheets/zip-write.ts'
import type { Tools } from '../../platform/tools.ts'
import { filesOfPerson } from '../applications/index.ts'
import { filesOfHolder } from '../letters/index.ts'
import { getOffice } from '../office/index.ts'
import { COPY_HOURS } from './core/requests.ts'
import { heldDocument } from './held-document.tsx'
import { type Held, collectHeld } from './held-store.ts'
import type { PrivacyRequest } from './request-store.ts'

export const COPY_FORMS = ['zip', 'html', 'json'] as const
export type CopyForm = (typeof COPY_FORMS)[number]

/** Until when a granted copy may be fetched; undefined: it was not granted. */
export const fetchableUntil = ({ kind, state, decidedAt }: PrivacyRequest): Temporal.Instant | undefined =>
  (kind === 'copy' && state === 'granted' ? decidedAt?.add({ hours: COPY_HOURS }) : undefined)

const json = (held: Held, office: string, madeAt: Temporal.Instant): string => {
  const { officeId: _office, version: _version, ...person } = held.person
  return JSON.stringify({ office, madeAt: madeAt.toString(), person, ...Object.fromEntries(held.parts.map(({ part, rows }) => [part, rows])) }, null, 2)
}

const ENDINGS: Record<string, string> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' }
type Named = { name: string; storageKey: string }

/** The readable page, the same for programs, then every file and letter, one after the other as they are read from the storage. */
async function* parts(tools: Tools, texts: { html: string; json: string }, files: readonly Named[]): AsyncGenerator<Part> {
  yield { name: 'data.html', content: [Buffer.from(texts.html)] }
  yield { name: 'data.json', content: [Buffer.from(texts.json)] }
  for (const { name, storageKey } of files) {
    const stored = await tools.files.get(storageKey)
    if (stored) yield { name, content: [stored] }
  }
}

async function filesOf(unit: Unit, personId: string): Promise<Named[]> {
  const brought = (await filesOfPerson(unit.tx, personId)).map(({ id, storageKey, mediaType }) => ({ name: `berkas/${id}.${ENDINGS[mediaType] ?? 'bin'}`, storageKey }))
  const letters = (await filesOfHolder(unit.tx, personId))
    .map(({ number, storageKey, mediaType }) => ({ name: `surat/${number.replaceAll(/[^A-Za-z0-9.-]+/g, '-')}.${ENDINGS[mediaType] ?? 'pdf'}`, storageKey }))
  return [...brought, ...letters]
}

const TYPES: Record<CopyForm, string> = { zip: 'application/zip', html: 'text/html; charset=utf-8', json: 'application/json; charset=utf-8' }

/** Leaves that the copy was taken; an officer who takes it for handing over has looked. */
function trace(unit: Unit, actor: Actor, request: PrivacyRequest, form: CopyForm): void {
  unit.record(request.officeId, {
    what: 'privacy.copy', kind: 'privacy-request', subject: request.id, actor: actor.accountId, role: roleOf(actor), data: { form },
    ...(actor.personId === request.personId ? {} : { for: request.personId }),
  })
  if (actor.personId !== request.personId) unit.looked(request.officeId, actor, 'privacy.request', { kind: 'privacy-request', id: request.id, personId: request.personId })
}

/** The copy a person asked for, made anew from what is held now. Undefined when it was not granted or its time is over. */
export async function copyResponse({ tools, unit, actor, lang }: Allowed, request: PrivacyRequest, form: CopyForm): Promise<Response | undefined> {
  const until = fetchableUntil(request)
  if (!until || unit.now.epochMilliseconds > until.epochMilliseconds) return undefined
  const held = await collectHeld(unit.tx, tools.keys, request.personId)
  if (!held) return undefined
  trace(unit, actor, request, form)
  const { name: office } = await getOffice(unit.tx, request.officeId)
  const texts = textsOf(held, office, unit.now, lang)
  const name = `data-pribadi-${request.reference}.${form}`
  if (form === 'zip') return streamed(writeZip(parts(tools, texts, await filesOf(unit, request.personId))), { type: TYPES.zip, name })
  return new Response(texts[form], {
    headers: { 'content-type': TYPES[form], 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'private, no-store' },
  })
}

const textsOf = (held: Held, office: string, madeAt: Temporal.Instant, lang: Language) => ({ html: heldDocument(held, { office, madeAt, lang }), json: json(held, office, madeAt) })
