/** Length of one time step of an authenticator. Source: RFC 6238 */
export const TOTP_STEP_S = 30
/** Clocks of phones differ: the step before and the one after count too. */
const WINDOW = 1

/** The time steps whose code may be given now and was not used yet, the present one first. */
export function stepsToTry(nowMs: number, lastStep: number | undefined): number[] {
  const present = Math.floor(nowMs / 1000 / TOTP_STEP_S)
  const around = [present, ...Array.from({ length: WINDOW }, (_, at) => [present - at - 1, present + at + 1]).flat()]
  return around.filter((step) => step > (lastStep ?? -1))
}
