import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

type Look = {
  children: ComponentChildren
  /** One primary button a page; danger for what cannot be undone. */
  look?: 'primary' | 'secondary' | 'danger' | 'link'
  small?: boolean
  icon?: IconName
}

type ButtonProps = Look & {
  /** With `value` it says which of several buttons was pressed. */
  name?: string
  value?: string
  /** Posts to another address than the form's. */
  formAction?: string
  /** Id of the form when the button stands outside it. */
  form?: string
  disabled?: boolean
}

const classes = ({ look = 'primary', small }: Pick<Look, 'look' | 'small'>) =>
  `button${look === 'primary' ? '' : ` button-${look}`}${small ? ' button-small' : ''}`

/** Sends the form it stands in. */
export function Button({ children, look, small, icon, formAction, ...rest }: ButtonProps) {
  return (
    <button class={classes({ ...(look && { look }), ...(small && { small }) })} formaction={formAction} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** Looks like a button, goes to a page, changes nothing. */
export function ButtonLink({ children, look, small, icon, href, download }: Look & { href: string; download?: boolean }) {
  return (
    <a class={classes({ ...(look && { look }), ...(small && { small }) })} href={href} download={download}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}
