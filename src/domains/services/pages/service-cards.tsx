import type { Language } from '../../../platform/http/context.ts'
import { CardLink } from '../../../ui/card.tsx'
import type { ServiceDefinition } from '../core/definition.ts'
import type { Measured } from '../measured.ts'
import { servicesEn } from '../messages.en.ts'
import { servicesId } from '../messages.id.ts'

export const wordsFor = (lang: Language) => (lang === 'en' ? servicesEn : servicesId)

type ServiceCardsProps = { services: readonly ServiceDefinition[]; lang: Language; measured?: ReadonlyMap<string, Measured> }

/** The services one may apply for, each a card that leads to its standard; beside the promise what was measured, where it was. */
export function ServiceCards({ services, lang, measured }: ServiceCardsProps) {
  const t = wordsFor(lang).catalogue
  return (
    <div class="grid">
      {services.map((one) => {
        const told = measured?.get(one.code)
        return (
          <CardLink key={one.code} href={`/layanan/${one.code.toLowerCase()}`} title={one.name[lang]} icon="file"
            foot={told ? t.measured(one.limits.days, told.hours) : t.promise(one.limits.days, one.standard.fee)}>
            {one.summary[lang]}
          </CardLink>
        )
      })}
    </div>
  )
}
