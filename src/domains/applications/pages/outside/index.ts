import type { Route } from '../../../../platform/http/route.ts'
import { advicePage } from './advice.page.tsx'

/** Pages for other offices, which have no account here. */
export const outsidePages: Route[] = [advicePage]
