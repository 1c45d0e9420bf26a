import { wibDate } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { CardLink } from '../../../ui/card.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { findHomeOffice } from '../../office/index.ts'
import { dateText } from '../../services/index.ts'
import { findNews, listNews } from '../news-store.ts'
import { portalWords } from '../words.ts'

const ROOT = '/berita'
const SHOWN = 50

/** All news, the newest first. */
export const newsListPage = page({
  path: ROOT,
  right: 'public',
  cacheSeconds: 15,
  async read({ unit }) {
    const office = await findHomeOffice(unit.tx)
    return office ? listNews(unit.tx, office.id, { today: wibDate(unit.now).toString(), limit: SHOWN }) : []
  },
  view(news, { lang }) {
    const t = portalWords(lang).news
    return {
      title: t.title, variant: 'public',
      body: (
        <>
          <PageHeading title={t.title} lead={t.lead} />
          {news.length === 0 && <EmptyState title={t.none}><p>{t.noneMore}</p></EmptyState>}
          <div class="stack">
            {news.map((one) => <CardLink key={one.id} href={`${ROOT}/${one.id}`} title={one.title[lang]} foot={dateText(one.publishedOn, lang)}>{one.body[lang].slice(0, 160)}</CardLink>)}
          </div>
        </>
      ),
    }
  },
})

/** One piece of news. */
export const newsPage = page({
  path: `${ROOT}/:id`,
  right: 'public',
  cacheSeconds: 15,
  read: ({ unit, params }) => findNews(unit.tx, params['id'] ?? '', wibDate(unit.now).toString()),
  view(news, { lang }) {
    const t = portalWords(lang).news
    const isForeign = lang === 'en' && !news.isTranslated
    return {
      title: news.title[lang], variant: 'public', back: { href: ROOT, text: t.all },
      body: (
        <article class="stack prose">
          <PageHeading title={news.title[lang]} over={dateText(news.publishedOn, lang)} />
          {isForeign && <p class="soft">{t.untranslated}</p>}
          <div class="stack" lang={isForeign ? 'id' : undefined}>{news.body[lang].split(/\n\s*\n/).map((paragraph) => <p key={paragraph}>{paragraph}</p>)}</div>
        </article>
      ),
    }
  },
})
