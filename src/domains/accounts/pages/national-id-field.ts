import { z } from 'zod'
import { readNationalId } from '../../registry/index.ts'

/** A NIK as a field of a form, refused together with the other fields, so that nobody mends one thing at a time. */
export const nationalIdField = z.string().default('').superRefine((typed, context) => {
  const read = readNationalId(typed)
  if (!read.ok) context.addIssue({ code: 'custom', message: read.error })
})
