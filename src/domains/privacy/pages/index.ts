import type { Route } from '../../../platform/http/route.ts'
import { flagPage } from './flag.page.tsx'
import { flagsPage } from './flags.page.tsx'
import { looksPage } from './looks.page.tsx'

export const privacyPages: Route[] = [looksPage, flagsPage, flagPage]
