export { type RuleInForce, rulesOn } from './schedule-store.ts'
