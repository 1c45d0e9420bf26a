import type { Route } from '../../../platform/http/route.ts'
import { contactPage } from './contact.page.tsx'
import { newsDeskPage } from './desk.page.tsx'
import { guidancePage, helpPage } from './help.page.tsx'
import { newsListPage, newsPage } from './news.page.tsx'
import { searchPage } from './search.page.tsx'
import { spokenPage } from './spoken.page.ts'

export const portalPages: Route[] = [searchPage, helpPage, guidancePage, spokenPage, newsListPage, newsPage, contactPage, newsDeskPage]
