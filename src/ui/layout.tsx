import type { ComponentChildren } from 'preact'
import { Document, type DocumentProps } from './document.tsx'
import { Emblem } from './emblem.tsx'
import { Icon } from './icon.tsx'
import { Say } from './language.ts'
import { PersonMenu } from './person-menu.tsx'
import type { Link, NavItem, Person, Site } from './site.ts'

export type LayoutProps = Omit<DocumentProps, 'bodyClass'> & {
  /** `public` wide with a menu · `applicant` one question, nothing to distract · `officer` dense, menu at the side. */
  variant: 'public' | 'applicant' | 'officer'
  nav?: NavItem[] | undefined
  /** Who is signed in; without a person the head offers `signIn`. */
  person?: Person | undefined
  /** Where to sign in; left out where nobody needs to. */
  signIn?: string | undefined
  /** The same page in the other language. */
  otherLanguage?: (Link & { lang: string }) | undefined
  /** A reading column instead of the full width: for tracking, checking a letter, long texts. */
  narrow?: boolean | undefined
  /** Full width at the top of main: `Hero`. */
  hero?: ComponentChildren
}

/** Every page that people see. Order of the page: skip link, head, menu, main (`#main`), foot. */
export function Layout({ variant, nav = [], person, signIn, otherLanguage, hero, narrow, children, ...document }: LayoutProps) {
  const { site } = document
  const main = <main id="main" tabindex={-1}>{hero}<div class="wrap content">{children}</div></main>
  return (
    <Document {...document} bodyClass={narrow ? `${variant} narrow` : variant}>
      <a class="skip" href="#main"><Say>{(w) => w.skip}</Say></a>
      {site.ribbon && <p class="ribbon">{site.ribbon}</p>}
      <header class="top">
        <div class="wrap">
          <Mark site={site} />
          {variant === 'public' && <Nav items={nav} />}
          <div class="top-side">
            {otherLanguage && <a href={otherLanguage.href} lang={otherLanguage.lang} hreflang={otherLanguage.lang}>{otherLanguage.text}</a>}
            {person ? <PersonMenu person={person} /> : signIn && <a href={signIn}><Icon name="person" /><Say>{(w) => w.signIn}</Say></a>}
          </div>
        </div>
      </header>
      {variant === 'officer' ? (
        <div class="frame">
          <Nav items={nav} side />
          {main}
        </div>
      ) : main}
      <Foot site={site} />
    </Document>
  )
}

function Mark({ site }: { site: Site }) {
  return (
    <a class="mark" href="/">
      {site.logo ? <img src={site.logo} alt="" width="40" height="40" /> : <Emblem />}
      <span>
        <b>{site.name}</b>
        <small>{site.office} {site.region}</small>
      </span>
    </a>
  )
}

function Nav({ items, side = false }: { items: NavItem[]; side?: boolean }) {
  if (items.length === 0) return null
  return (
    <Say>{(w) => (
      <nav class={side ? 'side' : undefined} aria-label={w.mainMenu}>
        <ul>
          {items.map((item) => (
            <li key={item.href}>
              <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                {item.icon && <Icon name={item.icon} />}
                {item.text}
                {item.count !== undefined && <span class="count">{item.count}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    )}</Say>
  )
}

function Foot({ site }: { site: Site }) {
  return (
    <footer class="foot">
      <div class="wrap">
        <div>
          <p><b>{site.office} {site.region}</b></p>
          {site.contact.map((line) => <p key={line}>{line}</p>)}
        </div>
        <Say>{(w) => (
          <nav aria-label={w.footMenu}>
            <ul>{site.footLinks.map((link) => <li key={link.href}><a href={link.href}>{link.text}</a></li>)}</ul>
          </nav>
        )}</Say>
      </div>
    </footer>
  )
}
