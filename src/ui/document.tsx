import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Speaking, wordsOf, type Language } from './language.ts'
import type { Site } from './site.ts'

export type DocumentProps = {
  site: Site
  lang: Language
  /** Title of the page; the service's name is added. */
  title: string
  /** The form came back with errors: the title says so first, for those who listen. */
  wrong?: boolean | undefined
  bodyClass: string
  /** Addresses of scripts that make the page nicer; it works without them. */
  scripts?: string[] | undefined
  children: ComponentChildren
}

/** The frame of HTML around any page. Pages use `Layout`; a page that is only paper may use this. */
export function Document({ site, lang, title, wrong, bodyClass, scripts = [], children }: DocumentProps) {
  const words = wordsOf[lang]
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#073f3a" />
        <title>{`${wrong ? words.errorPrefix : ''}${title} – ${site.name}`}</title>
        <link rel="stylesheet" href={site.stylesheet} />
        {site.icon && <link rel="icon" href={site.icon} type="image/svg+xml" />}
        {scripts.map((src) => <script key={src} src={src} type="module" />)}
      </head>
      <body class={bodyClass}>
        <Speaking value={words}>{children}</Speaking>
      </body>
    </html>
  )
}

/** A whole page as text. Without the doctype browsers would fall back to the rules of 1999. */
export const toHtml = <Props,>(page: VNode<Props>) => `<!doctype html>${renderToString(page)}`
