import type { Allowed } from '../../../platform/http/context.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { Warning } from '../core/finding.ts'
import type { ScreenWords } from '../screen-messages.id.ts'
import { cooperativePath, wordsIn } from './wording.ts'

/** What an old page of a draft shows after the cooperative was saved: a way forward instead of an empty form. */
export function AlreadySaved({ cooperativeId, ask }: { cooperativeId: string; ask: Allowed }) {
  const { wizard: w } = wordsIn(ask.lang)
  return (
    <Panel tone="success" title={w.alreadySaved}>
      <ButtonLink href={cooperativePath(ask, cooperativeId)}>{w.toCooperative}</ButtonLink>
    </Panel>
  )
}

/** What may be true but deserves a second look. */
export function WarningList({ warnings, words, saving }: { warnings: readonly Warning[]; words: ScreenWords; saving?: boolean }) {
  if (warnings.length === 0) return null
  return (
    <Notice tone="warning" title={words.wizard.warnings}>
      <ul>{warnings.map(({ field, message }) => <li key={`${field} ${message}`}>{message}</li>)}</ul>
      {saving && <p>{words.wizard.warningsNote}</p>}
    </Notice>
  )
}
