import type { Language } from '../../../platform/http/context.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { FileField } from '../../../ui/fields/file-field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { t as english } from '../offline/messages.en.ts'
import { t as indonesian } from '../offline/messages.id.ts'

export const checkWords = (lang: Language): typeof indonesian => (lang === 'en' ? english : indonesian)

/** What the script of the page works in. @param worker @param stamps addresses of the service worker and of what reads time stamps; the file that is opened from disk has none */
export function ReportCheck({ lang, worker, stamps }: { lang: Language; worker?: string; stamps?: string }) {
  const t = checkWords(lang)
  return (
    <div id="report-check" class="stack" data-worker={worker} data-stamps={stamps}>
      <PageHeading title={t.title} lead={t.lead} />
      <noscript><Notice tone="warning"><p>{t.noScript}</p></Notice></noscript>
      <Card title={t.choose}>
        <form class="stack" hidden>
          <FileField name="report" label={t.report} hint={t.reportHint} accept="application/json,.json" />
          <FileField name="log" label={t.logFile} hint={t.logHint} accept=".jsonl,.json,.txt,application/json" />
          <FileField name="roots" label={t.roots} hint={t.rootsHint} accept="application/json,.json" />
          <div class="row"><Button icon="shield">{t.button}</Button></div>
        </form>
      </Card>
      <div class="letter-answer" role="status" />
    </div>
  )
}
