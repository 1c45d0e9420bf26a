import { Icon } from './icon.tsx'

/** What narrows a list, each with the way to take it off. `remove` is read out before the text: "Hapus". */
export function Chips({ label, remove, items }: { label: string; remove: string; items: readonly { text: string; href: string }[] }) {
  if (items.length === 0) return null
  return (
    <ul class="chips" aria-label={label}>
      {items.map(({ text, href }) => (
        <li key={text}><a href={href}><span class="visually-hidden">{remove} </span>{text}<Icon name="close" /></a></li>
      ))}
    </ul>
  )
}
