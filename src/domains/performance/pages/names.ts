import type { Language } from '../../../platform/http/context.ts'
import { STAGES } from '../core/case-facts.ts'
import type { SectionId } from '../core/sections.ts'
import { wordsFor } from '../figure-text.ts'
import type { PublicMonths } from '../public-months.ts'

/** What a group of a part is called; a code that is known no more speaks for itself. */
export function nameOf({ districts, services, items }: PublicMonths, section: SectionId, key: string, lang: Language): string {
  const t = wordsFor(lang)
  switch (section) {
    case 'layanan': return services.get(key)?.[lang] ?? key
    case 'kecamatan': return districts.get(key) ?? key
    case 'kanal': return t.channel[key] ?? key
    case 'tahap': return t.stage[STAGES.find((one) => one === key) ?? 'intake']
    case 'sebab': return key === 'business' ? t.business : items.get(key)?.[lang] ?? key
  }
}
