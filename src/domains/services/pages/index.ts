import type { Route } from '../../../platform/http/route.ts'
import { accessibilityPage } from './accessibility.page.tsx'
import { cataloguePage } from './catalogue.page.tsx'
import { charterPage } from './charter.page.tsx'
import { homePage } from './home.page.tsx'
import { paperFormPage } from './paper-form.page.tsx'
import { picturePage } from './picture.page.ts'
import { standardPage } from './standard.page.tsx'

export const servicePages: Route[] = [homePage, cataloguePage, standardPage, paperFormPage, picturePage, charterPage, accessibilityPage]
