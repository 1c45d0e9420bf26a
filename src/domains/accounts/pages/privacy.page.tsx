import { Temporal } from 'temporal-polyfill'
import { longDate } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { Card } from '../../../ui/card.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { getNotice } from '../notice-store.ts'
import { noticeWords } from '../words.ts'

/** The privacy notice in layers, for everybody. */
export const privacyPage = page({
  path: '/privasi',
  right: 'public',
  cacheSeconds: 300,
  read: ({ unit }) => getNotice(unit.tx, unit.now),
  view(notice, { lang }) {
    const words = noticeWords(lang)
    return {
      title: words.title, variant: 'public',
      body: (
        <div class="prose stack">
          <PageHeading title={notice.title[lang]} lead={words.version(notice.version, longDate(Temporal.PlainDate.from(notice.validFrom)))} />
          <Card title={words.shortTitle}><ul>{notice.short.map((line) => <li key={line.id}>{line[lang]}</li>)}</ul></Card>
          <h2>{words.fullTitle}</h2>
          {notice.parts.map((part) => (
            <Disclosure key={part.key} summary={part.title[lang]}>{part.text.map((line) => <p key={line.id}>{line[lang]}</p>)}</Disclosure>
          ))}
          <p class="soft">{words.bySound}</p>
        </div>
      ),
    }
  },
})
