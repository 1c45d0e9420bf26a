import type { ApiOperation } from '../platform/http/operation.ts'
import type { Route } from '../platform/http/route.ts'

/** Every screen of the program. A domain with screens is one line here. */
export const routes: Route[] = []

/** Every operation of the API. */
export const operations: ApiOperation[] = []
