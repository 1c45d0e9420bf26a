import type { Tx } from '../../platform/db/database.ts'

const WEEKDAY = { opens: 450, closes: 960 }
const FRIDAY = { opens: 450, closes: 870 }
/** Office hours until the office enters its own. Source: SE Bupati Sidoarjo 065/4406/438.1.3.1/2018 */
const WEEK = [WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, FRIDAY, null, null]
const BASIS = 'SE Bupati Sidoarjo 065/4406/438.1.3.1/2018'
/** The days off are known from this year on; hours must be known as far back. */
const FROM = '2024-01-01'

/** The divisions (bidang) that the services shipped with the program belong to. */
const DIVISIONS = [
  { id: 'usaha-mikro', name: 'Bidang Pemberdayaan Usaha Mikro' },
  { id: 'koperasi', name: 'Bidang Kelembagaan dan Pengawasan Koperasi' },
]

export type NewOffice = {
  /** Goes into the event log and stays for ever: short, without blanks. */
  id: string
  name: string
  /** Such as "Pemerintah Kabupaten Sidoarjo". */
  government: string
  /** Kemendagri code of the regency. */
  regionCode: string
  address: string
  postalCode: string
  letterUnit: string
  placeOfSigning: string
  website?: string
  email?: string
  demo?: boolean
}

/** Makes the office this installation serves, with hours and divisions to begin with; the administrator changes them later. */
export async function createOffice(tx: Tx, one: NewOffice): Promise<void> {
  await tx.insertInto('office.offices').values({
    id: one.id, name: one.name, government: one.government, region_code: one.regionCode, address: one.address, postal_code: one.postalCode,
    letter_unit: one.letterUnit, place_of_signing: one.placeOfSigning, website: one.website ?? null, email: one.email ?? null, demo: one.demo ?? false,
  }).execute()
  await tx.insertInto('office.office_weeks').values({ office_id: one.id, valid_from: FROM, week: JSON.stringify(WEEK), basis: BASIS }).execute()
  await tx.insertInto('office.divisions').values(DIVISIONS.map((division) => ({ ...division, office_id: one.id, valid_from: FROM }))).execute()
}
