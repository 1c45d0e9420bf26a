import type { Context } from 'hono'
import type { ComponentChild } from 'preact'
import type { Refusal } from '../../kernel/result.ts'
import type { Ask, Language } from './context.ts'

/** How a page stands on the screen: who it is for. */
export type Variant = 'public' | 'applicant' | 'officer'

/** What a view gives back; the frame (header, menus, footer) is put around it in one place. */
export type Screen = {
  title: string
  variant: Variant
  body: ComponentChild
  /** A page of a single question stands narrow on a wide screen too. */
  narrow?: boolean
  /** Full width above the body. */
  hero?: ComponentChild
  /** The form came back with problems: the title says so first. */
  wrong?: boolean
  /** Extra scripts of the site itself, by address; pages work without them. */
  scripts?: string[]
  /** Sentences above the page that answer the last act. */
  notice?: string
  back?: { href: string; text: string }
  /** The page asks for itself anew after so many seconds: for work that goes on. */
  refreshSeconds?: number
}

export type Shell = {
  frame: (screen: Screen, ask: Pick<Ask, 'actor' | 'lang' | 'path' | 'tools' | 'query'>) => string
  /** The page for a refusal that is not about fields, or for a failure (`refusal` absent). */
  errorScreen: (status: number, refusal: Refusal | undefined, lang: Language, requestId: string) => Screen
  identify: (cookies: Record<string, string>, bearer: string | undefined) => Promise<Ask['actor']>
}

/** One address of the program, as the web app mounts it. */
export type Route = {
  path: string
  methods: ('GET' | 'POST')[]
  /** For the table of rights in tests. */
  right: string
  /** What nobody in particular sees may be kept this long and given to others. */
  cacheSeconds?: number
  /** It takes its body in piece by piece and keeps its own limit; all others are held to the common one. */
  takesLargeBody?: true
  handle: (c: Context, ask: Ask, shell: Shell) => Promise<Response>
}
