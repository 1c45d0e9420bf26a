import { Card } from '../../../ui/card.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import type { DuplicateEvidence } from '../core/duplicates.ts'
import type { SuspectedDouble } from '../doubles.ts'
import { choiceLabels } from '../messages.id.ts'
import { officerWords } from '../screen-messages.id.ts'

const w = officerWords.doubles
const points = (part: number) => Math.round(part * 100)

/** What speaks for it; what disagrees is left out. */
const reasonOf = ({ part, metres }: DuplicateEvidence) => (metres === undefined ? w.parts[part] : `${w.parts[part]} (${w.metres(metres)})`)

type DoublesProps = {
  doubles: readonly SuspectedDouble[]
  /** The record they may be the same as: with a link to decide, for those who may. */
  compareWith?: string
}

/** Records that may be the same business, each with the reasons. For officers, on the page of a case or of a business. */
export function DoublesList({ doubles, compareWith }: DoublesProps) {
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
            {one.parts.filter(({ agreement, adds }) => agreement > 0.5 && adds >= 0)
              .map((evidence) => <li key={evidence.part}>{reasonOf(evidence)}</li>)}
          </ul>
          {compareWith && <p><a href={`/petugas/ganda/${compareWith}/${one.businessId}`}>{w.compare}<span class="visually-hidden"> {one.name}</span></a></p>}
        </div>
      ))}
    </Card>
  )
}
