import { z } from '@hono/zod-openapi'
import { notFound, ok } from '../../kernel/result.ts'
import { formatInstant } from '../../kernel/wib.ts'
import { fromDb } from '../../platform/db/unit.ts'
import type { UnitAsk } from '../../platform/http/context.ts'
import { fileOperation } from '../../platform/http/file-operation.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { giveSecondFactor } from '../accounts/index.ts'
import { SIGNATURE_WAYS } from './core/letter-code.ts'
import { REVOCATION_REASONS, maskHolder } from './core/letter.ts'
import { letterResponse } from './letter-file.ts'
import { type Letter, fileOf, findLetter, findLetterAccess, statusOfLetter } from './letter-store.ts'
import { lettersId as words } from './messages.id.ts'
import { CODE_GUESSES, findByTypedCode } from './public-letter.ts'
import { revokeLetter } from './revoke.ts'
import { listUses, noteUse, usesOf } from './uses.ts'

const moment = z.iso.datetime({ offset: true })
const status = z.enum(['valid', 'expired', 'replaced', 'revoked'])
const signature = z.enum(SIGNATURE_WAYS)

const letterAnswer = z.object({
  id: z.string(), number: z.string(), code: z.string(), kind: z.string(), title: z.string(), status, state: z.enum(['signing', 'issued', 'void']),
  applicationId: z.string(), issuedAt: moment, validUntil: z.iso.date().nullable(), signature, sha256: z.string().nullable(), mediaType: z.string().nullable(),
  holder: z.string(), business: z.string(), place: z.string(), purpose: z.string(), address: z.string(),
  uses: z.object({ allowed: z.number().int(), made: z.array(z.object({ usedFor: z.string(), usedOn: z.iso.date() })) }).nullable(),
  revocation: z.object({ at: moment, reasonCode: z.enum(REVOCATION_REASONS), replacedBy: z.string().nullable() }).nullable(),
}).openapi('Letter')

async function answerOf({ unit: { tx, now }, tools }: Pick<UnitAsk, 'unit' | 'tools'>, letter: Letter): Promise<z.input<typeof letterAnswer>> {
  const file = fileOf(letter)
  const { facts, revokedAt, revokeReason } = letter
  return {
    id: letter.id, number: letter.number, code: letter.code, kind: letter.kind, title: facts.title, status: statusOfLetter(letter, now), state: letter.state,
    applicationId: letter.applicationId, issuedAt: formatInstant(fromDb(letter.issuedAt)), validUntil: letter.validUntil, signature: letter.signature,
    sha256: file?.sha256 ?? null, mediaType: file?.mediaType ?? null, holder: facts.holderFull, business: facts.businessFull, place: facts.place, purpose: facts.purpose,
    address: `${tools.config.baseUrl}/v/${letter.code}`, uses: letter.uses === null ? null : { allowed: letter.uses, made: await listUses(tx, letter.id) },
    revocation: revokedAt && revokeReason ? { at: formatInstant(fromDb(revokedAt)), reasonCode: revokeReason, replacedBy: letter.replacedBy } : null,
  }
}

const access = (ask: UnitAsk) => findLetterAccess(ask.unit.tx, ask.params['id'] ?? '')

const read = operation({
  method: 'get', path: '/letters/{id}', right: 'letter.read', summary: 'Satu surat: isi register, keadaan, dan SHA-256 berkasnya', answer: letterAnswer, access,
  async handle(ask) {
    const { unit, actor, params } = ask
    const letter = await findLetter(unit.tx, params['id'] ?? '')
    if (!letter) return notFound('not-found', words.noSuchLetter)
    if (actor.kind === 'officer') unit.looked(letter.officeId, actor, 'letter.read', { kind: 'letter', id: letter.id, personId: letter.holderId })
    return ok(await answerOf(ask, letter))
  },
})

const pdf = fileOperation({
  path: '/letters/{id}/pdf', right: 'letter.read', summary: 'Berkas surat; untuk tanda tangan basah: pindaiannya', mediaType: 'application/pdf', access,
  async read({ unit, tools, actor, params }) {
    const letter = await findLetter(unit.tx, params['id'] ?? '')
    return letter && letterResponse(tools, unit, actor, letter)
  },
})

const revoke = operation({
  // The right to revoke needs the second factor, which may come with this very request: it is decided within.
  method: 'post', path: '/letters/{id}/revoke', right: 'letter.read', summary: 'Mencabut surat, atau menggantinya dengan surat lain', answer: letterAnswer, access,
  body: z.object({
    reasonCode: z.enum(REVOCATION_REASONS, { error: words.revoke.reason }),
    note: z.string({ error: words.revoke.note }).trim().min(1, words.revoke.note).max(500, words.revoke.tooLong),
    replacedBy: z.string().optional(), otp: z.string().max(12).optional(),
  }).openapi('Revocation'),
  async handle(ask, { body: { otp, ...revocation } }) {
    const { unit, tools, actor, params } = ask
    const proven = otp === undefined ? ok(actor) : await giveSecondFactor(tools, actor, otp)
    if (!proven.ok) return proven
    const revoked = await revokeLetter(tools, unit, proven.value, params['id'] ?? '', revocation)
    return revoked.ok ? ok(await answerOf(ask, revoked.value)) : revoked
  },
})

const use = operation({
  method: 'post', path: '/letters/{id}/uses', right: 'letter.note-use', summary: 'Mencatat pemakaian surat yang hanya berlaku untuk sejumlah pemakaian', answer: letterAnswer, access,
  body: z.object({
    usedFor: z.string().trim().min(3, words.uses.whatNeeded).max(200, words.uses.tooLong), usedOn: z.iso.date({ error: words.uses.dayNeeded }),
  }).openapi('LetterUse'),
  async handle(ask, { body }) {
    const noted = await noteUse(ask.unit, ask.actor, ask.params['id'] ?? '', body)
    return noted.ok ? ok(await answerOf(ask, noted.value)) : noted
  },
})

const verify = operation({
  method: 'get', path: '/verify/{code}', right: 'public', summary: 'Memeriksa surat dengan kodenya, tanpa masuk; nama disamarkan', limit: CODE_GUESSES,
  answer: z.object({
    status, number: z.string(), kind: z.string(), issuedAt: moment, validUntil: z.iso.date().nullable(), holder: z.string(), sha256: z.string(), signature,
    uses: z.object({ allowed: z.number().int(), made: z.number().int() }).optional(),
  }).openapi('Verification'),
  async handle({ unit, params }) {
    const letter = await findByTypedCode(unit.tx, params['code'] ?? '')
    const file = letter && fileOf(letter)
    if (!letter || !file) return notFound('not-found', words.public.absent)
    return ok({
      status: statusOfLetter(letter, unit.now), number: letter.number, kind: letter.kind, issuedAt: formatInstant(fromDb(letter.issuedAt)), validUntil: letter.validUntil,
      holder: maskHolder(letter.facts.holderFull), sha256: file.sha256, signature: letter.signature,
      uses: await usesOf(unit.tx, letter),
    })
  },
})

export const letterOperations: ApiOperation[] = [read, pdf, revoke, use, verify]
