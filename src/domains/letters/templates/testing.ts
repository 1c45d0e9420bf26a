import type { MicroLetter, StatementLetter } from '../core/letter-content.ts'

/** Content of a letter with made-up people; without a code, so `draft` must be set or `verification` given. */
export function aLetter(change: Partial<MicroLetter> = {}): MicroLetter {
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
export function aLongLetter(): MicroLetter {
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

/** A letter whose wording stands in a definition: about a cooperative, for one use. */
export function aStatement(change: Partial<StatementLetter> = {}): StatementLetter {
  const { statedOn, purpose, criterion, holder, business, ...frame } = aLetter()
  return {
    ...frame,
    title: 'Surat Keterangan Koperasi Aktif',
    sections: [{
      lead: 'menerangkan bahwa koperasi:',
      rows: [
        { label: 'Nama koperasi', value: 'Koperasi Konsumen Sumber Makmur', strong: true },
        { label: 'Nomor badan hukum', value: 'AHU-0000123.AH.01.26.TAHUN 2019', strong: false },
        { label: 'Ketua', value: holder.name, strong: false },
        { label: 'Alamat', value: business.address, strong: false },
      ],
    }],
    paragraphs: [`Koperasi tersebut menurut keterangan tanggal ${statedOn} telah mengadakan rapat anggota tahunan. Surat dipergunakan untuk ${purpose}. ${criterion}.`],
    uses: 1,
    ...change,
  }
}

/** Ten rows and two paragraphs with long texts: still one page, and nothing left out. */
export function aLongStatement(): StatementLetter {
  const letter = aStatement({ validUntil: null, uses: 3 })
  const long = aLongLetter()
  const rows = Array.from({ length: 9 }, (_, at) => ({ label: `Keterangan ke-${at + 1}`, value: `${at + 1}. ${long.business.name}`, strong: at === 0 }))
  return {
    ...letter, number: long.number, signer: long.signer,
    sections: [{ lead: 'menerangkan bahwa:', rows }, { lead: 'beralamat di:', rows: [{ label: 'Alamat', value: long.holder.address, strong: false }] }],
    paragraphs: [long.purpose, long.criterion].map((words) => `Keterangan ini mengenai ${words}.`),
  }
}
