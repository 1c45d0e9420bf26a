import { z } from 'zod'
import { type Result, invalid, notFound, ok } from '../../kernel/result.ts'
import { formatInstant } from '../../kernel/wib.ts'
import type { UnitAsk } from '../../platform/http/context.ts'
import { fileOperation } from '../../platform/http/file-operation.ts'
import { type ApiOperation, operation } from '../../platform/http/operation.ts'
import { fromDb } from '../../platform/db/unit.ts'
import { findBusinessAccess } from './business-store.ts'
import { PHOTO_SUBJECTS, type PhotoSubject } from './core/photos.ts'
import { photoId, photoRefusals } from './photo-messages.id.ts'
import { type Photo, findPhotoAccess, listPhotos, shownPhotos } from './photo-store.ts'
import { addPhoto, removePhoto } from './photos.ts'

const accessOf = ({ unit, params }: UnitAsk) => findBusinessAccess(unit.tx, params['id'] ?? '')

const photoSchema = z.object({
  id: z.string(), subject: z.enum(PHOTO_SUBJECTS), sha256: z.string(), size: z.int(), source: z.string(), addedAt: z.string(),
  /** The application with which it came and was verified. */
  applicationId: z.string().nullable(),
})

const answerOf = ({ id, subject, sha256, size, source, addedAt, applicationId }: Photo): z.input<typeof photoSchema> =>
  ({ id, subject, sha256, size, source, addedAt: formatInstant(fromDb(addedAt)), applicationId })

const list = operation({
  method: 'get', path: '/businesses/{id}/photos', right: 'business.read', summary: 'Photos that are shown of a business: front, inside, product',
  access: accessOf, answer: z.object({ items: z.array(photoSchema), next: z.null() }),
  async handle({ unit, actor, params }) {
    const photos = await listPhotos(unit.tx, params['id'] ?? '', actor.kind === 'citizen' ? actor.personId : undefined)
    return ok({ items: [...shownPhotos(photos).values()].map(answerOf), next: null })
  },
})

const subjectOf = (params: Record<string, string>): Result<PhotoSubject> => {
  const subject = PHOTO_SUBJECTS.find((one) => one === params['subject'])
  return subject ? ok(subject) : notFound('not-found', photoRefusals.subject)
}

const add = operation({
  method: 'post', path: '/businesses/{id}/photos/{subject}', right: 'business.update', upload: true, status: 201,
  summary: 'A photo (JPEG or PNG, up to 10 MB) in place of the one shown; `subject` is front, inside or product', access: accessOf, answer: photoSchema,
  async handle({ unit, tools, actor, params }, { file }) {
    const subject = subjectOf(params)
    if (!subject.ok) return subject
    if (!file) return invalid([{ field: 'file', message: photoId.needed }])
    const added = await addPhoto(unit, tools, actor, params['id'] ?? '', { subject: subject.value, file })
    return added.ok ? ok(answerOf(added.value)) : added
  },
})

const remove = operation({
  method: 'post', path: '/businesses/{id}/photos/{subject}/remove', right: 'business.update', summary: 'Show the photo no longer; it stays in the history',
  access: accessOf, answer: z.object({ removed: z.literal(true) }),
  async handle({ unit, tools, actor, params }) {
    const subject = subjectOf(params)
    if (!subject.ok) return subject
    const removed = await removePhoto(unit, tools, actor, params['id'] ?? '', subject.value)
    return removed.ok ? ok({ removed: true as const }) : removed
  },
})

const file = fileOperation({
  path: '/photos/{id}', right: 'business.read', summary: 'The picture of a photo that is shown', mediaType: 'image/jpeg',
  async access({ unit, params }) {
    const found = await findPhotoAccess(unit.tx, params['id'] ?? '')
    return found?.isRemoved ? undefined : found
  },
  async read({ unit, tools, actor, params }) {
    const found = await findPhotoAccess(unit.tx, params['id'] ?? '')
    const bytes = found && await tools.files.get(found.storageKey)
    if (!found || !bytes) return undefined
    if (actor.kind === 'officer') unit.looked(found.officeId ?? actor.officeId, actor, 'photo.read', { kind: 'business', id: found.businessId, personId: found.ownerId })
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/jpeg', 'content-length': String(bytes.length), 'cache-control': 'private, no-store' } })
  },
})

/** Photos of businesses in the API. */
export const photoOperations: ApiOperation[] = [list, add, remove, file]
