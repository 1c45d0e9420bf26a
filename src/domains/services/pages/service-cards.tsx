import type { Language } from '../../../platform/http/context.ts'
import { CardLink } from '../../../ui/card.tsx'
import type { ServiceDefinition } from '../core/definition.ts'
import { servicesEn } from '../messages.en.ts'
import { servicesId } from '../messages.id.ts'

export const wordsFor = (lang: Language) => (lang === 'en' ? servicesEn : servicesId)

/** The services one may apply for, each a card that leads to its standard. */
export function ServiceCards({ services, lang }: { services: ServiceDefinition[]; lang: Language }) {
  const t = wordsFor(lang).catalogue
  return (
    <div class="grid">
      {services.map((one) => (
        <CardLink key={one.code} href={`/layanan/${one.code.toLowerCase()}`} title={one.name[lang]} icon="file"
          foot={t.promise(one.limits.days, one.standard.fee)}>
          {one.summary[lang]}
        </CardLink>
      ))}
    </div>
  )
}
