import type { Route } from '../../../platform/http/route.ts'
import { failedMessagesPage } from './failed.page.tsx'

export const messagesPages: Route[] = [failedMessagesPage]
