import type { MEMBERSHIP_AREAS } from './choices.ts'

/** Who supervises: the regency when all members live in it, else the province or the ministry. */
export type Supervisor = 'regency' | 'province' | 'ministry'

/**
 * Who supervises a cooperative, by where its members live.
 * @returns undefined while nobody has said where they live
 * Source: Permenkop UKM 9/2020
 */
export function supervisorOf(area: (typeof MEMBERSHIP_AREAS)[number] | undefined): Supervisor | undefined {
  return area === 'nation' ? 'ministry' : area
}
