import { z } from 'zod'
import type { Temporal } from 'temporal-polyfill'
import { type Result, invalid, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import type { UnitAsk } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import type { Tools } from '../../../platform/tools.ts'
import { Card } from '../../../ui/card.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { type FileVerdict, checkFile } from '../check-file.ts'
import { judgeCodeText } from '../judge-code.ts'
import { readCode } from '../core/verification-code.ts'
import { CHECK_PAGE, offlineAssets } from '../offline-assets.ts'
import { t as offlineWords } from '../offline/messages.id.ts'
import { FILE_CHECKS, type PublicLetter, publicLetterOf } from '../public-letter.ts'
import { CodeForm, FileForm, LetterCheck } from './check-forms.tsx'
import { FileAnswer } from './file-answer.tsx'
import { wordsFor } from './public-letter.tsx'

const fields = z.object({ text: z.string().max(1000).optional(), code: z.string().max(20).optional(), file: z.instanceof(File).optional() })

/** What was typed: a code, the whole text of a QR, or an address of ours without the content. */
async function whereTo(tools: Tools, now: Temporal.Instant, typed: string, empty: string, unknown: string): Promise<Result<{ goTo: string }>> {
  const wrong = (message: string) => invalid([{ field: 'text', message }])
  if (typed.trim() === '') return wrong(empty)
  const addressed = /\/v\/([A-Za-z0-9-]+)\/?$/.exec(typed.trim())?.[1]
  const code = readCode(addressed ?? typed)
  if (code !== undefined) return ok({ goTo: `/v/${code}` })
  const judged = await judgeCodeText(tools, typed, wibDate(now))
  // The register knows more than the code: whose facts are genuine goes on to the letter's own page.
  if ('facts' in judged) return ok({ goTo: `/v/${judged.facts.code}` })
  return wrong(judged.verdict === 'not-a-letter-code' ? unknown : offlineWords.verdict[judged.verdict])
}

async function fileScreen(ask: UnitAsk, file: File, code: string | undefined): Promise<Screen> {
  const verdict: FileVerdict = await checkFile(ask.tools, ask.unit.tx, new Uint8Array(await file.arrayBuffer()))
  const shown: PublicLetter | undefined = 'letter' in verdict ? await publicLetterOf(ask.unit.tx, verdict.letter, ask.unit.now) : undefined
  return {
    title: wordsFor(ask.lang).fileVerdict[verdict.kind].title, variant: 'public', back: { href: CHECK_PAGE, text: wordsFor(ask.lang).check.again },
    body: <FileAnswer verdict={verdict} shown={shown} lang={ask.lang} isOther={code !== undefined && code !== '' && shown !== undefined && shown.letter.code !== code} />,
  }
}

/** Anyone checks a letter: by its code, by its QR, or by its file; with script also without network. */
export const checkPage = page({
  path: CHECK_PAGE,
  right: 'public',
  limit: FILE_CHECKS,
  fields,
  read: () => offlineAssets(),
  view(assets, { lang }, { values, problems }) {
    const t = wordsFor(lang).check
    const text = values['text']
    return {
      title: t.title, variant: 'public', wrong: problems.length > 0, scripts: [assets.scriptPath],
      body: (
        <>
          <ErrorSummary problems={problems} />
          <PageHeading title={t.title} lead={t.lead} />
          <LetterCheck>
            <CodeForm lang={lang} problems={problems} text={typeof text === 'string' ? text : undefined} />
            <Card title={t.fileTitle}><FileForm lang={lang} problems={problems} /></Card>
            <p class="soft">{t.offline}</p>
          </LetterCheck>
        </>
      ),
    }
  },
  async send(ask, { text, file, code }) {
    const t = wordsFor(ask.lang).check
    if (file) return ok({ show: await fileScreen(ask, file, code) })
    if (text === undefined) return invalid([{ field: 'file', message: t.fileEmpty }])
    return whereTo(ask.tools, ask.unit.now, text, t.textEmpty, t.textUnknown)
  },
})
