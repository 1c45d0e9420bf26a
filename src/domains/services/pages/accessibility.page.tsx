import { page } from '../../../platform/http/page.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { wordsFor } from './service-cards.tsx'

/** An honest statement: what holds, what does not yet, whom to tell. */
export const accessibilityPage = page({
  path: '/aksesibilitas',
  right: 'public',
  cacheSeconds: 15,
  read: async () => null,
  view(_, { lang }) {
    const t = wordsFor(lang).accessibility
    return {
      title: t.title, variant: 'public',
      body: (
        <>
          <PageHeading title={t.title} lead={t.lead} />
          <h2>{t.works}</h2>
          <div class="prose"><ul>{t.worksItems.map((line) => <li key={line}>{line}</li>)}</ul></div>
          <h2>{t.lacks}</h2>
          <div class="prose"><ul>{t.lacksItems.map((line) => <li key={line}>{line}</li>)}</ul></div>
          <p>{t.noLimit}</p>
          <Notice title={t.help}><p>{t.helpText}</p></Notice>
        </>
      ),
    }
  },
})
