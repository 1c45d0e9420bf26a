import type { ComponentChildren } from 'preact'
import { Layout, type LayoutProps } from './layout.tsx'
import type { NavItem, Person, Site } from './site.ts'
import { stylesheet } from './stylesheet.ts'
import { tabIcon } from './tab-icon.ts'

export const site: Site = {
  name: 'DITAKOPUM',
  office: 'Dinas Koperasi dan Usaha Mikro',
  region: 'Kabupaten Sidoarjo',
  stylesheet: stylesheet.path,
  icon: tabIcon.path,
  ribbon: 'CONTOH – TIDAK SAH. Kantor peragaan dengan orang rekaan.',
  footLinks: [
    { href: '/maklumat', text: 'Maklumat pelayanan' },
    { href: '/pengaduan', text: 'Pengaduan' },
    { href: '/privasi', text: 'Data pribadi Anda' },
    { href: '/aksesibilitas', text: 'Aksesibilitas' },
  ],
  contact: ['Jalan Contoh Nomor 1, Sidoarjo', 'Senin–Kamis 07.30–16.00, Jumat 07.30–14.30 WIB'],
}

const publicNav: NavItem[] = [
  { href: '/layanan', text: 'Layanan' },
  { href: '/lacak', text: 'Lacak berkas' },
  { href: '/verifikasi', text: 'Periksa surat' },
]

const officerNav: NavItem[] = [
  { href: '/petugas', text: 'Antrean', icon: 'inbox', current: true, count: 37 },
  { href: '/petugas/paraf', text: 'Paraf', icon: 'pen', count: 4 },
  { href: '/petugas/surat', text: 'Surat', icon: 'file' },
  { href: '/petugas/usaha', text: 'Data usaha', icon: 'store' },
  { href: '/petugas/pesan', text: 'Pesan', icon: 'bell', count: 0 },
  { href: '/petugas/pengguna', text: 'Pengguna', icon: 'people' },
]

const siti: Person = {
  name: 'Siti Rahayu', signOut: '/keluar',
  links: [{ href: '/permohonan', text: 'Permohonan saya' }, { href: '/akun', text: 'Data saya' }],
}

const rina: Person = {
  name: 'Rina Wulandari Kusumaningtyas Prawirodirdjo', role: 'Verifikator · Bidang Usaha Mikro', signOut: '/keluar',
  links: [{ href: '/akun', text: 'Akun dan faktor kedua' }],
}

type Shown = { title: string; wrong?: boolean; narrow?: boolean; hero?: ComponentChildren; children: ComponentChildren }

const english = { href: '?bahasa=en', text: 'EN', lang: 'en' }
const common: Pick<LayoutProps, 'site' | 'lang'> = { site, lang: 'id' }

export const PublicPage = (shown: Shown) =>
  <Layout {...common} {...shown} variant="public" nav={publicNav} signIn="/masuk" otherLanguage={english} />

export const ApplicantPage = (shown: Shown) => <Layout {...common} {...shown} variant="applicant" person={siti} />

export const OfficerPage = (shown: Shown) => <Layout {...common} {...shown} variant="officer" nav={officerNav} person={rina} />
