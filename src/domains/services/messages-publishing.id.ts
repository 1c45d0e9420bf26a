import { dateText } from './date-text.ts'

const PARTS: Record<string, string> = {
  name: 'Nama', summary: 'Ringkasan', keywords: 'Kata pencarian', division: 'Bidang', decree: 'Keputusan', number: 'nomor', date: 'tanggal', subject: 'Untuk siapa',
  standard: 'Standar', limits: 'Batas waktu', days: 'hari kerja', intakeOfficeHours: 'jam periksa kelengkapan', correctionDays: 'hari perbaikan', draftDays: 'hari simpan draf',
  eligibility: 'Syarat pemohon', questions: 'Pertanyaan', requirements: 'Persyaratan', checks: 'Pemeriksaan isian', checklist: 'Daftar periksa', life: 'Alur', initials: 'Paraf',
  survey: 'Survei', advice: 'Pendapat instansi lain', scoring: 'Penilaian', criteria: 'kriteria', inRounds: 'Per periode', outcome: 'Hasil', reasons: 'Alasan', return: 'dikembalikan',
  reject: 'ditolak', letter: 'Surat', sections: 'bagian', rows: 'baris', body: 'paragraf', messages: 'Pesan', samples: 'Contoh kasus', label: 'tulisan', hint: 'petunjuk',
  words: 'penjelasan', required: 'wajib', showWhen: 'syarat tampil', when: 'syarat', options: 'pilihan', example: 'contoh', prefill: 'isian otomatis', limit: 'batas', owners: 'pemilik',
  exits: 'jalan keluar', to: 'menuju', step: 'langkah', id: 'Indonesia', en: 'Inggris', duration: 'jangka waktu', procedure: 'cara dan urutannya', fee: 'biaya', product: 'hasil layanan',
  complaints: 'pengaduan', legalBasis: 'dasar hukum', facilities: 'sarana', competence: 'kemampuan petugas', internalControl: 'pengawasan internal', staffing: 'jumlah petugas',
  serviceGuarantee: 'jaminan pelayanan', safetyGuarantee: 'jaminan keamanan', evaluation: 'penilaian kinerja', maxLength: 'panjang terbanyak', min: 'paling sedikit', max: 'paling banyak',
  least: 'paling sedikit', most: 'paling banyak', type: 'jenis', oneOf: 'cukup salah satu', metBy: 'sudah terpenuhi oleh', validity: 'masa berlaku', class: 'klasifikasi', template: 'pola',
}

/** What stands on the pages where services are changed. */
export const publishingId = {
  /** `questions.brandName.label.id` as people read it; names of questions and states stay as they are. */
  place: (place: string): string => place.split(/[.[]/).map((part) => {
    const number = /^(\d+)\]$/.exec(part)
    return number ? `ke-${Number(number[1]) + 1}` : PARTS[part] ?? part
  }).join(' › '),
  gone: 'Usulan ini tidak ada.',
  decided: { proposed: '', published: 'Usulan ini sudah diterbitkan.', withdrawn: 'Usulan ini sudah ditarik.' },
  noDivision: (known: readonly string[]) => `Bidang ini tidak ada di dinas. Pakai salah satu: ${known.join(', ')}.`,
  otherDivision: (now: string) => `Layanan ini milik bidang ${now}. Bidang layanan tidak dapat diganti lewat definisi.`,
  ownProposal: 'Anda yang mengusulkan perubahan ini, jadi orang lain yang menerbitkannya.',
  pastDay: 'Hari mulai berlaku tidak boleh sudah lewat. Pilih hari ini atau sesudahnya.',
  dayTaken: (version: number, day: string) => `Versi ${version} mulai berlaku ${dateText(day, 'id')}. Pilih hari sesudahnya.`,
  versionTaken: (version: number) => `Versi ${version} baru saja diterbitkan orang lain. Buka usulan ini lagi.`,
  notJson: 'Berkas ini tidak terbaca sebagai JSON. Unduh lagi berkas dari halaman layanan, lalu ubah isinya.',
  tooLarge: 'Berkas ini terlalu besar untuk sebuah definisi layanan (paling besar 512 KB).',
  noVersion: 'Versi layanan ini tidak ada.',

  title: 'Layanan', lead: 'Standar pelayanan, formulir, alur, dan surat tiap layanan. Perubahan diusulkan seorang dan diterbitkan orang lain.',
  backToServices: 'Layanan', caption: 'Layanan dan versi yang berlaku', service: 'Layanan', inForce: 'Berlaku', next: 'Berikutnya', promise: 'Janji', division: 'Bidang',
  days: (days: number) => `${days} hari kerja`, version: (version: number) => `Versi ${version}`, since: (day: string) => `sejak ${dateText(day, 'id')}`, none: 'belum ada',
  waiting: (count: number) => `${count} usulan menunggu`, proposals: 'Usulan', noProposals: 'Belum ada usulan', noProposalsLead: 'Usulan perubahan layanan akan tampil di sini.',
  upload: 'Unggah definisi', newService: 'Layanan baru atau berkas', uploadLead: 'Unggah berkas JSON sebuah layanan. Berkas diperiksa saat itu juga. Bila ada yang harus diperbaiki, bagiannya disebutkan.',
  file: 'Berkas JSON', fileHint: 'Unduh berkas versi yang berlaku dari halaman layanan, ubah, lalu unggah di sini.', fileNeeded: 'Pilih berkas JSON-nya.', note: 'Mengapa diubah?',
  noteHint: 'Dibaca oleh yang menerbitkan. Misalnya nomor keputusan atau usul warga.', check: 'Periksa saja', propose: 'Usulkan', checked: 'Tidak ada yang harus diperbaiki. Berkas ini dapat diusulkan.',
  flaws: (count: number) => `${count} bagian harus diperbaiki`, flawsLead: 'Belum ada yang disimpan. Perbaiki bagian berikut, lalu kirim lagi.',
  edit: 'Ubah lewat formulir', editLead: 'Yang tidak diubah tetap seperti versi yang berlaku. Setelah diusulkan, orang lain yang menerbitkannya.', download: 'Unduh JSON', look: 'Lihat',
  versions: 'Versi', versionsCaption: 'Semua versi layanan ini', dates: 'Berlaku', decree: 'Keputusan', until: 'seterusnya', act: 'Tindakan',
  applicantSide: 'Sisi pemohon', officerSide: 'Sisi petugas', letterSide: 'Surat', standardSide: 'Standar',
  proposalTitle: (code: string) => `Usulan perubahan ${code}`, proposalNew: (code: string) => `Usulan layanan baru ${code}`, proposer: 'Diusulkan oleh', decider: 'Diputuskan oleh', why: 'Alasan',
  states: { proposed: 'Menunggu', published: 'Diterbitkan', withdrawn: 'Ditarik' }, state: 'Keadaan',
  changes: (count: number) => `${count} perubahan`, against: (version: number) => `Dibandingkan dengan versi ${version} yang berlaku saat diusulkan.`, noChanges: 'Tidak ada yang berubah.',
  newWhole: 'Layanan ini belum ada. Lihat seluruh isinya pada pratinjau.', where: 'Bagian', mend: 'Yang harus diperbaiki', kind: 'Perubahan', before: 'Sebelum', after: 'Sesudah', changesCaption: 'Perubahan menurut bagian',
  kinds: { added: 'ditambah', removed: 'dihapus', changed: 'diubah', moved: 'urutan' },
  effect: 'Dampak pada berkas yang berjalan', effectLead: 'Tidak satu pun berkas berubah. Berkas dan draf tetap memakai versi saat dimulai: syarat, batas waktu, dan suratnya.',
  effectNone: 'Tidak ada berkas atau draf yang sedang berjalan pada layanan ini.', effectRow: (open: number, drafts: number) => `${open} berkas berjalan dan ${drafts} draf tetap pada versi ini`,
  effectNew: 'Hanya permohonan yang dimulai sejak hari berlaku memakai versi baru.',
  preview: 'Pratinjau', toPreview: 'Buka pratinjau', toPublish: 'Periksa dan putuskan', publishTitle: 'Terbitkan', publishLead: 'Setelah diterbitkan, versi ini tidak dapat diubah lagi. Versi sebelumnya berakhir sehari sebelumnya.',
  validFrom: 'Mulai berlaku', validFromHint: 'Hari ini atau sesudahnya.', dateWrong: 'Isi tanggal, bulan, dan tahun dengan angka.', publish: 'Terbitkan', withdraw: 'Tarik usulan', refuse: 'Tolak usulan',
  saved: {
    usul: 'Usulan disimpan. Orang lain yang menerbitkannya.', terbit: 'Versi baru sudah diterbitkan.', tarik: 'Usulan sudah ditarik.',
  } as Record<string, string>,

  // The preview.
  who: 'Siapa yang boleh mengajukan', whoLead: 'Diperiksa sebelum mengisi. Bila tidak terpenuhi, pemohon membaca kalimat ini.', step: (at: number, all: number) => `Halaman ${at} dari ${all}`,
  onlyWhen: 'Hanya ditanyakan bila', onlyWhenPaper: 'Hanya diminta bila', exampleAnswer: 'Contoh jawaban', optional: 'boleh kosong', options: 'Pilihan', entries: (least: number | undefined, most: number | undefined) => `Paling sedikit ${least ?? 0}${most === undefined ? '' : `, paling banyak ${most}`} isian`,
  known: (fact: string) => `Sudah terisi dari data (${fact})`, papers: 'Berkas yang diminta', oneOf: 'cukup salah satu', metBy: (fact: string) => `tidak diminta bila ${fact} sudah tercatat`, yes: 'Ya', no: 'Tidak',
  checksTitle: 'Pemeriksaan sebelum dikirim', stop: 'tidak dapat dikirim', warn: 'diperingatkan', stages: 'Alur', stagesCaption: 'Tahap, pemilik, batas waktu, dan jalan keluar', stage: 'Tahap', owner: 'Pemilik', limit: 'Batas', exits: 'Jalan keluar',
  checklist: 'Daftar periksa verifikator', reasonsReturn: 'Alasan mengembalikan', reasonsReject: 'Alasan menolak', survey: 'Ditanyakan saat survei', outcome: 'Dicatat saat selesai', advice: 'Pendapat instansi lain', scoring: 'Penilaian',
  criterion: (weight: number) => `bobot ${weight} %`, panel: (count: number, pass: number) => `${count} penilai, nilai lulus ${pass}`, ownTemplate: 'Surat ini memakai pola dengan kalimatnya sendiri.', noLetter: 'Layanan ini tidak berakhir dengan surat.',
  letterLead: 'Dengan contoh data. Kop, nomor, tanggal, dan tanda tangan ditambahkan saat terbit.',
  days_: (days: number) => `${days} hari kerja`, hours: (hours: number) => `${hours} jam kerja`, rest: (days: number) => `ditutup setelah ${days} hari diam`,
  owners: {
    applicant: 'pemohon', counter: 'loket', 'village-officer': 'petugas desa', verifier: 'verifikator', 'division-head': 'kepala bidang', secretary: 'sekretaris', 'office-head': 'kepala dinas',
    mentor: 'pendamping', inspector: 'pengawas koperasi', panel: 'penilai', outside: 'instansi lain', program: 'program',
  } as Record<string, string>,
  stateNames: {
    draft: 'Draf', submitted: 'Diajukan', returned: 'Perlu diperbaiki', accepted: 'Diterima', verified: 'Terverifikasi', initialed: 'Menunggu tanda tangan', signing: 'Sedang ditandatangani', issued: 'Terbit',
    rejected: 'Ditolak', withdrawn: 'Ditarik', expired: 'Kedaluwarsa', surveying: 'Disurvei', surveyed: 'Sudah disurvei', advising: 'Menunggu instansi lain', advised: 'Sudah dijawab instansi lain',
    scoring: 'Dinilai', scored: 'Sudah dinilai', following: 'Ditindaklanjuti di luar', completed: 'Selesai',
  } as Record<string, string>,
  stepNames: {
    submit: 'kirim', return: 'kembalikan', accept: 'terima', verify: 'verifikasi', initial: 'paraf', sign: 'tanda tangani', reject: 'tolak', withdraw: 'tarik', survey: 'kirim ke lapangan', report: 'laporkan',
    consult: 'minta pendapat', advise: 'jawab', score: 'nilai', rank: 'peringkat', follow: 'teruskan', complete: 'selesaikan',
  } as Record<string, string>,
  all: ' dan ', any: ' atau ', not: (rule: string) => `tidak (${rule})`, equals: (left: string, right: string) => `${left} = ${right}`, among: (left: string, values: string) => `${left} salah satu dari ${values}`,
  includes: (left: string, value: string) => `${left} memuat ${value}`, atLeast: (left: string, bound: string) => `${left} paling sedikit ${bound}`, atMost: (left: string, bound: string) => `${left} paling banyak ${bound}`,
  given: (left: string) => `${left} terisi`, notGiven: (left: string) => `${left} kosong`, times: (left: string, times: number) => `${times} × ${left}`, quoted: (label: string) => `“${label}”`,

  // The form.
  form: {
    limits: 'Batas waktu dan keputusan', days: 'Janji: hari kerja sejak berkas lengkap', daysHint: 'Tulis angka yang sama pada jangka waktu di bagian Standar.', intake: 'Periksa kelengkapan: jam kerja', correction: 'Perbaikan oleh pemohon: hari diam',
    draft: 'Draf disimpan: hari diam', decreeNumber: 'Nomor keputusan kepala dinas', decreeDate: 'Tanggal keputusan', keywords: 'Kata pencarian', keywordsHint: 'Satu baris satu kata atau frasa, seperti yang diucapkan orang.',
    stages: 'Petugas dan batas tiap tahap', stageOwner: (state: string) => `${state}: petugas`, stageDays: (state: string) => `${state}: hari kerja`, initials: 'Paraf oleh', initialsChoices: { 'division-head,secretary': 'Kepala bidang, lalu sekretaris', 'division-head': 'Kepala bidang saja', secretary: 'Sekretaris saja' } as Record<string, string>,
    questions: 'Pertanyaan', order: 'Urutan', labelId: 'Tulisan (Indonesia)', labelEn: 'Tulisan (Inggris)', hintId: 'Petunjuk (Indonesia)', hintEn: 'Petunjuk (Inggris)', requirements: 'Persyaratan', use: 'Diminta', useYes: 'Ya, diminta', must: 'Wajib', mustYes: 'Ya, wajib',
    reasons: 'Alasan', reasonLines: 'Satu baris satu alasan: kode | Indonesia | Inggris', reasonsHint: 'Kode memakai huruf kecil dan tanda hubung. Kode alasan lama jangan dipakai untuk arti lain.', checklist: 'Daftar periksa', checklistHint: 'Satu baris satu butir: Indonesia | Inggris', messages: 'Pesan ke telepon', messagesHint: 'Paling panjang 160 huruf. Kosongkan untuk memakai kalimat umum.',
    messageOf: (step: string, lang: string) => `${step} (${lang})`, standard: 'Standar (14 komponen)', standardHint: 'Satu baris satu butir pada daftar.', other: 'Bagian lain (alur, syarat, surat, contoh kasus) diubah lewat berkas JSON.', lang: { id: 'Indonesia', en: 'Inggris' },
  },
}
