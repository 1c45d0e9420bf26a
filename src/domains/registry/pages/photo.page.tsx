import { z } from 'zod'
import { type Problem, invalid, ok } from '../../../kernel/result.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, download, page } from '../../../platform/http/page.ts'
import { smallImage } from '../../../platform/files/image.ts'
import type { Route, Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { FileField } from '../../../ui/fields/file-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { type KeptBusiness, findBusiness, findBusinessAccess } from '../business-store.ts'
import { type PhotoSubject, subjectAt } from '../core/photos.ts'
import { type Photo, findPhotoAccess, listPhotos, shownPhotos } from '../photo-store.ts'
import { addPhoto, removePhoto } from '../photos.ts'
import { photoOrigin, photoPath, photoWordsIn } from './photos-card.tsx'
import { businessPath } from './step-pages.tsx'
import { variantFor, wordsIn } from './wording.ts'

type Model = { business: KeptBusiness; subject: PhotoSubject; photo: Photo | undefined }

const inWords = (problems: Problem[], code: string, ask: Allowed): Problem[] =>
  problems.map((one) => ({ ...one, message: photoWordsIn(ask.lang).fault(code, one.message) }))

/** What is shown now, and the way to take it off. */
function Present({ photo, subject, business, ask }: Model & { photo: Photo; ask: Allowed }) {
  const w = photoWordsIn(ask.lang)
  return (
    <form method="post" encType="multipart/form-data" class="stack">
      <img src={photoPath(photo.id, true)} alt={w.alt(w.subjects[subject], business.record.name)} width="240" height="180" />
      <p class="soft">{photoOrigin(photo, ask.lang, ask.actor.kind === 'officer')}</p>
      <Button look="secondary" small name="remove" value="yes">{w.remove}</Button>
    </form>
  )
}

function Upload({ photo, subject, ask, form, home }: Omit<Model, 'business'> & { ask: Allowed; form: Form; home: string }) {
  const w = photoWordsIn(ask.lang)
  return (
    <form method="post" encType="multipart/form-data" noValidate class="stack">
      <FileField name="file" label={photo ? w.labelAgain : w.label} hint={`${w.hint[subject]} ${w.formats}`} accept="image/jpeg,image/png"
        error={problemOf(form.problems, 'file')} />
      <div class="row"><Button>{photo ? w.replace : w.save}</Button><ButtonLink href={home} look="link">{wordsIn(ask.lang).wizard.cancel}</ButtonLink></div>
    </form>
  )
}

/** One photo of a business: shown, replaced or taken off. What was shown stays in the history. */
const photoPage = page({
  path: '/usaha/:id/foto/:jenis',
  right: 'business.update',
  access: ({ unit, params }) => findBusinessAccess(unit.tx, params['id'] ?? ''),
  fields: z.object({
    file: z.unknown().optional().transform((given) => (given instanceof File && given.size > 0 ? given : undefined)), remove: z.literal('yes').optional(),
  }),
  async read({ unit, tools, actor, params }): Promise<Model | undefined> {
    const subject = subjectAt(params['jenis'] ?? '')
    const business = subject && await findBusiness(unit.tx, tools.keys, params['id'] ?? '')
    if (!business) return undefined
    const photos = await listPhotos(unit.tx, business.id, actor.kind === 'citizen' ? actor.personId : undefined)
    return { business, subject, photo: shownPhotos(photos).get(subject) }
  },
  view(model, ask, form): Screen {
    const { business, subject, photo } = model
    const w = photoWordsIn(ask.lang)
    const home = businessPath(ask, business.id)
    return {
      title: w.heading[subject], variant: variantFor(ask), wrong: form.problems.length > 0, back: { href: home, text: business.record.name },
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={w.heading[subject]} />
          {photo && <Present {...model} photo={photo} ask={ask} />}
          <Upload photo={photo} subject={subject} ask={ask} form={form} home={home} />
        </>
      ),
    }
  },
  async send(ask, { file, remove }, { business, subject }) {
    const { unit, tools, actor } = ask
    const home = businessPath(ask, business.id)
    if (remove) {
      const removed = await removePhoto(unit, tools, actor, business.id, subject)
      return removed.ok ? ok({ goTo: `${home}?foto=hapus` }) : removed
    }
    if (!file) return invalid([{ field: 'file', message: photoWordsIn(ask.lang).needed }])
    const added = await addPhoto(unit, tools, actor, business.id, { subject, file })
    if (added.ok) return ok({ goTo: `${home}?foto=simpan` })
    return added.error.kind === 'invalid' ? invalid(inWords(added.error.problems, added.error.code, ask), added.error.code) : added
  },
})

/** The picture of a photo, for whoever may read the business; one that is no longer shown for officers only. Large looks leave their trace. */
const photoDownload = download({
  path: '/foto-usaha/:id',
  right: 'business.read',
  async access({ unit, params, actor }) {
    const found = await findPhotoAccess(unit.tx, params['id'] ?? '')
    return found?.isRemoved && actor?.kind !== 'officer' ? undefined : found
  },
  async read({ unit, params, actor, tools, query }) {
    const found = await findPhotoAccess(unit.tx, params['id'] ?? '')
    const file = found && await tools.files.get(found.storageKey)
    if (!found || !file) return undefined
    const isSmall = query['kecil'] !== undefined
    if (actor.kind === 'officer' && !isSmall) {
      unit.looked(found.officeId ?? actor.officeId, actor, 'photo.read', { kind: 'business', id: found.businessId, personId: found.ownerId })
    }
    const bytes = isSmall ? await smallImage(file) : file
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': 'image/jpeg', 'content-length': String(bytes.length), 'content-disposition': 'inline',
        // A photo never changes under its address; the small one may be kept by this device for an hour.
        'cache-control': isSmall ? 'private, max-age=3600' : 'private, no-store',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox",
      },
    })
  },
})

export const photoPages: Route[] = [photoPage, photoDownload]
