/** What a photo of a business shows: the place from the front, the place inside, what is made or sold. Source: registry notes, section 3, block B */
export const PHOTO_SUBJECTS = ['front', 'inside', 'product'] as const
export type PhotoSubject = (typeof PHOTO_SUBJECTS)[number]

/** Requirements of services whose papers are such photos, by their keys. */
const OF_REQUIREMENT: Readonly<Record<string, PhotoSubject>> = { placePhotoFront: 'front', placePhotoInside: 'inside', productPhoto: 'product' }

/** @returns undefined for a paper that is no photo of the business */
export const subjectOfRequirement = (key: string): PhotoSubject | undefined => OF_REQUIREMENT[key]

/** The subjects as addresses speak of them. */
const ADDRESSES: Record<PhotoSubject, string> = { front: 'depan', inside: 'dalam', product: 'produk' }

export const addressOfSubject = (subject: PhotoSubject): string => ADDRESSES[subject]
export const subjectAt = (address: string): PhotoSubject | undefined => PHOTO_SUBJECTS.find((subject) => ADDRESSES[subject] === address)
