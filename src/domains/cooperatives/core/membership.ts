import { z } from 'zod'
import { cooperativeMessages as t } from '../messages.id.ts'
import { GENDERS } from './choices.ts'
import { positionSchema } from './record.ts'

const date = z.iso.date({ error: t.fields.date }).optional()

/** A member told one by one, with the days of joining and leaving. The NIK links to a person of the registry and is not kept here. */
export const membershipSchema = z.object({
  name: positionSchema.shape.name,
  gender: z.enum(GENDERS, { error: t.fields.choice }).optional(),
  nationalId: z.string({ error: t.fields.nationalId }).max(30, t.fields.nationalId).optional(),
  memberNumber: z.string({ error: t.fields.text }).trim().min(1, t.fields.text).max(40, t.fields.tooLong(40)).optional(),
  joinedOn: date,
  leftOn: date,
})

export type Membership = z.infer<typeof membershipSchema>
