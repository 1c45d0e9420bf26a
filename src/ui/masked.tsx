import { Say } from './language.ts'

type MaskedProps = {
  /** What is hidden, for those who listen: "NIK". */
  label: string
  /** "3515••••••••0000", or the whole value once it was asked for. */
  value: string
  /** Where the button asks for the whole value; the asking is logged there. Left out when it is already shown or may not be. */
  reveal?: { action: string; fields: Record<string, string> } | undefined
  /** "Dilihat 10.14, tercatat" */
  note?: string | undefined
}

/** A value shown in part; the rest on demand. Not inside another form. */
export function Masked({ label, value, reveal, note }: MaskedProps) {
  return (
    <Say>{(w) => (
      <span class="masked">
        <span class="mono">{value}</span>
        {reveal && (
          <form method="post" action={reveal.action}>
            {Object.entries(reveal.fields).map(([name, content]) => <input key={name} type="hidden" name={name} value={content} />)}
            <button class="button button-link button-small">{w.reveal}<span class="visually-hidden"> {label} ({w.hidden})</span></button>
          </form>
        )}
        {note && <small class="soft">{note}</small>}
      </span>
    )}</Say>
  )
}
