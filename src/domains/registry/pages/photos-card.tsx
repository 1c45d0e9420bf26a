import type { Language } from '../../../platform/http/context.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import { Card } from '../../../ui/card.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { PHOTO_SUBJECTS, type PhotoSubject, addressOfSubject } from '../core/photos.ts'
import { photoEn } from '../photo-messages.en.ts'
import { type PhotoWords, photoHistory, photoId } from '../photo-messages.id.ts'
import { type Photo, shownPhotos } from '../photo-store.ts'
import { sourceText } from './origin-text.ts'
import { labelsIn } from './wording.ts'

export const photoWordsIn = (lang: Language): PhotoWords => (lang === 'en' ? photoEn : photoId)

export const photoPath = (id: string, small = false): string => `/foto-usaha/${id}${small ? '?kecil=1' : ''}`

/** When and from where a photo came; for officers also who brought it and who checked it. */
export function photoOrigin({ addedAt, source, by, verifiedBy }: Photo, lang: Language, officer: boolean): string {
  const w = photoWordsIn(lang)
  const who = officer ? [by && w.broughtBy(by), verifiedBy && w.checkedBy(verifiedBy)] : []
  const labels = labelsIn(lang)
  return [w.said(labels.shortDay(wibDate(fromDb(addedAt))), sourceText(source, labels)), ...who].filter(Boolean).join(', ')
}

type PhotosProps = { photos: readonly Photo[]; businessId: string; name: string; lang: Language; officer: boolean; mayChange: boolean }

function Shown({ photo, subject, name, lang, officer }: Omit<PhotosProps, 'photos' | 'businessId' | 'mayChange'> & { photo: Photo; subject: PhotoSubject }) {
  const w = photoWordsIn(lang)
  return (
    <>
      <a href={photoPath(photo.id)}>
        <img src={photoPath(photo.id, true)} alt={w.alt(w.subjects[subject], name)} width="240" height="180" loading="lazy" decoding="async" />
      </a>
      <figcaption><b>{w.subjects[subject]}</b><br /><small class="soft">{photoOrigin(photo, lang, officer)}</small></figcaption>
    </>
  )
}

/** The place from the front, the place inside and the product: small, fetched when they come into sight. */
export function PhotosCard({ photos, businessId, mayChange, ...rest }: PhotosProps) {
  const w = photoWordsIn(rest.lang)
  const shown = shownPhotos(photos)
  const earlier = rest.officer ? photos.filter(({ removedAt }) => removedAt !== null) : []
  const subjects = PHOTO_SUBJECTS.filter((subject) => mayChange || shown.has(subject))
  return (
    <Card title={w.title}>
      {shown.size === 0 && <p class="soft">{w.none}</p>}
      <div class="photos">
        {subjects.map((subject) => {
          const photo = shown.get(subject)
          return (
            <figure key={subject}>
              {photo ? <Shown {...rest} photo={photo} subject={subject} /> : <figcaption><b>{w.subjects[subject]}</b></figcaption>}
              {mayChange && (
                <a href={`/usaha/${businessId}/foto/${addressOfSubject(subject)}`}>
                  {photo ? w.change : w.add}<span class="visually-hidden">: {w.subjects[subject]}</span>
                </a>
              )}
            </figure>
          )
        })}
      </div>
      {earlier.length > 0 && (
        <Disclosure summary={photoHistory.title(earlier.length)}>
          <ul>
            {earlier.map((photo) => (
              <li key={photo.id}>
                <a href={photoPath(photo.id)}>{photoHistory.open}<span class="visually-hidden">: {w.subjects[photo.subject]}</span></a>
                {` ${w.subjects[photo.subject]}, ${photoOrigin(photo, rest.lang, true)}`}
                {photo.removedAt && `, ${photoHistory.removedOn(labelsIn(rest.lang).shortDay(wibDate(fromDb(photo.removedAt))))}`}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Card>
  )
}
