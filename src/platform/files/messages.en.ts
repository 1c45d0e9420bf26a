const asPdf = 'Open it, choose Print, save it as a new PDF and upload that.'

/** Why a file was not taken, by the code of the refusal; each says what to do next. */
const FAULTS: Partial<Record<string, string>> = {
  'file-empty': 'This file is empty. Choose or photograph it again.',
  'file-too-large': 'This file is larger than 10 MB. Photograph it at lower quality or scan it in black and white, then upload it again.',
  'file-heic': 'HEIC photos cannot be taken yet. On an iPhone choose Settings > Camera > Formats > Most Compatible; or upload a screenshot of the photo.',
  'file-office': 'This is a Word or Excel document. Save it as a PDF and upload the PDF.',
  'file-type': 'This kind of file cannot be taken. Upload a photo (JPEG or PNG) or a PDF.',
  'image-broken': 'This picture is broken or its upload was cut off. Photograph or choose it again.',
  'image-too-many-pixels': 'This picture is too large to open. Photograph it at a lower resolution.',
  'pdf-broken': `This PDF is broken or its upload was cut off. ${asPdf}`,
  'pdf-encrypted': `This PDF is locked by a password or limited. ${asPdf}`,
  'pdf-script': `This PDF holds commands that run by themselves. ${asPdf}`,
  'pdf-attachment': 'This PDF holds other files, sound or video. Upload those one by one, or print its pages to a new PDF.',
  'pdf-form': `This PDF is a special form (XFA) that not everyone can open. ${asPdf}`,
  'pdf-too-many-pages': 'This PDF has more than 50 pages. Upload only the pages asked for.',
  'pdf-too-complex': `This PDF is too complex to check. ${asPdf}`,
  'malware-found': 'A harmful program was found in this file, so it was not kept. Upload another one, and check your device.',
  'storage-full': 'Our storage is full just now, so the file was not kept. What you filled in is safe; try again later or come to the counter.',
  'scanner-unreachable': 'The file cannot be checked just now. Try again in a few minutes; what you filled in is kept.',
}

/** Why a file is not taken; undefined for a code that is not about files. */
export const faultInEnglish = (code: string): string | undefined => FAULTS[code]
