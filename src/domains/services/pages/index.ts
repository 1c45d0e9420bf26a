import type { Route } from '../../../platform/http/route.ts'
import type { Measure } from '../measured.ts'
import { accessibilityPage } from './accessibility.page.tsx'
import { cataloguePage } from './catalogue.page.tsx'
import { charterPage } from './charter.page.tsx'
import { homePage } from './home.page.tsx'
import { paperFormPage } from './paper-form.page.tsx'
import { picturePage } from './picture.page.ts'
import { standardPage } from './standard.page.tsx'

/** @param measure what is told beside the promise of a service */
export const servicePages = (measure: Measure): Route[] =>
  [homePage, cataloguePage(measure), standardPage(measure), paperFormPage, picturePage, charterPage, accessibilityPage]
