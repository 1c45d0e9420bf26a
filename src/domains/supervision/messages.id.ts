import type { Role } from '../../kernel/rights.ts'
import type { BoardView } from '../applications/index.ts'

/** Sentences of supervision, for officers. */
export const supervisionId = {
  roles: {
    counter: 'Loket', verifier: 'Verifikator', 'division-head': 'Kepala bidang', secretary: 'Sekretaris', 'office-head': 'Kepala dinas',
  } as Partial<Record<Role, string>>,
  applicant: 'Pemohon',
  board: {
    title: 'Pengawasan',
    lead: 'Siapa memegang apa, mana yang terlambat, dan siapa yang ditunggu.',
    filter: 'Saringan berkas',
    views: {
      all: 'Semua berkas', late: 'Lewat batas', today: 'Jatuh tempo hari ini', 'returned-twice': 'Dikembalikan dua kali', applicant: 'Menunggu pemohon',
    } satisfies Record<BoardView, string>,
    caption: (view: string, of?: string) => (of === undefined ? view : `${view}, di tangan ${of}`),
    columns: { case: 'Usaha dan pemilik', waits: 'Menunggu', age: 'Umur', due: 'Batas waktu', todo: 'Tindakan' },
    noBusiness: 'Tanpa usaha',
    returnedTimes: (count: number) => `dikembalikan ${count} kali`,
    office: (text: string) => `Dinas: ${text}`,
    ofApplicant: (text: string) => `Pemohon: ${text}`,
    hours: (minutes: number) => (minutes < 60 ? `${minutes} menit kerja` : `${Math.floor(minutes / 60)} jam ${minutes % 60} menit kerja`),
    named: (name: string, role: string) => `${name} (${role})`,
    unnamed: (role: string, people: number) => `${role}, ${people} petugas, belum ada nama`,
    nobody: (role: string) => `${role}: tidak ada petugas`,
    gone: 'Petugas yang sudah tidak aktif',
    empty: { title: 'Tidak ada berkas di sini', todo: 'Pilih saringan lain untuk melihat berkas yang berjalan.' },
    position: (shown: number, total: number) => `${shown} dari ${total} berkas`,
    shown: (shown: number) => `${shown} berkas`,
    everyone: 'Lihat semua pemegang',
    holders: {
      title: 'Siapa memegang apa', caption: 'Pemegang berkas, yang paling banyak terlambat di atas',
      columns: { who: 'Pemegang', open: 'Berkas', late: 'Lewat batas', today: 'Hari ini', todo: 'Tindakan' },
      desk: (role: string) => `${role}, belum ada nama`,
    },
    risks: {
      title: 'Langkah yang bergantung pada satu orang',
      lead: 'Bila orang ini berhalangan, berkas berhenti di langkahnya. Siapkan pengganti atau tunjuk Plh.',
      caption: 'Langkah berisiko',
      columns: { step: 'Langkah', who: 'Petugas', waiting: 'Menunggu' },
      nobody: 'Tidak ada petugas aktif',
      single: (name: string) => `Hanya ${name}`,
      step: (role: string, division: string | undefined) => (division === undefined ? role : `${role}, ${division}`),
      waiting: (count: number) => (count === 0 ? 'tidak ada' : `${count} berkas`),
    },
  },
  handOver: {
    title: 'Serahkan berkas', link: 'Serahkan', all: 'Serahkan semua',
    titleAll: (name: string) => `Serahkan semua berkas ${name}`,
    titleOne: (reference: string) => `Serahkan berkas ${reference}`,
    lead: 'Giliran dan batas waktu tidak berubah. Setiap berkas mencatat penyerahannya.',
    count: (count: number) => `${count} berkas akan berpindah tangan.`,
    most: (most: number) => `Paling banyak ${most} berkas sekali serah. Ulangi untuk sisanya.`,
    to: 'Diserahkan kepada', toHint: 'Petugas aktif yang boleh mengerjakan berkas ini.',
    toNeeded: 'Pilih petugas yang menerima berkas.', choose: 'Lanjut', confirmTitle: 'Periksa sekali lagi',
    confirm: (count: number, to: string) => `${count} berkas diserahkan kepada ${to}.`,
    from: 'Dari', cases: 'Berkas', yes: 'Ya, serahkan', no: 'Batal',
    done: (count: number) => `${count} berkas sudah diserahkan.`,
    nothing: 'Tidak ada berkas yang dapat diserahkan', nothingTodo: 'Petugas ini tidak memegang berkas berjalan dalam jangkauan Anda.',
    nobody: 'Tidak ada petugas lain yang dapat menerima semua berkas ini. Minta admin mengaktifkan petugas di bidangnya.',
    back: 'Kembali ke pengawasan',
  },
}
