export { type Watched, groundOf, horizonOf, warn } from './escalate.ts'
export { lapseAbout } from './notice-store.ts'
