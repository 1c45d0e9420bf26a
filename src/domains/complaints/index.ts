export { figuresOf } from './figures-store.ts'
export { recomputeTickets } from './recompute.ts'
