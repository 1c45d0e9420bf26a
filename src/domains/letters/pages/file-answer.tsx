import type { Language } from '../../../platform/http/context.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { Tone } from '../../../ui/tone.ts'
import type { FileVerdict } from '../check-file.ts'
import type { PublicLetter } from '../public-letter.ts'
import { PublicFacts, StatusPanel, wordsFor } from './public-letter.tsx'

const TONE: Record<FileVerdict['kind'], Tone> = {
  genuine: 'success', print: 'warning', unregistered: 'warning', altered: 'danger', 'not-whole-file': 'danger', 'unknown-signer': 'danger', 'not-ours': 'danger',
}

type FileAnswerProps = { verdict: FileVerdict; shown: PublicLetter | undefined; lang: Language; isOther: boolean }

/** What was found about a file. A genuine file of a revoked letter is genuine, and worth nothing: the letter's state comes first. */
export function FileAnswer({ verdict, shown, lang, isOther }: FileAnswerProps) {
  const t = wordsFor(lang)
  const { title, lead } = t.fileVerdict[verdict.kind]
  if (verdict.kind === 'genuine' && shown) {
    return (
      <>
        <StatusPanel shown={shown} lang={lang} />
        {isOther && <Notice tone="danger"><p>{t.public.otherLetter}</p></Notice>}
        <Notice tone="success" title={title}><p>{lead}</p></Notice>
        <PublicFacts shown={shown} lang={lang} />
      </>
    )
  }
  return (
    <>
      <Panel tone={TONE[verdict.kind]} title={title}>
        <p>{lead}</p>
        {verdict.signature && <p class="soft">{t.signedBy(verdict.signature.subject)}</p>}
      </Panel>
      <p class="soft">SHA-256 <span class="mono">{verdict.sha256}</span></p>
    </>
  )
}
