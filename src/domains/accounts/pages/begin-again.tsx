import type { Language } from '../../../platform/http/context.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { signInWords } from '../words.ts'

/** For who comes to a later step without the ones before, or too late. */
export function beginAgain(lang: Language, href: string): Screen {
  const words = signInWords(lang)
  return {
    title: words.beginAgain, variant: 'applicant',
    body: (
      <>
        <PageHeading title={words.beginAgain} lead={words.beginAgainBody} />
        <ButtonLink href={href}>{words.begin}</ButtonLink>
      </>
    ),
  }
}
