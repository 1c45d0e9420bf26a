export { type Watched, groundOf, horizonOf, warn } from './escalate.ts'
export { lapseAbout, phonesOf } from './notice-store.ts'
