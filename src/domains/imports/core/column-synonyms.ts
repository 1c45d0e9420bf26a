import { BUSINESS_SYNONYMS } from './business-synonyms.ts'
import { COOPERATIVE_SYNONYMS } from './cooperative-synonyms.ts'
import type { BusinessField, CooperativeField, RecordKind } from './fields.ts'
import type { Synonyms } from './shared-synonyms.ts'

/** The known headings of both registers, widest first. */
export const SYNONYMS: Readonly<Record<RecordKind, readonly Synonyms<BusinessField | CooperativeField>[]>> = {
  business: BUSINESS_SYNONYMS, cooperative: COOPERATIVE_SYNONYMS,
}
