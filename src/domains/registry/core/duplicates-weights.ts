import type { Levels } from './duplicates-levels.ts'

// Fitted on 24 November 2026 on 40,000 made-up businesses of seed 1 (`scripts/measure-doubles.ts --businesses 40000 --seed 1 --fit`), so that
// the bounds of the rule lie where docs/doubles.md says. To be fitted again on pairs that verifiers decided, once there are enough.

/** Log-odds of the score of two records of which nothing is known. */
export const BASE = 0.88

/** What each step adds to the log-odds. Steps that say nothing add 0. */
export const ALONE: { [Part in keyof Levels]: Record<Levels[Part], number> } = {
  name: {
    'same-rare': 0.78, 'same': 0.03, 'same-common': 0.13, 'within': 0.08, 'within-common': -0.05, 'other-owner': 0.34,
    'partly': -0.23, 'owner-instead': -0.4, 'trade-only': 0, 'different': -0.47,
  },
  owner: {
    'national-id': 0.6, 'slip': 0.7, 'nib': 0.71, 'phone-and-name': 0.68, 'family': 0.63, 'phone': -0.19, 'name': 0.26,
    'short-name': -0.1, 'namesake': -0.43, 'unknown': 0, 'different': -0.56, 'other-person': -0.45, 'other-house': -0.55,
  },
  village: { same: -0.22, neighbour: -0.48, elsewhere: -1.08 },
  address: { 'same': 0.9, 'street': 0.8, 'unknown': 0, 'other-number': -0.7, 'other': -0.49 },
  hamlet: { same: 0.85, unknown: 0, other: -0.61 },
  distance: { spot: 1.13, near: -0.27, unknown: 0, apart: -0.44 },
  activity: { same: 0.58, group: 0.39, unknown: 0, other: -0.52 },
  trade: { 'same-sign': 0.42, 'same': 0.09, 'partly': -0.31, 'unknown': 0, 'other': -0.44, 'other-sign': -0.61 },
}

/** What two steps add when they meet, beside what each adds alone; below a twentieth it is left out. */
export const TOGETHER: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'activity*trade': {
    'group*same-sign': -0.11, 'other*other': -0.51, 'other*other-sign': -0.57, 'other*same-sign': 0.7, 'same*same-sign': -1.44,
    'same*same': -1.27, 'group*other-sign': -0.41, 'same*partly': -0.67, 'group*same': 0.22, 'same*other': 0.31,
    'other*partly': -0.08, 'other*same': 1.1, 'group*partly': -0.59, 'same*other-sign': 0.83,
  },
  'village*hamlet': {
    'same*same': -0.08, 'same*other': -0.87, 'neighbour*other': -0.43, 'neighbour*same': 0.81, 'elsewhere*other': -0.29,
    'elsewhere*same': 0.42,
  },
  'name*trade': {
    'partly*same-sign': -0.07, 'owner-instead*other': -0.24, 'different*other-sign': -0.35, 'same-common*same-sign': 0.6,
    'different*same-sign': 0.37, 'within*same': 0.67, 'same*same-sign': 0.16, 'owner-instead*other-sign': -0.49,
    'different*other': -0.46, 'same*same': 0.57, 'within-common*same-sign': 0.58, 'within*other': -0.24, 'different*same': 0.35,
    'different*partly': -0.45, 'owner-instead*same': -0.05, 'same-common*other': 0.06, 'within-common*partly': -0.43,
    'same*other': 0.05, 'other-owner*partly': 0.2, 'same-common*other-sign': -0.48, 'owner-instead*same-sign': -0.5,
    'same-rare*other': 0.52, 'within*same-sign': 0.31, 'within-common*other-sign': -0.14, 'same-rare*same': 0.59,
    'same*partly': 0.21, 'within-common*other': -0.46, 'within*other-sign': -0.37, 'same-rare*same-sign': -0.85,
    'within*partly': 0.37, 'partly*other-sign': -0.14, 'partly*same': -0.26, 'same-common*partly': 0.07, 'partly*partly': -0.32,
    'same*other-sign': -0.65, 'partly*other': -0.05, 'other-owner*same': 0.32, 'same-rare*partly': 0.17,
    'same-rare*other-sign': 0.2, 'other-owner*same-sign': -0.09,
  },
  'owner*address': {
    'national-id*same': -0.69, 'short-name*other': -0.26, 'national-id*street': -0.64, 'national-id*other': -0.17,
    'different*same': 0.63, 'different*other': -0.49, 'other-house*other': -0.5, 'family*other': 0.42, 'other-person*same': 0.61,
    'other-person*other': -0.49, 'different*street': 0.71, 'family*same': -0.73, 'family*street': -0.68, 'short-name*same': 0.49,
    'namesake*other': -0.46, 'phone*other': -0.47, 'name*same': 0.44, 'other-person*street': 0.41, 'phone-and-name*other': 0.16,
    'nib*street': -0.18, 'short-name*street': 0.55, 'name*street': 0.32, 'nib*same': -0.29, 'name*other': -0.09,
    'phone*street': 0.45, 'nib*other': 0.21, 'slip*same': -0.21, 'phone*same': 0.53, 'national-id*other-number': -0.25,
    'other-house*street': -0.22, 'different*other-number': -0.18, 'other-person*other-number': -0.12,
    'phone*other-number': -0.07, 'namesake*same': 0.25, 'slip*other': 0.43, 'namesake*street': 0.17, 'slip*other-number': -0.05,
  },
  'owner*hamlet': {
    'national-id*same': -0.49, 'different*same': 0.67, 'national-id*other': -2, 'other-house*other': -0.34,
    'family*other': -0.46, 'other-person*other': -0.52, 'phone-and-name*same': -0.37, 'family*same': -0.42,
    'short-name*same': 0.33, 'phone*other': -0.47, 'phone*same': 1.22, 'namesake*other': -0.37, 'name*same': 0.19,
    'other-person*same': 0.29, 'nib*same': -0.23, 'slip*same': -0.15, 'short-name*other': -0.47, 'phone-and-name*other': -0.37,
    'different*other': -0.79, 'name*other': -0.7, 'namesake*same': 0.24, 'nib*other': -0.42, 'other-house*same': -0.2,
    'slip*other': -0.12,
  },
  'village*address': {
    'same*same': -0.48, 'same*other': -0.32, 'same*street': -0.29, 'neighbour*other': -0.54, 'neighbour*same': 1.04,
    'neighbour*street': 0.61, 'elsewhere*other': -1.66, 'same*other-number': -0.41, 'neighbour*other-number': -0.14,
    'elsewhere*street': 0.66, 'elsewhere*same': 0.54, 'elsewhere*other-number': -0.19,
  },
  'name*village': {
    'partly*same': -0.07, 'owner-instead*same': -0.21, 'different*same': -0.45, 'same-common*same': 0.43, 'within*same': 0.45,
    'same*same': 1.37, 'same-common*neighbour': -0.55, 'within-common*same': 0.3, 'same*neighbour': -0.27,
    'other-owner*same': 0.83, 'owner-instead*neighbour': -0.49, 'same-rare*same': 0.86, 'different*neighbour': -0.45,
    'same*elsewhere': -0.32, 'partly*neighbour': -0.23, 'within-common*neighbour': -0.2, 'within*neighbour': -0.25,
    'partly*elsewhere': -0.2, 'same-common*elsewhere': -0.63, 'same-rare*neighbour': 0.21, 'other-owner*neighbour': -0.44,
    'owner-instead*elsewhere': -0.09, 'same-rare*elsewhere': -0.29, 'within*elsewhere': 0.23,
  },
  'name*owner': {
    'partly*national-id': 0.78, 'owner-instead*short-name': -0.08, 'different*national-id': -0.59,
    'same-common*national-id': 0.75, 'different*different': 0.28, 'within*national-id': 0.07, 'same*national-id': 0.55,
    'owner-instead*national-id': 0.52, 'same-common*other-house': -0.44, 'within-common*national-id': 0.85,
    'different*family': -0.35, 'different*other-person': -0.12, 'same*other-person': -0.2, 'same*different': 0.1,
    'owner-instead*family': -0.32, 'same*phone-and-name': 0.49, 'same-common*other-person': -0.12,
    'within-common*other-person': -0.44, 'same*short-name': -0.21, 'different*phone': 0.05, 'same-common*phone': 0.15,
    'owner-instead*namesake': -0.27, 'same-common*different': -0.28, 'different*namesake': -0.35, 'other-owner*phone': 0.18,
    'owner-instead*other-house': -0.29, 'within*namesake': -0.29, 'same*name': 0.06, 'same-rare*national-id': 0.09,
    'owner-instead*other-person': -0.98, 'same-rare*different': 0.06, 'within*nib': 0.36, 'within*short-name': -0.09,
    'owner-instead*phone': -0.38, 'within-common*different': -0.24, 'owner-instead*name': 0.09, 'owner-instead*nib': 0.28,
    'different*name': -0.22, 'same-common*family': 0.6, 'same*slip': 0.07, 'same-common*slip': 0.07,
    'within-common*phone-and-name': 0.54, 'partly*other-house': -0.3, 'same-common*namesake': -0.25, 'same*phone': 0.89,
    'same*other-house': -0.57, 'within*other-person': -0.22, 'within*other-house': -0.47, 'within-common*other-house': -0.4,
    'same*nib': 0.79, 'same-common*nib': 0.13, 'within*phone-and-name': 0.27, 'different*short-name': -0.69,
    'partly*namesake': -0.07, 'different*phone-and-name': -0.35, 'within-common*family': 0.14, 'partly*family': -0.24,
    'owner-instead*phone-and-name': 0.64, 'same-common*name': 0.49, 'within-common*namesake': -0.29, 'within*name': -0.37,
    'partly*other-person': -0.39, 'owner-instead*slip': 0.22, 'within-common*nib': 0.4, 'same*namesake': -0.19,
    'owner-instead*different': -0.52, 'partly*different': -0.58, 'same-common*short-name': 0.48, 'same-rare*nib': -0.21,
    'same-rare*name': 0.27, 'different*other-house': -0.29, 'within*different': 0.23, 'within*phone': 0.42,
    'different*nib': -0.19, 'same*family': 0.7, 'partly*phone': 0.2, 'same-rare*other-person': -0.38, 'other-owner*nib': -0.27,
    'other-owner*family': -0.11, 'within-common*short-name': 0.08, 'same-rare*phone-and-name': 0.42,
    'other-owner*national-id': -0.22, 'other-owner*other-person': 0.57, 'other-owner*phone-and-name': 0.06,
    'within*family': 0.66, 'partly*phone-and-name': 0.15, 'partly*nib': 0.38, 'same-rare*other-house': -0.13,
    'within-common*name': -0.2, 'same-rare*phone': 0.06, 'within-common*slip': 0.09, 'partly*name': 0.36,
    'same-rare*family': 0.22, 'within*slip': 0.33, 'same-rare*short-name': 0.37, 'other-owner*different': 0.25,
  },
  'village*trade': {
    'same*same-sign': 1.06, 'same*other': -0.52, 'same*other-sign': -0.8, 'same*same': 0.92, 'neighbour*same-sign': -0.34,
    'same*partly': 0.19, 'neighbour*same': -0.34, 'neighbour*partly': -0.41, 'neighbour*other': -0.35,
    'neighbour*other-sign': -0.41, 'elsewhere*other': -0.25, 'elsewhere*same': -0.19,
  },
  'owner*village': {
    'national-id*same': 0.91, 'short-name*same': 0.48, 'different*same': -0.09, 'other-house*neighbour': -0.41,
    'other-person*same': -0.37, 'other-person*neighbour': -0.49, 'phone-and-name*same': 0.77, 'national-id*neighbour': 0.3,
    'phone*same': -0.25, 'namesake*same': -0.19, 'short-name*neighbour': -0.51, 'other-house*same': -0.75, 'name*same': 0.46,
    'nib*same': 0.78, 'national-id*elsewhere': -0.72, 'slip*same': 0.63, 'namesake*neighbour': -0.48,
    'phone-and-name*neighbour': 0.16, 'name*neighbour': -0.15, 'different*neighbour': -0.73, 'phone-and-name*elsewhere': -0.25,
    'nib*elsewhere': -0.08, 'family*neighbour': 0.68, 'phone*neighbour': 0.34, 'family*elsewhere': -0.05, 'slip*neighbour': 0.07,
  },
  'owner*trade': {
    'national-id*same-sign': 0.48, 'national-id*other-sign': -1.01, 'different*same-sign': -0.47, 'national-id*same': 0.63,
    'national-id*other': -0.31, 'other-house*same-sign': -0.97, 'other-person*same': -0.44, 'other-person*partly': -0.55,
    'family*same': -0.3, 'phone-and-name*same-sign': 0.38, 'other-person*other': -0.53, 'family*other-sign': -0.24,
    'short-name*same-sign': 0.5, 'phone*other': -0.4, 'phone*same-sign': 0.39, 'other-person*same-sign': -0.53,
    'namesake*other': -0.36, 'different*same': -0.15, 'namesake*other-sign': -0.35, 'phone*partly': 0.2,
    'other-house*other': -0.37, 'other-person*other-sign': -0.46, 'name*same-sign': 0.6, 'different*other': 0.16,
    'nib*same-sign': 0.79, 'national-id*partly': 0.27, 'different*other-sign': -0.37, 'name*same': 0.21, 'name*other': -0.17,
    'family*same-sign': 0.06, 'short-name*other-sign': -0.2, 'slip*same': 0.31, 'slip*other': 0.26, 'phone-and-name*same': 0.5,
    'other-house*other-sign': -0.32, 'other-house*partly': -0.3, 'phone-and-name*other': -0.14, 'namesake*same': -0.26,
    'slip*same-sign': 0.21, 'different*partly': -0.08, 'phone-and-name*other-sign': -0.69, 'nib*same': 0.28,
    'phone*other-sign': -0.43, 'nib*other': 0.2, 'name*other-sign': -0.45, 'namesake*partly': -0.07, 'other-house*same': -0.6,
    'namesake*same-sign': 0.48, 'short-name*same': 0.08, 'name*partly': 0.22, 'phone*same': 0.41, 'family*partly': -0.23,
    'phone-and-name*partly': 0.25, 'nib*partly': 0.66, 'slip*other-sign': -0.25, 'slip*partly': 0.11,
  },
  'owner*activity': {
    'national-id*group': 0.2, 'short-name*other': -0.66, 'national-id*other': -0.33, 'different*same': 0.1,
    'different*other': -0.42, 'national-id*same': 0.31, 'other-house*same': -0.6, 'family*other': 0.08,
    'other-person*same': -0.21, 'family*same': 0.06, 'phone-and-name*group': 0.33, 'other-person*other': -0.54,
    'short-name*same': 0.43, 'phone*other': -0.37, 'phone*group': 0.05, 'namesake*other': -0.42, 'different*group': 0.05,
    'phone*same': 0.64, 'other-house*other': -0.45, 'name*same': 0.7, 'phone-and-name*same': 0.55, 'nib*group': 0.25,
    'short-name*group': 0.42, 'name*group': 0.44, 'nib*same': 0.25, 'name*other': -0.32, 'slip*same': 0.5, 'nib*other': -0.44,
    'phone-and-name*other': -0.43, 'family*group': -0.1, 'slip*group': 0.07, 'other-house*group': -0.52, 'namesake*same': 0.21,
    'namesake*group': -0.12,
  },
  'name*activity': {
    'owner-instead*other': -0.47, 'different*other': -0.36, 'same-common*other': -0.26, 'different*same': -0.2,
    'within*same': 0.97, 'same*other': -0.17, 'same-common*same': 0.78, 'different*group': -0.16, 'within-common*same': 0.3,
    'within*other': 0.07, 'same*same': 0.54, 'owner-instead*same': 0.26, 'same*group': -0.12, 'same-common*group': 0.29,
    'other-owner*same': 0.74, 'same-rare*other': -0.17, 'within*group': 0.3, 'within-common*other': -0.25,
    'same-rare*same': 0.35, 'partly*other': -0.35, 'same-rare*group': 0.13, 'other-owner*other': -0.46,
    'other-owner*group': 0.32,
  },
  'address*distance': {
    'other*apart': -0.45, 'same*spot': -0.7, 'street*spot': -0.92, 'same*apart': 0.87, 'other*near': -0.36, 'other*spot': 0.58,
    'street*apart': 0.29, 'same*near': 0.31, 'street*near': 0.32,
  },
  'village*distance': {
    'same*apart': -0.25, 'neighbour*apart': -0.47, 'same*near': -0.41, 'neighbour*spot': 0.88, 'neighbour*near': 0.24,
    'elsewhere*apart': -0.09, 'elsewhere*spot': 0.34,
  },
  'hamlet*distance': {
    'other*apart': -0.3, 'same*spot': -0.28, 'same*apart': 0.48, 'other*near': -0.15, 'other*spot': -0.07, 'same*near': 0.43,
  },
}
