import type { ApiOperation } from '../../platform/http/operation.ts'
import { breachOperations } from './breach-api.ts'
import { looksOperations } from './looks-api.ts'
import { requestOperations } from './requests-api.ts'

export const privacyOperations: ApiOperation[] = [...looksOperations, ...requestOperations, ...breachOperations]
