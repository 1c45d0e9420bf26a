import { z } from 'zod'
import type { Language, UnitAsk } from '../../../platform/http/context.ts'
import type { Variant } from '../../../platform/http/route.ts'
import { getOffice, listDistricts, listVillages } from '../../office/index.ts'
import type { Tone } from '../../../ui/tone.ts'
import type { CooperativeStatus } from '../core/choices.ts'
import { screenEn } from '../screen-messages.en.ts'
import { type ScreenWords, screenId } from '../screen-messages.id.ts'
import type { Villages } from './section-form.tsx'

export const wordsIn = (lang: Language): ScreenWords => (lang === 'en' ? screenEn : screenId)

/** How the status of a cooperative looks. */
export const STATUS_TONE: Record<CooperativeStatus, Tone> = {
  active: 'success', inactive: 'warning', frozen: 'danger', dissolving: 'danger', dissolved: 'neutral',
}

export const isOfficer = ({ actor }: Pick<UnitAsk, 'actor'>): boolean => actor?.kind === 'officer'

/** Officers stay in their frame when they fill in. */
export const variantFor = (ask: Pick<UnitAsk, 'actor'>): Variant => (isOfficer(ask) ? 'officer' : 'applicant')

/** Where all cooperatives of the asker are listed, and where one is looked at. */
export const listPath = (ask: Pick<UnitAsk, 'actor'>): string => (isOfficer(ask) ? '/petugas/koperasi' : '/koperasi')
export const cooperativePath = (ask: Pick<UnitAsk, 'actor'>, id: string): string => `${listPath(ask)}/${id}`

/** Every field of a form as it came. */
export const anyFields = z.record(z.string(), z.unknown())

/** The villages of a district, by its code or by that of a village in it. */
export async function villagesFor({ unit }: Pick<UnitAsk, 'unit'>, officeId: string, code: string | undefined): Promise<Villages> {
  const districts = await listDistricts(unit.tx, (await getOffice(unit.tx, officeId)).regionCode)
  const district = districts.find((one) => one.code === code?.slice(0, 8))
  return { district, villages: district ? await listVillages(unit.tx, district.code) : [] }
}
