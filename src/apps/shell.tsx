import type { Refusal } from '../kernel/result.ts'
import type { Actor } from '../kernel/rights.ts'
import { findActor } from '../domains/accounts/index.ts'
import { type Office, findHomeOffice } from '../domains/office/index.ts'
import type { Language } from '../platform/http/context.ts'
import type { Screen, Shell } from '../platform/http/route.ts'
import type { Tools } from '../platform/tools.ts'
import { toHtml } from '../ui/document.tsx'
import { Layout } from '../ui/layout.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import type { NavItem, Person, Site } from '../ui/site.ts'
import { stylesheet } from '../ui/stylesheet.ts'
import { BackLink } from '../ui/way-back.tsx'
import { shellEn } from './shell.en.ts'
import { shellId } from './shell.id.ts'

const WORDS = { id: shellId, en: shellEn }

function siteOf(office: Office | undefined, tools: Tools, lang: Language): Site {
  const words = WORDS[lang]
  return {
    name: 'DITAKOPUM', office: office?.name ?? '', region: office?.government.replace('Pemerintah ', '') ?? '', stylesheet: stylesheet.path, icon: '/assets/emblem.svg',
    ...(tools.config.demo ? { ribbon: words.demoRibbon } : {}),
    footLinks: words.footLinks.filter((link) => !link.demoOnly || tools.config.demo).map(({ href, text }) => ({ href, text })),
    contact: office ? [`${office.address} ${office.postalCode}`, ...(office.phone ? [office.phone] : []), ...(office.email ? [office.email] : [])] : [],
  }
}

function menuOf(screen: Screen, actor: Actor | undefined, path: string, lang: Language): NavItem[] {
  const words = WORDS[lang]
  const items = screen.variant === 'officer' ? words.officerMenu : words.publicMenu
  const above = items.filter((item) => item.href === path || path.startsWith(`${item.href}/`)).toSorted((a, b) => b.href.length - a.href.length)
  const current = (item: { href: string }) => item.href === above[0]?.href
  if (screen.variant !== 'officer') return words.publicMenu.map((item) => ({ ...item, current: current(item) }))
  const roles = new Set(actor?.roles.map((held) => held.role))
  return words.officerMenu.filter((item) => item.roles.some((role) => roles.has(role)))
    .map(({ href, text, icon }) => ({ href, text, icon, current: current({ href }) }))
}

function personOf(actor: Actor | undefined, lang: Language): Person | undefined {
  if (!actor) return undefined
  const words = WORDS[lang]
  const first = actor.roles[0]?.role
  return {
    name: actor.name, signOut: '/keluar', links: actor.kind === 'officer' ? words.officerLinks : words.citizenLinks,
    ...(actor.kind === 'officer' && first ? { role: words.roles[first] } : {}),
  }
}

/** What the administrator changes of the office shows on every page after this. */
const OFFICE_KEPT_MS = 10_000

/** The frame around every page, the pages for refusals and failures, and who asks. */
export function createShell(tools: Tools): Shell {
  let office: Office | undefined
  let learned: Promise<void> | undefined
  const learnOffice = (): Promise<void> => {
    learned ??= findHomeOffice(tools.db).then((found) => {
      office = found
      setTimeout(() => { learned = undefined }, OFFICE_KEPT_MS).unref()
    }, (error: unknown) => {
      learned = undefined
      throw error
    })
    return learned
  }
  return {
    async identify(cookies, bearer) {
      await learnOffice()
      const token = bearer ?? cookies['sid']
      return token === undefined ? undefined : findActor(tools.db, tools.keys, tools.clock(), token)
    },
    frame(screen, { actor, lang, path, query }) {
      const words = WORDS[lang]
      const search = new URLSearchParams({ ...query, bahasa: lang === 'id' ? 'en' : 'id' })
      return toHtml(
        <Layout
          site={siteOf(office, tools, lang)} lang={lang} title={screen.title} variant={screen.variant} wrong={screen.wrong} narrow={screen.narrow}
          nav={menuOf(screen, actor, path, lang)} person={personOf(actor, lang)} signIn={path === '/masuk' ? undefined : '/masuk'} hero={screen.hero}
          otherLanguage={screen.variant === 'officer' ? undefined : { href: `${path}?${search}`, ...words.otherLanguage }} scripts={screen.scripts}
        >
          {screen.back && <BackLink href={screen.back.href} text={screen.back.text} />}
          {screen.notice && <Notice tone="success">{screen.notice}</Notice>}
          {screen.body}
        </Layout>,
      )
    },
    errorScreen(status, refusal: Refusal | undefined, lang, requestId) {
      const words = WORDS[lang]
      const told = words.errors[status] ?? words.errors[500]
      const reason = refusal && refusal.kind !== 'invalid' ? refusal.message : refusal?.problems[0]?.message
      return {
        title: told?.title ?? '', variant: 'public',
        body: (
          <>
            <PageHeading title={told?.title ?? ''} />
            {reason && <p class="lead">{reason}</p>}
            <p>{told?.todo}</p>
            <p>{words.code(requestId)}</p>
            <p><a href="/">{words.home}</a></p>
          </>
        ),
      }
    },
  }
}
