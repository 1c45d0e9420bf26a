import { faultInEnglish } from '../../platform/files/messages.en.ts'
import type { PhotoWords } from './photo-messages.id.ts'

export const photoEn: PhotoWords = {
  title: 'Photos', subjects: { front: 'From the front', inside: 'Inside', product: 'Product' },
  alt: (subject, name) => `${subject}: ${name}`, add: 'Add a photo', change: 'Change the photo', none: 'No photo yet.',
  said: (when, source) => `${when}, ${source}`, broughtBy: (name) => `by ${name}`, checkedBy: (name) => `checked by ${name}`,
  heading: { front: 'Photo of the place, from the front', inside: 'Photo of the place, inside', product: 'Photo of the product' },
  hint: {
    front: 'Signboard or door can be seen. Not your identity card.', inside: 'Where you work or sell. No faces, if you can.', product: 'What you sell, close and in good light.',
  },
  formats: 'JPEG or PNG, at most 10 MB. Location data inside the photo are deleted.', label: 'Choose a photo', labelAgain: 'Another photo',
  save: 'Save the photo', replace: 'Replace this photo', remove: 'Remove this photo', needed: 'Choose a photo first.', saved: 'The photo is saved.', removed: 'The photo is no longer shown.',
  fault: (code, sentence) => (code === 'not-picture' ? 'This file is not a photo. Upload a JPEG or PNG photo.' : faultInEnglish(code) ?? sentence),
}
