import type { IconName } from './icon.tsx'

export type Link = { href: string; text: string }

/** What every page of one office shows; comes from the office's own data. */
export type Site = {
  /** Name of the service, as in the head and in every title. */
  name: string
  /** Whose service it is: "Dinas Koperasi dan Usaha Mikro". */
  office: string
  /** "Kabupaten Sidoarjo" */
  region: string
  /** Address of the stylesheet: `stylesheet.path`. */
  stylesheet: string
  /** Address of the office's own logo (square, at least 80 px); without it the product's emblem stands. */
  logo?: string | undefined
  /** Address of the small picture on the browser's tab. */
  icon?: string | undefined
  /** A band over everything, such as the demo's warning. */
  ribbon?: string | undefined
  /** Maklumat, accessibility, privacy, complaints. */
  footLinks: Link[]
  /** Address, hours and phone, one line each. */
  contact: string[]
}

export type NavItem = Link & { icon?: IconName; current?: boolean | undefined; count?: number | undefined }

export type Person = {
  name: string
  /** "Verifikator · Bidang Usaha Mikro"; absent for a citizen. */
  role?: string | undefined
  links: Link[]
  /** Where the sign-out button posts to. */
  signOut: string
}
