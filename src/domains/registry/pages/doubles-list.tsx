import { Card } from '../../../ui/card.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { DuplicateEvidence } from '../core/duplicates.ts'
import type { SuspectedDouble } from '../doubles.ts'
import { choiceLabels } from '../messages.id.ts'
import { officerWords } from '../screen-messages.id.ts'

const w = officerWords.doubles
const points = (part: number) => Math.round(part * 100)

/** What speaks for it; what disagrees or adds nothing is left out. */
const reasonOf = ({ part, metres }: DuplicateEvidence) => (metres === undefined ? w.parts[part] : `${w.parts[part]} (${w.metres(metres)})`)

/** Records that may be the same business, each with the reasons. For officers, on the page of a case or of a business. */
export function DoublesList({ doubles }: { doubles: readonly SuspectedDouble[] }) {
  return (
    <Card title={w.title}>
      {doubles.length === 0 ? <p>{w.none}</p> : <p class="soft">{w.lead}</p>}
      {doubles.map((one) => (
        <div key={one.businessId} class="stack-s">
          <p class="row">
            <a href={`/petugas/usaha/${one.businessId}`}>{one.name}</a>
            <StatusTag tone={one.verdict === 'probable' ? 'danger' : 'warning'} text={w.verdict[one.verdict]} />
          </p>
          <p class="soft">
            {one.ownerName} · {one.village}, {one.district} · {choiceLabels.status[one.status]} · {w.points(points(one.score))}
          </p>
          <ul>
            {one.parts.filter(({ agreement, adds }) => agreement > 0.5 && adds > 0)
              .map((evidence) => <li key={evidence.part}>{reasonOf(evidence)}</li>)}
            {one.sameFamilyCard && <li>{w.familyCard}</li>}
            {one.sameNib && <li>{w.nib}</li>}
          </ul>
        </div>
      ))}
    </Card>
  )
}
