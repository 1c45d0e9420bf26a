import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { wibDate } from '../../../kernel/wib.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'
import { type Office, type Official, getOffice } from '../../office/index.ts'

/** What is printed around a report: letterhead, who signs and when. Fixed when signing begins, so that the page can be made again to the byte. */
const frameSchema = z.object({
  office: z.object({ government: z.string(), name: z.string(), address: z.string(), contactLines: z.array(z.string()), emblemPath: z.string(), emblemAlt: z.string() }),
  place: z.string(), issuedOn: z.iso.date(), mode: z.enum(['test', 'wet-ink', 'certified']), draft: z.boolean(),
  signer: z.object({ name: z.string(), rank: z.string(), nip: z.string(), titleLines: z.array(z.string()) }).nullable(),
  checkAddress: z.string(),
})
export type Frame = z.infer<typeof frameSchema>

export const readFrame = (text: string): Frame => frameSchema.parse(JSON.parse(text))

function letterheadOf(office: Office): Frame['office'] {
  const contact = [office.phone ? `Telepon ${office.phone}` : '', office.website ? `Laman ${office.website}` : '', office.email ? `Pos-el ${office.email}` : ''].filter(Boolean)
  return {
    government: office.government, name: office.name, address: `${office.address} ${office.postalCode}`, contactLines: contact.length > 0 ? [contact.join(' · ')] : [],
    emblemPath: '/emblem.svg', emblemAlt: 'Lambang',
  }
}

const CAPACITY = { definitive: '', acting: 'Plt. ', 'daily-acting': 'Plh. ' } as const

type Signing = { official: Official; now: Temporal.Instant; mode: Frame['mode']; checkAddress: string }

export async function frameOf(db: Db | Tx, officeId: string, { official, now, mode, checkAddress }: Signing): Promise<Frame> {
  const office = await getOffice(db, officeId)
  return {
    office: letterheadOf(office), place: office.placeOfSigning, issuedOn: wibDate(now).toString(), mode, draft: false, checkAddress,
    signer: { name: official.name, rank: official.rank ?? '', nip: official.employeeNumber ?? '', titleLines: [`${CAPACITY[official.standing]}${official.title.toUpperCase()},`] },
  }
}

/** The frame of a page that nobody signed: marked DRAF. @param day printed as its day */
export async function draftFrame(db: Db | Tx, officeId: string, day: string, checkAddress: string): Promise<Frame> {
  const office = await getOffice(db, officeId)
  return { office: letterheadOf(office), place: office.placeOfSigning, issuedOn: day, mode: 'wet-ink', draft: true, signer: null, checkAddress }
}
