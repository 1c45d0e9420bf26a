import { z } from 'zod'

const said = z.object({ id: z.string().min(1), en: z.string().min(1) })

/**
 * A privacy notice (pemberitahuan privasi) in layers: `short` is what is read before agreeing, `parts` tell the rest.
 * Source: UU 27/2022, Pasal 21
 */
export const noticeSchema = z.object({
  version: z.number().int().positive(),
  validFrom: z.iso.date(),
  title: said,
  short: z.array(said).min(1),
  parts: z.array(z.object({ key: z.string(), title: said, text: z.array(said).min(1) })).min(1),
})
export type PrivacyNotice = z.infer<typeof noticeSchema>
