import type { Route } from '../../../../platform/http/route.ts'
import { queuePage } from './queue.page.tsx'

export const officerPages: Route[] = [queuePage]
