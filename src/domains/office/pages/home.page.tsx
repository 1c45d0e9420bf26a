import { page } from '../../../platform/http/page.ts'
import { CardLink } from '../../../ui/card.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { officeId } from '../messages.id.ts'

const t = officeId.home

/** Where the administrator begins. */
export const adminHomePage = page({
  path: '/admin',
  right: 'reference.manage',
  read: async () => ({}),
  view: () => ({
    title: t.title, variant: 'officer',
    body: (
      <>
        <PageHeading title={t.title} lead={t.lead} />
        <div class="grid">
          {t.cards.map(({ href, icon, title, text }) => <CardLink key={href} href={href} icon={icon} title={title}>{text}</CardLink>)}
        </div>
      </>
    ),
  }),
})
