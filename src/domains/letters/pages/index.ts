import type { Route } from '../../../platform/http/route.ts'
import { checkPage } from './check.page.tsx'
import { codePage } from './code.page.tsx'
import { letterPdfPage } from './letter-pdf.page.ts'
import { ownLetterPage } from './own-letter.page.tsx'
import { publishedRoutes } from './published.page.ts'
import { registerLetterPage } from './register-letter.page.tsx'
import { registerPage } from './register.page.tsx'
import { usePage } from './use.page.tsx'

export const letterPages: Route[] = [checkPage, codePage, ...publishedRoutes, ownLetterPage, letterPdfPage, registerPage, registerLetterPage, usePage]
