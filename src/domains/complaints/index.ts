export { recomputeTickets } from './recompute.ts'
