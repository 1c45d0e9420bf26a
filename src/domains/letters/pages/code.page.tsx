import { page } from '../../../platform/http/page.ts'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { fileOf } from '../letter-store.ts'
import { offlineAssets } from '../offline-assets.ts'
import { CODE_GUESSES, findByTypedCode, publicLetterOf } from '../public-letter.ts'
import { CodeForm, FileForm, LetterCheck } from './check-forms.tsx'
import { PublicFacts, StatusPanel, wordsFor } from './public-letter.tsx'

/** What the QR of a letter opens: how the letter stands, and what to compare. */
export const codePage = page({
  path: '/v/:code',
  right: 'public',
  limit: CODE_GUESSES,
  async read({ unit, params }) {
    const letter = await findByTypedCode(unit.tx, params['code'] ?? '')
    return letter && { shown: await publicLetterOf(unit.tx, letter, unit.now), assets: await offlineAssets() }
  },
  view({ shown, assets }, { lang }) {
    const t = wordsFor(lang)
    const { letter, status } = shown
    return {
      title: t.public.title[status], variant: 'public', scripts: [assets.scriptPath],
      body: (
        <LetterCheck sha256={fileOf(letter)?.sha256} brief>
          <StatusPanel shown={shown} lang={lang} />
          <PublicFacts shown={shown} lang={lang} />
          <p class="soft"><small>{t.public.compare}</small></p>
          <Disclosure summary={t.check.fileTitle}><FileForm lang={lang} problems={[]} code={letter.code} /></Disclosure>
        </LetterCheck>
      ),
    }
  },
  absent({ lang, params }) {
    const t = wordsFor(lang)
    return {
      title: t.public.absentTitle, variant: 'public',
      body: (
        <>
          <PageHeading title={t.public.absentTitle} lead={t.public.absent} />
          <CodeForm lang={lang} problems={[]} text={(params['code'] ?? '').slice(0, 40)} />
          <Notice tone="warning"><p>{t.public.absentMore}</p></Notice>
        </>
      ),
    }
  },
})
