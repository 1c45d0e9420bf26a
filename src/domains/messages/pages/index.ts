import type { Route } from '../../../platform/http/route.ts'
import { budgetPage } from './budget.page.tsx'
import { helpPreferencesPage, ownPreferencesPage } from './preferences.page.tsx'
import { providersPage } from './providers.page.tsx'
import { slipPage } from './slip.page.tsx'
import { storyPage } from './story.page.tsx'
import { tasksPage } from './tasks.page.tsx'
import { underWayPage } from './under-way.page.tsx'

export const messagesPages: Route[] = [tasksPage, underWayPage, providersPage, budgetPage, slipPage, storyPage, ownPreferencesPage, helpPreferencesPage]
