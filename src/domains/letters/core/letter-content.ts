/** What is printed on a letter, as data. The wording around it belongs to the template of the service and its version. */
import { z } from 'zod'

/** Latin letters and the punctuation of letters; soft hyphen, controls and direction marks left out. */
const PRINTABLE = /[\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u0218-\u021b\u1e00-\u1eff\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac\u2122]/u

/**
 * Characters that the letter's typeface cannot show or that hide what is written (controls, direction marks, emoji). Input that
 * will be printed is refused with these shown, long before a letter is made: a glyph that is missing must never be left out.
 */
export function unprintable(text: string): string[] {
  return [...new Set([...text].filter((character) => !PRINTABLE.test(character)))]
}

const printable = (most: number) =>
  z.string().min(1).max(most).refine((text) => unprintable(text).length === 0, { error: 'characters that cannot be printed' })
const isoDate = z.iso.date()

/** Who signs. `Plt.` and `Plh.` act in the post itself; `a.n.` signs for the holder of the post named in `forPosition`. */
const signerSchema = z.strictObject({
  name: printable(120),
  nip: z.string().regex(/^\d{18}$/),
  rank: printable(60),
  position: printable(120),
  capacity: z.enum(['self', 'Plt.', 'Plh.', 'a.n.']),
  forPosition: printable(120).optional(),
}).refine((signer) => (signer.capacity === 'a.n.') === (signer.forPosition !== undefined), { error: 'a.n. names the post it signs for' })
export type LetterSigner = z.infer<typeof signerSchema>

/** What every letter has, whatever it says. */
const frame = {
  title: printable(80),
  mode: z.enum(['test', 'wet-ink', 'certified']),
  /** a preview: watermark DRAF, no QR; `number` then shows the pattern with the place of the sequence left open */
  draft: z.boolean(),
  number: printable(40),
  issuedOn: isoDate,
  /** last day of validity; `null` for a letter without end */
  validUntil: isoDate.nullable(),
  office: z.strictObject({
    government: printable(80),
    name: printable(80),
    place: printable(40),
    address: printable(120),
    contactLines: z.array(printable(100)).max(2),
    /** path below the template root or of an asset given to the typesetter: `/emblem.svg` is the neutral one */
    emblemPath: z.string().regex(/^\/[\w./-]+\.(svg|png)$/),
    emblemAlt: printable(80),
  }),
  signer: signerSchema,
  verification: z.strictObject({ shownCode: printable(20), checkAddress: printable(100), qrSvg: z.string().startsWith('<svg') }).nullable(),
}

/** The words of a letter whose template knows what it is about (UM-02). */
const microWords = {
  /** day of the owner's statement of capital and sales */
  statedOn: isoDate,
  purpose: printable(240),
  criterion: printable(200),
  holder: z.strictObject({ name: printable(120), nationalId: printable(20), birth: printable(80), address: printable(240) }),
  business: z.strictObject({
    registryNumber: printable(40),
    name: printable(160),
    address: printable(240),
    kbli: printable(220),
    products: printable(400),
    startedOn: printable(40),
    nib: printable(40),
    workers: printable(80),
    scale: printable(40),
  }),
}

/** The words of every other letter: sections of facts, then paragraphs, as the definition of the service wrote them. */
const statementWords = {
  sections: z.array(z.strictObject({
    lead: printable(200), rows: z.array(z.strictObject({ label: printable(60), value: printable(600), strong: z.boolean() })).min(1).max(30),
  })).max(6),
  paragraphs: z.array(printable(1200)).max(8),
  /** how often it may be used; `null` without bound */
  uses: z.number().int().positive().nullable(),
}

const hasCode = { error: 'a preview has no code, a letter has one' }
const microLetter = z.strictObject({ ...frame, ...microWords })
const statementLetter = z.strictObject({ ...frame, ...statementWords })

/** Content of a letter. One page, unless nearly every text is as long as it may be. */
export const letterContentSchema = z.union([microLetter, statementLetter])
  .refine((letter) => letter.draft === (letter.verification === null), hasCode)
export type LetterContent = z.infer<typeof letterContentSchema>
export type MicroLetter = z.infer<typeof microLetter>
export type StatementLetter = z.infer<typeof statementLetter>

const microSaid = z.strictObject(microWords)
const statementSaid = z.strictObject(statementWords)
/** What a letter says, without what the office puts around it. */
export type LetterWords = z.infer<typeof microSaid> | z.infer<typeof statementSaid>

/** The data a template reads: dates in words, the title lines of the signature block. */
export function templateData(content: LetterContent) {
  const [year, month, day] = content.issuedOn.split('-').map(Number)
  return {
    ...content,
    place: content.office.place,
    dated: { year, month, day },
    issuedOn: dateInWords(content.issuedOn),
    validUntil: content.validUntil === null ? null : dateInWords(content.validUntil),
    ...('statedOn' in content ? { statedOn: dateInWords(content.statedOn) } : {}),
    signer: { ...content.signer, position: shownPosition(content.signer), titleLines: titleLines(content.signer) },
  }
}

/** The lines above the signature; `Plt.`, `Plh.` and `a.n.` stand before the job title. Source: Permendagri 1/2023 (tata naskah dinas) */
export function titleLines(signer: LetterSigner): string[] {
  if (signer.capacity === 'a.n.') return [`a.n. ${signer.forPosition!.toUpperCase()}`, `${signer.position},`]
  return [`${signer.capacity === 'self' ? '' : `${signer.capacity} `}${signer.position.toUpperCase()},`]
}

const shownPosition = ({ capacity, position }: LetterSigner) =>
  capacity === 'Plt.' || capacity === 'Plh.' ? `${capacity} ${position}` : position

const MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember']

/** `2026-02-01` as `1 Februari 2026`. */
export function dateInWords(date: string): string {
  const [year, month = 0, day] = date.split('-').map(Number)
  return `${day} ${MONTHS[month - 1]} ${year}`
}
