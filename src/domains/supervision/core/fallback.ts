/**
 * Working days after which silence counts as consent, when no law sets another limit for the decision. The clock is the service clock's with
 * this limit: it starts when the file is complete and stands still while the applicant has it, which is this product's reading.
 * Source: UU 30/2014 Pasal 53 as amended by UU 6/2023; services.md 3 (not verified there)
 */
export const FALLBACK_WORKING_DAYS = 5
