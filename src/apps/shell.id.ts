import type { Role } from '../kernel/rights.ts'
import type { IconName } from '../ui/icon.tsx'

type MenuItem = { href: string; text: string }
type OfficerItem = MenuItem & { icon: IconName; roles: readonly Role[] }

const CHAIN = ['counter', 'verifier', 'division-head', 'secretary', 'office-head'] as const

/** What stands around every page: menus, foot, error pages. */
export const shellId = {
  demoRibbon: 'Contoh untuk mencoba. Semua orang di sini rekaan, surat tidak sah.',
  publicMenu: [
    { href: '/layanan', text: 'Layanan', icon: 'file' as IconName },
    { href: '/lacak', text: 'Lacak berkas', icon: 'search' as IconName },
    { href: '/verifikasi', text: 'Periksa surat', icon: 'shield' as IconName },
  ],
  officerMenu: [
    { href: '/petugas', text: 'Antrean', icon: 'inbox', roles: CHAIN },
    { href: '/petugas/tugas', text: 'Tugas lapangan', icon: 'inbox', roles: ['village-officer', 'mentor', 'inspector'] },
    { href: '/petugas/pengawasan', text: 'Pengawasan', icon: 'clock', roles: ['verifier', 'division-head', 'secretary', 'office-head'] },
    { href: '/petugas/tanda-tangan', text: 'Tanda tangan', icon: 'pen', roles: ['office-head'] },
    { href: '/petugas/program', text: 'Program', icon: 'people', roles: [...CHAIN, 'mentor', 'inspector'] },
    { href: '/petugas/bantu', text: 'Bantu warga', icon: 'people', roles: ['counter', 'village-officer'] },
    { href: '/petugas/usaha', text: 'Data usaha', icon: 'store', roles: [...CHAIN, 'village-officer', 'data-steward'] },
    { href: '/petugas/ganda', text: 'Ganda', icon: 'people', roles: ['data-steward'] },
    { href: '/petugas/usulan', text: 'Usulan', icon: 'inbox', roles: ['data-steward'] },
    { href: '/petugas/koperasi', text: 'Data koperasi', icon: 'people', roles: [...CHAIN, 'village-officer', 'inspector', 'data-steward'] },
    { href: '/petugas/impor', text: 'Impor', icon: 'file', roles: ['data-steward'] },
    { href: '/petugas/ekspor', text: 'Unduh data', icon: 'download', roles: ['secretary', 'office-head', 'data-steward'] },
    { href: '/petugas/dasbor', text: 'Dasbor', icon: 'chart', roles: [...CHAIN, 'inspector', 'data-steward'] },
    { href: '/petugas/pengaduan', text: 'Pengaduan', icon: 'alert', roles: [...CHAIN, 'inspector'] },
    { href: '/petugas/pengaduan/baru', text: 'Catat laporan', icon: 'pen', roles: ['village-officer'] },
    { href: '/petugas/keberatan', text: 'Keberatan', icon: 'alert', roles: CHAIN },
    { href: '/petugas/laporan', text: 'Laporan', icon: 'chart', roles: [...CHAIN, 'data-steward'] },
    { href: '/petugas/kinerja', text: 'Kinerja', icon: 'clock', roles: CHAIN },
    { href: '/petugas/berita', text: 'Berita', icon: 'bell', roles: ['division-head', 'secretary', 'office-head', 'data-steward'] },
    { href: '/petugas/pengisian', text: 'Pengisian', icon: 'pen', roles: ['division-head', 'secretary', 'office-head'] },
    { href: '/petugas/skm', text: 'Kepuasan', icon: 'people', roles: [...CHAIN, 'data-steward'] },
    { href: '/petugas/surat', text: 'Surat', icon: 'archive', roles: CHAIN },
    { href: '/petugas/arsip', text: 'Arsip', icon: 'archive', roles: ['secretary', 'office-head'] },
    { href: '/petugas/layanan', text: 'Layanan', icon: 'file', roles: ['division-head', 'secretary', 'office-head'] },
    { href: '/petugas/ganti-nomor', text: 'Ganti nomor', icon: 'phone', roles: ['counter', 'secretary'] },
    { href: '/petugas/data-pribadi', text: 'Data pribadi', icon: 'shield', roles: ['secretary', 'office-head'] },
    { href: '/petugas/data-pribadi/baru', text: 'Minta data', icon: 'shield', roles: ['counter'] },
    { href: '/petugas/pesan', text: 'Pesan', icon: 'bell', roles: ['counter', 'village-officer', 'secretary'] },
    { href: '/admin', text: 'Pengaturan', icon: 'lock', roles: ['admin'] },
  ] as OfficerItem[],
  officerLinks: [{ href: '/akun', text: 'Akun saya' }],
  citizenLinks: [{ href: '/permohonan', text: 'Permohonan saya' }, { href: '/usaha', text: 'Usaha saya' }, { href: '/koperasi', text: 'Koperasi saya' }, { href: '/pengaduan/saya', text: 'Laporan saya' }, { href: '/akun', text: 'Data saya' }],
  footLinks: [
    { href: '/program', text: 'Program', demoOnly: false },
    { href: '/bantuan', text: 'Bantuan', demoOnly: false },
    { href: '/kontak', text: 'Alamat dan jam buka', demoOnly: false },
    { href: '/berita', text: 'Berita', demoOnly: false },
    { href: '/maklumat', text: 'Maklumat pelayanan', demoOnly: false },
    { href: '/pengaduan', text: 'Pengaduan dan saran', demoOnly: false },
    { href: '/konsultasi', text: 'Konsultasi', demoOnly: false },
    { href: '/panduan', text: 'Panduan', demoOnly: false },
    { href: '/kinerja', text: 'Kinerja pelayanan', demoOnly: false },
    { href: '/skm/hasil', text: 'Survei kepuasan', demoOnly: false },
    { href: '/data', text: 'Data terbuka', demoOnly: false },
    { href: '/laporan', text: 'Laporan kinerja', demoOnly: false },
    { href: '/periksa-laporan', text: 'Periksa laporan', demoOnly: false },
    { href: '/privasi', text: 'Privasi', demoOnly: false },
    { href: '/aksesibilitas', text: 'Aksesibilitas', demoOnly: false },
    { href: '/pesan-demo', text: 'Pesan contoh', demoOnly: true },
  ],
  otherLanguage: { text: 'English', lang: 'en' },
  roles: {
    'business-owner': 'Pemilik usaha', 'cooperative-secretary': 'Sekretaris koperasi', counter: 'Loket', 'village-officer': 'Petugas desa',
    verifier: 'Verifikator', 'division-head': 'Kepala bidang', secretary: 'Sekretaris', 'office-head': 'Kepala dinas', enumerator: 'Enumerator',
    coordinator: 'Koordinator', mentor: 'Pendamping', inspector: 'Pengawas koperasi', 'data-steward': 'Petugas data', admin: 'Admin sistem',
  } as Record<Role, string>,
  errors: {
    403: { title: 'Anda tidak dapat membuka halaman ini', todo: 'Periksa apakah Anda masuk dengan akun yang benar. Loket kami siap membantu pada jam kerja.' },
    404: { title: 'Halaman tidak ditemukan', todo: 'Periksa alamatnya, atau mulai dari beranda. Bila Anda mengikuti tautan dari pesan kami, beri tahu loket.' },
    409: { title: 'Berkas ini sudah diproses', todo: 'Orang lain lebih dahulu memprosesnya. Buka kembali berkas untuk melihat keadaan terbaru; tidak ada yang hilang.' },
    422: { title: 'Kiriman belum dapat diterima', todo: 'Kembali ke halaman sebelumnya dan kirim ulang.' },
    429: { title: 'Terlalu banyak percobaan', todo: 'Ada terlalu banyak percobaan dari jaringan Anda. Tunggu beberapa menit, lalu coba lagi.' },
    500: { title: 'Maaf, sistem sedang terganggu', todo: 'Coba lagi beberapa menit lagi. Isian yang sudah tersimpan tidak hilang.' },
  } as Record<number, { title: string; todo: string }>,
  code: (requestId: string) => `Bila menghubungi petugas, sebutkan kode ${requestId}.`,
  home: 'Ke beranda',
}

export type ShellWords = typeof shellId
