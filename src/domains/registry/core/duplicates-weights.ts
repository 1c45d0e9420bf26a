import type { Levels } from './duplicates-levels.ts'

// Fitted on 24 November 2026 on 40,000 made-up businesses of seed 1
// (`node --import ./scripts/loader.mjs scripts/measure-doubles.ts --businesses 40000 --seed 1 --fit`), so that the bounds of the rule lie
// where docs/doubles.md says. To be fitted again on pairs that verifiers decided, once there are enough.

/** Log-odds of the score of two records of which nothing is known. */
export const BASE = 0.7

/** What each step adds to the log-odds. Steps that say nothing add 0. */
export const ALONE: { [Part in keyof Levels]: Record<Levels[Part], number> } = {
  name: {
    'same-rare': 0.55, 'same': 0.07, 'same-common': 0.07, 'within': 0.03, 'within-common': -0.1, 'other-owner': 0.29,
    'partly': -0.35, 'owner-instead': -0.38, 'trade-only': 0, 'different': -0.56,
  },
  owner: {
    'national-id': 0.01, 'slip': 0.36, 'nib': 0.37, 'phone-and-name': 0.3, 'family': 0.68, 'phone': 0.66, 'name': 1.79,
    'short-name': 1.2, 'namesake': -0.27, 'unknown': 0, 'different': -0.2, 'other-person': -0.76, 'other-house': -0.98,
  },
  village: { same: -0.13, neighbour: -0.61, elsewhere: -0.8 },
  address: { 'same': 0.81, 'street': 0.47, 'unknown': 0, 'other-number': -0.36, 'other': -0.43 },
  hamlet: { same: 0.73, unknown: 0, other: -0.46 },
  distance: { spot: 0.65, near: 0.05, unknown: 0, apart: -0.25 },
  activity: { same: 0.62, group: 0.4, unknown: 0, other: -0.46 },
  trade: { 'same-sign': 0.64, 'same': 0.49, 'partly': -0.24, 'unknown': 0, 'other': -0.5, 'other-sign': -0.68 },
}

/** What two steps add when they meet, beside what each adds alone; below a twentieth it is left out. */
export const TOGETHER: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'whose*name': {
    'other-owner*owner-instead': -0.46, 'same-owner*different': -0.41, 'same-owner*same-common': 0.87, 'same-owner*within': 0.31,
    'same-owner*owner-instead': 0.83, 'same-owner*within-common': 0.83, 'other-owner*same-common': -0.1,
    'other-owner*within-common': -0.28, 'other-owner*different': -0.53, 'other-owner*same': -0.05, 'same-owner*same': 0.66,
    'same-owner*partly': 0.78, 'same-owner*same-rare': 0.56, 'other-owner*within': -0.05, 'other-owner*partly': -0.45,
    'other-owner*other-owner': 0.26,
  },
  'whose*village': {
    'other-owner*same': -0.2, 'same-owner*same': 0.92, 'other-owner*neighbour': -0.61, 'same-owner*neighbour': 0.4,
    'same-owner*elsewhere': -0.78,
  },
  'whose*address': {
    'other-owner*other': -0.42, 'same-owner*street': -0.15, 'same-owner*other': -0.4, 'other-owner*same': 0.87,
    'other-owner*street': 0.61, 'same-owner*other-number': -0.07, 'other-owner*other-number': -0.3,
  },
  'whose*hamlet': { 'other-owner*other': -0.41, 'same-owner*same': 0.2, 'same-owner*other': -1.56, 'other-owner*same': 0.51 },
  'whose*activity': {
    'other-owner*other': -0.47, 'same-owner*same': 0.63, 'same-owner*group': 0.44, 'other-owner*same': 0.21,
    'other-owner*group': 0.2,
  },
  'whose*trade': {
    'other-owner*other': -0.48, 'same-owner*other-sign': -1.46, 'same-owner*same-sign': 0.64, 'same-owner*same': 0.51,
    'same-owner*other': -0.57, 'other-owner*same-sign': 0.19, 'other-owner*same': 0.18, 'other-owner*other-sign': -0.59,
    'other-owner*partly': -0.27, 'same-owner*partly': 0.15,
  },
  'village*hamlet': {
    'same*other': -0.6, 'same*same': -0.31, 'neighbour*same': 0.4, 'neighbour*other': -0.36, 'elsewhere*other': -0.14,
    'elsewhere*same': 0.94,
  },
  'village*address': {
    'same*other': -0.18, 'same*street': -0.34, 'same*same': -0.68, 'neighbour*same': 0.95, 'neighbour*street': 0.43,
    'neighbour*other': -0.54, 'elsewhere*other': -1.15, 'same*other-number': -0.2, 'neighbour*other-number': -0.17,
    'elsewhere*same': 0.71, 'elsewhere*street': 0.53,
  },
  'address*hamlet': {
    'other*other': -0.4, 'street*same': -0.7, 'same*same': -0.96, 'street*other': -0.58, 'other*same': 0.45,
    'other-number*other': -0.07,
  },
  'name*trade': {
    'owner-instead*other': -0.41, 'different*other-sign': -0.39, 'same-common*same-sign': 0.63, 'within*same': 0.5,
    'same-common*same': 0.58, 'within-common*same-sign': 0.49, 'different*same-sign': 0.21, 'owner-instead*other-sign': -0.5,
    'within*same-sign': 0.22, 'different*other': -0.42, 'same*same': 0.54, 'same*same-sign': 0.16, 'partly*other': -0.12,
    'same-common*other': -0.1, 'within-common*partly': -0.14, 'same-rare*same': 0.36, 'same-common*other-sign': -0.55,
    'owner-instead*same-sign': -0.34, 'partly*same': -0.3, 'different*same': 0.38, 'different*partly': -0.41,
    'owner-instead*partly': 0.2, 'within-common*other-sign': -0.21, 'partly*same-sign': -0.28, 'within-common*same': 0.11,
    'same-rare*other': 0.25, 'same*partly': 0.15, 'within-common*other': -0.52, 'within*other-sign': -0.13,
    'other-owner*same': 0.27, 'within*partly': 0.18, 'partly*partly': -0.31, 'same-rare*same-sign': -0.98,
    'same*other-sign': -0.59, 'other-owner*other': 0.07, 'partly*other-sign': -0.14, 'other-owner*partly': 0.17,
    'same-rare*other-sign': 0.26,
  },
  'name*village': {
    'owner-instead*same': -0.28, 'different*same': -0.4, 'same-common*same': 0.38, 'within*same': 0.46,
    'within-common*same': 0.3, 'same-common*neighbour': -0.59, 'owner-instead*neighbour': -0.44, 'within*neighbour': -0.25,
    'within-common*neighbour': -0.43, 'same*neighbour': -0.14, 'same*same': 0.92, 'other-owner*same': 0.51,
    'same-rare*same': 0.73, 'different*neighbour': -0.6, 'same*elsewhere': -0.4, 'partly*neighbour': -0.46,
    'same-common*elsewhere': -0.69, 'within*elsewhere': -0.17, 'owner-instead*elsewhere': 0.27, 'same-rare*elsewhere': -0.16,
    'within-common*elsewhere': 0.57, 'other-owner*neighbour': -0.06, 'other-owner*elsewhere': -0.15,
  },
  'activity*trade': {
    'other*other': -0.28, 'other*other-sign': -0.54, 'same*same-sign': -1.05, 'group*same': -0.51, 'group*same-sign': -0.46,
    'other*same-sign': 0.7, 'same*same': -0.95, 'same*other': 0.63, 'other*same': 0.5, 'same*partly': -0.39,
    'group*partly': -0.41, 'other*partly': -0.05, 'same*other-sign': -0.3,
  },
  'whose*distance': {
    'same-owner*spot': 0.17, 'same-owner*apart': -0.2, 'other-owner*apart': -0.23, 'same-owner*near': 0.11,
    'other-owner*spot': 0.51,
  },
  'village*distance': {
    'same*spot': -0.09, 'same*apart': -0.11, 'neighbour*apart': -0.28, 'same*near': -0.28, 'elsewhere*apart': -0.11,
    'elsewhere*spot': 0.09, 'neighbour*spot': 0.69, 'neighbour*near': 0.58,
  },
  'address*distance': {
    'other*spot': 0.52, 'street*spot': -0.27, 'other*apart': -0.26, 'same*spot': -0.43, 'same*apart': 0.69, 'street*apart': 0.32,
    'same*near': 0.49, 'street*near': 0.17,
  },
  'hamlet*distance': {
    'same*spot': -0.48, 'other*apart': -0.25, 'same*apart': 0.38, 'other*near': -0.13, 'same*near': 0.41, 'other*spot': -0.11,
  },
}
