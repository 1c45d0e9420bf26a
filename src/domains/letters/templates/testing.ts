import type { LetterContent } from '../core/letter-content.ts'

/** Content of a letter with made-up people; without a code, so `draft` must be set or `verification` given. */
export function aLetter(change: Partial<LetterContent> = {}): LetterContent {
  return {
    title: 'Surat Keterangan Usaha Mikro',
    mode: 'test',
    draft: false,
    number: '500.3.7/239/438.5.14/2026',
    issuedOn: '2026-11-17',
    validUntil: '2027-11-17',
    statedOn: '2026-11-12',
    purpose: 'pengajuan Kredit Usaha Rakyat (KUR) pada bank',
    criterion: 'Pasal 35 Peraturan Pemerintah Nomor 7 Tahun 2021 (hasil penjualan tahunan paling banyak Rp\u00a02.000.000.000,00)',
    office: {
      government: 'Pemerintah Kabupaten Contoh',
      name: 'Dinas Koperasi dan Usaha Mikro',
      place: 'Sidoarjo',
      address: 'Jalan Contoh Raya Nomor 9, Contoh 61200',
      contactLines: ['Telepon (031) 555-0100 · Laman dinas.example.id', 'Pos-el layanan@example.id'],
      emblemPath: '/emblem.svg',
      emblemAlt: 'Lambang dinas',
    },
    signer: {
      name: 'Drs. Agus Prasetyo, M.Si.',
      nip: '197001011995031001',
      rank: 'Pembina Utama Muda (IV/c)',
      position: 'Kepala Dinas Koperasi dan Usaha Mikro',
      capacity: 'self',
    },
    holder: {
      name: 'Siti Aminah',
      nationalId: '3515054503850000',
      birth: 'Sidoarjo, 5 Maret 1985',
      address: 'Dusun Krajan RT 002 RW 001, Desa Kupang, Kecamatan Jabon',
    },
    business: {
      registryNumber: 'UM-35.15.05-000123',
      name: 'Kerupuk Udang Sumber Rejeki',
      address: 'Dusun Krajan RT 002 RW 001, Desa Kupang, Kecamatan Jabon, Kabupaten Sidoarjo',
      kbli: '10794 – Industri kerupuk, keripik, peyek, dan sejenisnya (KBLI 2020)',
      products: 'Kerupuk udang mentah, kerupuk udang goreng',
      startedOn: 'Maret 2015',
      nib: '1234567890123',
      workers: '4 orang (2 laki-laki, 2 perempuan)',
      scale: 'Mikro',
    },
    verification: null,
    ...change,
  }
}

/** Every text as long as the office has ever to print it: it must still be one page. */
export function aLongLetter(): LetterContent {
  const letter = aLetter()
  const address = 'Jalan Raya Kupang Kidul Gang Mawar Merah Nomor 123 Blok C Lantai 2, sebelah timur Balai Desa lama, RT 012 RW 005, ' +
    'Dusun Kalialo, Desa Kedungpandan, Kecamatan Jabon, Kabupaten Sidoarjo, Jawa Timur 61276 (masuk dari Jalan Raya Porong)'
  const products = 'kerupuk udang mentah, petis, terasi, bandeng presto, otak-otak bandeng, abon ikan, '
  return {
    ...letter,
    number: '500.3.7.10/1239/BA-SPK/438.5.2.13/2026',
    purpose: 'pengajuan pembiayaan Kredit Usaha Rakyat (KUR) pada bank penyalur serta pendaftaran sebagai penyedia dalam katalog ' +
      'elektronik pemerintah kabupaten untuk pengadaan makanan rapat tahun anggaran 2027 dan keperluan lain yang sah',
    signer: {
      ...letter.signer,
      name: 'Dr. Ir. Raden Bambang Sulistyo Hadiningrat, S.E., M.M., M.Si., CGCAE',
      position: 'Sekretaris',
      capacity: 'a.n.',
      forPosition: 'Kepala Dinas Koperasi dan Usaha Mikro',
    },
    holder: {
      ...letter.holder,
      name: 'Raden Ajeng Siti Nurhaliza Kusumawardhani Prawirodirdjo Mangkunegoro binti Haji Abdurrahman',
      address,
    },
    business: {
      ...letter.business,
      name: 'Kelompok Usaha Bersama Pengolahan Hasil Perikanan dan Kerupuk Udang Windu Khas Pesisir Jabon ' +
        '“Sumber Rejeki Barokah Jaya Abadi”',
      address,
      products: `${products.repeat(4)}dan berbagai olahan hasil laut lainnya`,
    },
  }
}
