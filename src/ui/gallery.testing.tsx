import type { VNode } from 'preact'
import { Button, ButtonLink } from './button.tsx'
import { Card } from './card.tsx'
import { DueTag } from './due-tag.tsx'
import { ErrorSummary, problemOf } from './error-summary.tsx'
import { CellSelect } from './fields/cell-select.tsx'
import { CheckboxGroup, RadioGroup } from './fields/choices.tsx'
import { CodeField } from './fields/code-field.tsx'
import { DateField } from './fields/date-field.tsx'
import { FileField } from './fields/file-field.tsx'
import { MoneyField } from './fields/money-field.tsx'
import { PhoneField } from './fields/phone-field.tsx'
import { SelectField } from './fields/select-field.tsx'
import { TextArea } from './fields/text-area.tsx'
import { TextField } from './fields/text-field.tsx'
import { homePage, letterPage, questionPage, receiptPage, trackPage } from './gallery-citizen.testing.tsx'
import { casePage, queuePage, queueTable } from './gallery-officer.testing.tsx'
import { OfficerPage, PublicPage } from './gallery-site.testing.tsx'
import { Notice } from './notice.tsx'
import { PageHeading } from './page-heading.tsx'
import { Pagination } from './pagination.tsx'
import { Panel } from './panel.tsx'
import { StatusTag } from './status-tag.tsx'
import { Summary } from './summary.tsx'

const problems = [
  { field: 'ownerName', message: 'Tulis nama seperti di KTP' },
  { field: 'bornOn', message: 'Bulan lahir harus 1 sampai 12' },
  { field: 'purpose', message: 'Pilih untuk apa surat ini dipakai' },
  { field: 'photo', message: 'Pilih foto JPEG atau PNG, paling besar 10 MB' },
]

const error = (field: string) => problemOf(problems, field)

const purposes = [
  { value: 'kur', label: 'Kredit Usaha Rakyat (KUR) atau pinjaman bank' },
  { value: 'halal', label: 'Sertifikat halal', hint: 'Bebas biaya untuk yang menyatakan sendiri (self-declare).' },
  { value: 'other', label: 'Lainnya' },
]

const districts = [{ value: '35.15.08', label: 'Jabon' }, { value: '35.15.17', label: 'Sedati' }]

const kept = { token: 't1', fileName: 'IMG_20261112_150012_HDR_foto-ktp-depan-yang-sangat-panjang-namanya.jpg', detail: 'JPEG, 184 KB' }

export const formsPage = () => (
  <PublicPage title="Isian" wrong>
    <PageHeading title="Isian" lead="Semua isian, dengan dan tanpa kesalahan." />
    <ErrorSummary problems={problems} />
    <form method="post" class="stack prose" noValidate>
      <TextField name="ownerName" label="Nama pemilik" hint="Persis seperti di KTP, tanpa gelar." autoComplete="name"
        error={error('ownerName')} value="Raden Ajeng Sitihartinah Kusumaningrum <script>alert(1)</script>" />
      <TextField name="nib" label="NIB" inputMode="numeric" width={16} optional value="9120000000000" />
      <PhoneField name="phone" label="Nomor telepon" hint="Yang dapat menerima WhatsApp atau SMS." value="0812 0000 0001" />
      <CodeField name="code" label="Kode 6 angka" hint="Kami kirim ke nomor berakhiran 0001. Berlaku 5 menit." />
      <DateField name="bornOn" label="Tanggal lahir" hint="Misalnya 27 3 1981" birthday error={error('bornOn')}
        wrongParts={['month']} value={{ day: '27', month: '13', year: '1981' }} />
      <MoneyField name="capital" label="Modal usaha" hint="Tanpa tanah dan bangunan tempat usaha." value="12.500.000" />
      <RadioGroup name="purpose" label="Untuk apa surat ini?" choices={purposes} error={error('purpose')} />
      <CheckboxGroup name="permits" label="Izin yang sudah ada" choices={purposes} values={['halal']} optional />
      <CellSelect name="column-3" label="Isian untuk kolom Ket" none="Tidak dipakai" groups={[{ label: 'Tempat', choices: districts }]} error="Pilih salah satu isian" />
      <TextField name="sender" label="Pengirim" suggestions={['OSS', 'SIDT-KUMKM']} />
      <SelectField name="district" label="Kecamatan" choices={districts} value="35.15.08" />
      <TextArea name="note" label="Catatan" optional value="" />
      <FileField name="photo" label="Foto tempat usaha" accept="image/jpeg,image/png" error={error('photo')} />
      <FileField name="card" label="Foto KTP" kept={kept} />
      <div class="row">
        <Button>Simpan dan lanjut</Button>
        <Button look="secondary" name="later" value="yes">Simpan dulu</Button>
        <Button look="danger" icon="trash">Batalkan permohonan</Button>
        <Button disabled>Tidak tersedia</Button>
        <ButtonLink href="/" look="link">Kembali ke beranda</ButtonLink>
      </div>
    </form>
  </PublicPage>
)

export const partsPage = () => (
  <OfficerPage title="Bagian">
    <PageHeading title="Bagian" />
    <div class="row">
      <StatusTag tone="neutral" text="Draf" /><StatusTag tone="info" text="Diverifikasi" /><StatusTag tone="success" text="Terbit" />
      <StatusTag tone="warning" text="Dikembalikan" /><StatusTag tone="danger" text="Ditolak" />
    </div>
    <div class="row">
      <DueTag urgency="calm" text="Selasa 17 Nov 16.00" at="2026-11-17T16:00+07:00" /><DueTag urgency="soon" text="hari ini 16.00" />
      <DueTag urgency="late" text="lewat 2 jam" /><DueTag urgency="paused" text="berhenti" /><DueTag urgency="done" text="tepat waktu" />
    </div>
    <Notice tone="info" title="Kantor tutup 25 dan 26 Desember"><p>Hari itu tidak dihitung sebagai hari kerja.</p></Notice>
    <Notice tone="success" live><p>Draf disimpan pukul 10.14.</p></Notice>
    <Notice tone="warning"><p>NIK ini nomor contoh.</p></Notice>
    <Notice tone="danger" title="Berkas ini sudah diproses"><p>Bayu sudah mengembalikannya pukul 09.58.</p></Notice>
    <div class="grid">
      <Panel tone="danger" title="Surat ini sudah dicabut"><p>Dicabut 20 November 2026: data keliru.</p></Panel>
      <Panel tone="warning" title="Tidak dikenal"><p>Periksa lagi kodenya.</p></Panel>
    </div>
    <Card title="Ringkasan" side={<a href="/ubah">Ubah semua</a>}>
      <Summary rows={[
        { label: 'Usaha', value: 'Usaha Dagang Sumber Rejeki Barokah Sejahtera Abadi Makmur Sentosa Putra Mandiri', change: '/1' },
        { label: 'Modal', value: 'Rp 12.500.000', change: '/2' },
        { label: 'NPWP', change: '/3' },
      ]} />
    </Card>
    {queueTable([])}
    <Pagination previous="?1" next="?3" position="51–100 dari 230" />
  </OfficerPage>
)

/** Every component at least once, and whole pages to judge them together. */
export const GALLERY: Record<string, () => VNode> = {
  home: homePage,
  question: questionPage,
  receipt: receiptPage,
  track: trackPage,
  letter: letterPage,
  queue: queuePage,
  case: casePage,
  forms: formsPage,
  parts: partsPage,
}
