import { page } from '../../../platform/http/page.ts'
import { CardLink } from '../../../ui/card.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { SearchForm } from '../../../ui/search-form.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { readFaq, readGuidance } from '../content.ts'
import { TONGUES, TOPICS, type Tongue } from '../core/content.ts'
import { listSpoken } from '../spoken-store.ts'
import { portalWords } from '../words.ts'

const STEPS = '/bantuan/langkah'

/** Questions that people ask often. */
export const helpPage = page({
  path: '/bantuan',
  right: 'public',
  cacheSeconds: 15,
  read: () => readFaq(),
  view(faq, { lang }) {
    const { help: t, search } = portalWords(lang)
    return {
      title: t.title, variant: 'public',
      body: (
        <>
          <PageHeading title={t.title} lead={t.lead} />
          <SearchForm action="/cari" name="q" label={search.field} value="" button={search.button} />
          <CardLink href={STEPS} title={t.steps} icon="check">{t.stepsLead}</CardLink>
          {TOPICS.map((topic) => (
            <section key={topic} class="stack prose">
              <h2>{t.topics[topic]}</h2>
              {faq.filter((one) => one.topic === topic).map((one) => (
                <div key={one.key} id={one.key}><h3>{one.question[lang]}</h3><p>{one.answer[lang]}</p></div>
              ))}
            </section>
          ))}
        </>
      ),
    }
  },
})

const isTongue = (text: string | undefined): text is Tongue => TONGUES.some((one) => one === text)

/** Short guidance, step by step, in Indonesian, English or Javanese; read aloud where a voice service is connected. */
export const guidancePage = page({
  path: STEPS,
  right: 'public',
  cacheSeconds: 15,
  async read({ unit, query, lang }) {
    const asked = query['bahasa']
    const tongue: Tongue = isTongue(asked) ? asked : lang
    return { tongue, guidance: await readGuidance(), spoken: await listSpoken(unit.tx, tongue) }
  },
  view({ tongue, guidance, spoken }, { lang }) {
    const t = portalWords(lang).help
    return {
      title: t.stepsTitle, variant: 'public', back: { href: '/bantuan', text: t.title },
      body: (
        <>
          <PageHeading title={t.stepsTitle} lead={t.stepsLead} />
          <Tabs label={t.tongueLabel} items={TONGUES.map((one) => ({ href: `${STEPS}?bahasa=${one}`, text: t.tongues[one], current: one === tongue }))} />
          <div class="stack prose" lang={tongue}>
            {guidance.map((one) => (
              <section key={one.key} id={one.key}>
                <h2>{one.title[tongue]}</h2>
                {spoken.has(one.key) && (
                  <p><audio controls preload="none" src={`/bantuan/suara/${one.key}/${tongue}`}><a href={`/bantuan/suara/${one.key}/${tongue}`}>{t.listen}</a></audio></p>
                )}
                <ol>{one.steps.map((step) => <li key={step.id}>{step[tongue]}</li>)}</ol>
              </section>
            ))}
          </div>
        </>
      ),
    }
  },
})
