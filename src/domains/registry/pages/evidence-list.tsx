import { StatusTag } from '../../../ui/status-tag.tsx'
import type { DuplicateEvidence } from '../core/duplicates.ts'
import { mergeWords } from '../merge-messages.id.ts'
import { officerWords } from '../screen-messages.id.ts'

const w = officerWords.doubles

/** What one respect says, in words, with the distance where it is known. */
function evidenceText({ part, metres }: DuplicateEvidence, words: Readonly<Record<DuplicateEvidence['part'], string>> = w.parts): string {
  return metres === undefined ? words[part] : `${words[part]} (${w.metres(metres)})`
}

/** The strongest reasons for the suspicion in one line. */
export const mainReasons = (parts: readonly DuplicateEvidence[]): string =>
  parts.filter(({ agreement, adds }) => agreement > 0.5 && adds > 0).toSorted((a, b) => b.adds - a.adds).slice(0, 3).map((one) => evidenceText(one)).join(', ')

/** The score part by part: what speaks for one business, and what against. */
export function EvidenceList({ parts }: { parts: readonly DuplicateEvidence[] }) {
  const t = mergeWords.compare
  return (
    <ul class="plain-list stack-s">
      {parts.filter(({ adds }) => adds !== 0).toSorted((a, b) => b.adds - a.adds).map((evidence) => (
        <li key={evidence.part}>
          <StatusTag tone={evidence.adds > 0 ? 'success' : 'warning'} text={evidence.adds > 0 ? t.supports : t.against} />
          {' '}{evidenceText(evidence, evidence.agreement > 0.5 ? w.parts : t.partsApart)}
        </li>
      ))}
    </ul>
  )
}
