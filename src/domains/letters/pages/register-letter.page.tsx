import type { ComponentChildren } from 'preact'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import { type Actor, may } from '../../../kernel/rights.ts'
import { longDate, longMoment, wibDate } from '../../../kernel/wib.ts'
import type { Unit } from '../../../platform/db/unit.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import { page } from '../../../platform/http/page.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { giveSecondFactor } from '../../accounts/index.ts'
import { officialsOn, titleOf } from '../../office/index.ts'
import { REVOCATION_REASONS } from '../core/letter.ts'
import { showCode } from '../core/verification-code.ts'
import { type Letter, findLetter, findLetterAccess, fileOf, listSuccessors } from '../letter-store.ts'
import { lettersId } from '../messages.id.ts'
import { officeLetters } from '../office-messages.id.ts'
import { revokeLetter } from '../revoke.ts'
import { LetterTag, troubleOf } from './letter-state.tsx'
import { RevokeForm } from './revoke-form.tsx'

const t = officeLetters.letter

type Model = { letter: Letter; signer: string; now: Temporal.Instant; successor: Letter | undefined; successors: Letter[]; revoking: 'no' | 'with-code' | 'yes' }

async function signerOf(unit: Unit, letter: Letter): Promise<string> {
  const officials = await officialsOn(unit.tx, letter.officeId, wibDate(fromDb(letter.issuedAt)))
  const official = officials.find((one) => one.id === letter.signerId)
  return official ? `${official.name}, ${titleOf(official)}` : t.none
}

/** May this officer revoke it, and is a code from the authenticator still needed for that? */
function revokingBy(actor: Actor, letter: Letter, nowMs: number): Model['revoking'] {
  if (letter.state !== 'issued' || letter.revokedAt !== null) return 'no'
  const allowed = may(actor, 'letter.revoke', { officeId: letter.officeId }, nowMs)
  if (allowed.ok) return 'yes'
  return allowed.error.kind === 'forbidden' && allowed.error.code === 'step-up-needed' ? 'with-code' : 'no'
}

const day = (iso: string) => longDate(Temporal.PlainDate.from(iso))
const hash = (text: string | null | undefined): ComponentChildren => (text ? <span class="mono">{text}</span> : t.none)

function Facts({ letter, signer }: Model) {
  const { facts } = letter
  return (
    <Card title={t.facts}>
      <Summary rows={[
        { label: t.issuedAt, value: longMoment(fromDb(letter.issuedAt)) },
        { label: t.validUntil, value: letter.validUntil === null ? t.without : day(letter.validUntil) },
        { label: t.holder, value: facts.holderFull },
        { label: t.business, value: facts.businessFull },
        { label: t.place, value: facts.place },
        { label: t.purpose, value: facts.purpose },
        { label: t.signer, value: signer },
        { label: t.way, value: officeLetters.way[letter.signature] },
        { label: t.application, value: <a href={`/petugas/permohonan/${letter.applicationId}`}>{letter.reference}</a> },
      ]} />
    </Card>
  )
}

function Files({ letter }: Model) {
  const waitsForScan = letter.state === 'signing' && letter.signature === 'wet-ink' && letter.storageKey !== null
  return (
    <Card title={t.files}>
      <div class="row">
        {letter.state === 'issued' && <ButtonLink href={`/surat/${letter.id}/pdf`} icon="download" download>{t.download}</ButtonLink>}
        {letter.signature === 'wet-ink' && letter.storageKey !== null && (
          <ButtonLink href={`/surat/${letter.id}/pdf?bagian=cetakan`} icon="print" look="secondary" download>{t.downloadPrint}</ButtonLink>
        )}
        {letter.uses !== null && letter.state === 'issued' && <ButtonLink href={`/surat/${letter.id}/pakai`} icon="check" look="secondary">{lettersId.uses.title}</ButtonLink>}
        {waitsForScan && <ButtonLink href={`/petugas/permohonan/${letter.applicationId}/pindaian`} icon="file">{t.keepScan}</ButtonLink>}
      </div>
      <Summary rows={[
        { label: t.code, value: <a href={`/v/${letter.code}`}><span class="mono">{showCode(letter.code)}</span></a> },
        { label: t.sha256, value: hash(letter.state === 'issued' ? fileOf(letter)?.sha256 : null) },
        ...(letter.signature === 'wet-ink' ? [{ label: t.print, value: hash(letter.sha256) }] : []),
        ...(letter.certificateSerial === null ? [] : [{ label: t.certificate, value: hash(letter.certificateSerial) }]),
      ]} />
    </Card>
  )
}

function Withdrawn({ letter, successor }: Model) {
  if (!letter.revokedAt || !letter.revokeReason) return null
  return (
    <Card title={t.withdrawn}>
      <Summary rows={[
        { label: t.withdrawnAt, value: longMoment(fromDb(letter.revokedAt)) },
        { label: t.why, value: officeLetters.revoke.reasons[letter.revokeReason] },
        { label: t.note, value: letter.revokeNote ?? '' },
        ...(successor ? [{ label: t.successor, value: <a href={`/petugas/surat/${successor.id}`}>{successor.number}</a> }] : []),
      ]} />
    </Card>
  )
}

/** One letter of the register, and its revocation. */
export const registerLetterPage = page({
  path: '/petugas/surat/:id',
  right: 'queue.read',
  access: ({ unit, params }) => findLetterAccess(unit.tx, params['id'] ?? ''),
  fields: z.object({
    reasonCode: z.enum(REVOCATION_REASONS, { error: lettersId.revoke.reason }),
    note: z.string({ error: lettersId.revoke.note }).trim().min(1, lettersId.revoke.note).max(500, lettersId.revoke.tooLong),
    replacedBy: z.string().optional(), otp: z.string().max(20).optional(),
  }),
  async read({ unit, params, actor }): Promise<Model | undefined> {
    const letter = await findLetter(unit.tx, params['id'] ?? '')
    if (!letter) return undefined
    unit.looked(letter.officeId, actor, 'letter.read', { kind: 'letter', id: letter.id, personId: letter.holderId })
    const revoking = revokingBy(actor, letter, unit.now.epochMilliseconds)
    return {
      letter, revoking, now: unit.now, signer: await signerOf(unit, letter), successors: revoking === 'no' ? [] : await listSuccessors(unit.tx, letter),
      successor: letter.replacedBy === null ? undefined : await findLetter(unit.tx, letter.replacedBy),
    }
  },
  view(model, _ask, form) {
    const { letter, now, revoking, successors } = model
    const trouble = troubleOf(letter)
    return {
      title: letter.number, variant: 'officer', wrong: form.problems.length > 0, back: { href: `/petugas/surat?tahun=${letter.year}`, text: officeLetters.register.back },
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={letter.facts.title} over={<span class="mono">{letter.number}</span>} side={<LetterTag letter={letter} now={now} />} />
          {trouble && <Notice tone="warning"><p>{trouble}</p></Notice>}
          <Withdrawn {...model} />
          <Facts {...model} />
          <Files {...model} />
          {revoking !== 'no' && <RevokeForm form={form} successors={successors} needsCode={revoking === 'with-code'} />}
        </>
      ),
    }
  },
  async send({ unit, tools, actor, params }, { reasonCode, note, replacedBy, otp }) {
    const proven = otp ? await giveSecondFactor(tools, actor, otp) : ok(actor)
    if (!proven.ok) return proven.error.kind === 'forbidden' ? invalid([{ field: 'otp', message: proven.error.message }]) : proven
    const revoked = await revokeLetter(tools, unit, proven.value, params['id'] ?? '', { reasonCode, note, replacedBy: replacedBy || undefined })
    if (revoked.ok) return ok({ goTo: `/petugas/surat/${revoked.value.id}` })
    const { error } = revoked
    return error.kind === 'forbidden' && error.code === 'step-up-needed' ? invalid([{ field: 'otp', message: error.message }]) : revoked
  },
})
