import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { Say } from './language.ts'

type SearchFormProps = {
  /** The form asks this address with `?<name>=…`. */
  action: string
  name: string
  label: string
  hint?: string
  value?: string | undefined
  button?: string
  /** Hidden fields that keep a chosen filter. */
  children?: ComponentChildren
}

/** A question to a list: one field and its button in one line. */
export function SearchForm({ action, name, label, hint, value, button, children }: SearchFormProps) {
  return (
    <form class="search" role="search" action={action}>
      {children}
      <div>
        <label for={name}>{label}</label>
        {hint && <p class="hint" id={`${name}-hint`}>{hint}</p>}
        <input id={name} name={name} type="search" value={value} aria-describedby={hint && `${name}-hint`} autocomplete="off" />
      </div>
      <Button icon="search">{button ?? <Say>{(w) => w.search}</Say>}</Button>
    </form>
  )
}
