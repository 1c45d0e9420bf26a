/** How strongly an area is filled: 0 for none, up to 4. */
export type Shade = 0 | 1 | 2 | 3 | 4

export type MapArea = {
  key: string
  /** SVG path on a sheet of `width` × `height`. */
  path: string
  shade: Shade
  /** The area with its number: what is read out, and shown under the pointer. */
  text: string
  href?: string | undefined
}

type AreaMapProps = {
  /** What the map shows, for those who listen. */
  label: string
  width: number
  height: number
  areas: readonly MapArea[]
  /** Paths of larger areas, drawn over them as lines. */
  borders?: readonly string[]
  /** What each shade stands for. */
  legend: readonly { shade: Shade; text: string }[]
  /** Where the outlines come from. */
  note?: string
}

function Area({ path, shade, text, href }: Omit<MapArea, 'key'>) {
  const drawn = <path d={path} class={`shade-${shade}`}><title>{text}</title></path>
  return href ? <a href={href} aria-label={text}>{drawn}</a> : drawn
}

/** Areas shaded by a number, drawn on the server. It never stands alone: the same numbers are in a table beside it. */
export function AreaMap({ label, width, height, areas, borders, legend, note }: AreaMapProps) {
  return (
    <figure class="area-map">
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
        {areas.map(({ key, ...area }) => <Area key={key} {...area} />)}
        {borders?.map((path) => <path key={path} class="area-border" d={path} />)}
      </svg>
      <figcaption>
        <ul>
          {legend.map(({ shade, text }) => (
            <li key={shade}><svg viewBox="0 0 16 16" aria-hidden="true"><rect class={`shade-${shade}`} width="16" height="16" /></svg>{text}</li>
          ))}
        </ul>
        {note && <p class="soft">{note}</p>}
      </figcaption>
    </figure>
  )
}
