import type { Temporal } from 'temporal-polyfill'
import { type Result, conflict, invalid, notFound, ok } from '../../kernel/result.ts'
import type { Actor } from '../../kernel/rights.ts'
import { type Unit, roleOf } from '../../platform/db/unit.ts'
import { keepFile } from '../../platform/files/keep.ts'
import type { Tools } from '../../platform/tools.ts'
import { sourceOf } from './business-context.ts'
import { findBusiness } from './business-store.ts'
import { type PhotoSubject, subjectOfRequirement } from './core/photos.ts'
import { mergeWords } from './merge-messages.id.ts'
import { photoRefusals } from './photo-messages.id.ts'
import { type Photo, insertPhoto, listPhotos, removePhotos, shownPhotos } from './photo-store.ts'
import { apiWords } from './screen-messages.id.ts'

type Noted = { officeId: string; businessId: string; subject: PhotoSubject; to: 'shown' | 'removed' }

function note(unit: Unit, actor: Actor, { officeId, businessId, subject, to }: Noted): void {
  unit.record(officeId, { what: 'business.photo', kind: 'business', subject: businessId, actor: actor.accountId, role: roleOf(actor), to, data: { photo: subject } })
}

/** The business whose photo is changed, locked, so that of two who change it at once one is the second. */
async function standing(unit: Unit, tools: Tools, id: string) {
  const business = await findBusiness(unit.tx, tools.keys, id, true)
  if (!business) return notFound('not-found', apiWords.noBusiness)
  return business.mergedInto === null ? ok(business) : conflict('absorbed', mergeWords.absorbed, { mergedInto: business.mergedInto })
}

/** Keeps a photo that is brought to the record itself, in place of the one that was shown. The caller has checked `business.update`. */
export async function addPhoto(unit: Unit, tools: Tools, actor: Actor, businessId: string, { subject, file }: { subject: PhotoSubject; file: File }): Promise<Result<Photo>> {
  const business = await standing(unit, tools, businessId)
  if (!business.ok) return business
  const kept = await keepFile(tools, file, 'file')
  if (!kept.ok) return kept
  if (kept.value.mediaType !== 'image/jpeg') return invalid([{ field: 'file', message: photoRefusals.notPicture }], 'not-picture')
  const { officeId } = business.value
  const before = (await listPhotos(unit.tx, businessId)).filter((one) => one.subject === subject && one.removedAt === null)
  await removePhotos(unit.tx, before.map(({ id }) => id), actor.accountId, unit.now)
  const { storageKey, sha256, size } = kept.value
  const id = await insertPhoto(unit.tx, {
    officeId, businessId, subject, storageKey, sha256, size, source: sourceOf(actor), addedBy: actor.accountId, addedAt: unit.now,
  })
  note(unit, actor, { officeId, businessId, subject, to: 'shown' })
  const photo = (await listPhotos(unit.tx, businessId)).find((one) => one.id === id)
  if (!photo) throw new Error('a photo vanished within its transaction')
  return ok(photo)
}

/** Takes the photo of a subject out of sight; who, when and the picture stay in the history. */
export async function removePhoto(unit: Unit, tools: Tools, actor: Actor, businessId: string, subject: PhotoSubject): Promise<Result<undefined>> {
  const business = await standing(unit, tools, businessId)
  if (!business.ok) return business
  const shown = (await listPhotos(unit.tx, businessId)).filter((one) => one.subject === subject && one.removedAt === null)
  if (!await removePhotos(unit.tx, shown.map(({ id }) => id), actor.accountId, unit.now)) return notFound('not-found', photoRefusals.none)
  note(unit, actor, { officeId: business.value.officeId, businessId, subject, to: 'removed' })
  return ok(undefined)
}

/** A paper of an application as it lies there. */
export type VerifiedPaper = { requirement: string; storageKey: string; sha256: string; mediaType: string; size: number; uploadedBy: string; addedAt: Temporal.Instant }

/**
 * Takes the photos among the papers of an application into the record, when an officer has verified them. What is there already is not
 * taken twice, and a photo that was brought to the record later than the paper stays.
 */
export async function adoptPhotos(unit: Unit, actor: Actor, { businessId, applicationId, papers }: { businessId: string; applicationId: string; papers: readonly VerifiedPaper[] }): Promise<void> {
  const shown = shownPhotos(await listPhotos(unit.tx, businessId))
  for (const { requirement, storageKey, sha256, mediaType, size, uploadedBy, addedAt } of papers) {
    const subject = subjectOfRequirement(requirement)
    if (!subject || mediaType !== 'image/jpeg') continue
    const present = shown.get(subject)
    if (present && (present.sha256 === sha256 || present.addedAt.getTime() > addedAt.epochMilliseconds)) continue
    if (present) await removePhotos(unit.tx, [present.id], actor.accountId, unit.now)
    await insertPhoto(unit.tx, {
      officeId: actor.officeId, businessId, subject, storageKey, sha256, size, source: 'application', addedBy: uploadedBy, addedAt, applicationId, verifiedBy: actor.accountId,
    })
    note(unit, actor, { officeId: actor.officeId, businessId, subject, to: 'shown' })
  }
}
