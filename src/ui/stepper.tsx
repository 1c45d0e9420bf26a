import { Bar } from './bar.tsx'
import { Say } from './language.ts'

/** Where one is in a row of pages: "Langkah 2 dari 6", and what this part is about. */
export function Stepper({ at, of, part }: { at: number; of: number; part?: string }) {
  return (
    <div class="stepper">
      <p><span><Say>{(w) => w.step(at, of)}</Say></span>{part && <span>{part}</span>}</p>
      <Bar part={at / of} />
    </div>
  )
}
