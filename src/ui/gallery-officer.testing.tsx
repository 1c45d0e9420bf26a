import { ActionBar } from './action-bar.tsx'
import { Button, ButtonLink } from './button.tsx'
import { Card } from './card.tsx'
import { Checklist } from './checklist.tsx'
import { Chips } from './chips.tsx'
import { Clock } from './clock.tsx'
import { DataTable, type Column } from './data-table.tsx'
import { DueTag, type Urgency } from './due-tag.tsx'
import { EmptyState } from './empty-state.tsx'
import { FileItem } from './file-item.tsx'
import { OfficerPage } from './gallery-site.testing.tsx'
import { Masked } from './masked.tsx'
import { Notice } from './notice.tsx'
import { PageHeading } from './page-heading.tsx'
import { Pagination } from './pagination.tsx'
import { SearchForm } from './search-form.tsx'
import { SplitView } from './split-view.tsx'
import { StatusTag } from './status-tag.tsx'
import { Summary } from './summary.tsx'
import { Tabs } from './tabs.tsx'
import { Timeline } from './timeline.tsx'
import type { Tone } from './tone.ts'
import { Breadcrumbs } from './way-back.tsx'

type Row = {
  reference: string
  business: string
  village: string
  status: string
  tone: Tone
  due: string
  urgency: Urgency
  officer: string
}

const ROWS: Row[] = [
  { reference: 'UM02-26-7KQ4-X9MD', business: 'Kerupuk Udang Bu Siti', village: 'Kedungrejo, Jabon', status: 'Diverifikasi', tone: 'info',
    due: 'lewat 2 jam', urgency: 'late', officer: 'Rina W.' },
  { reference: 'UM02-26-3FHT-PW2C', business: 'Usaha Dagang Sumber Rejeki Barokah Sejahtera Abadi Makmur Sentosa Putra Mandiri',
    village: 'Tambakkalisogo, Jabon', status: 'Baru', tone: 'neutral', due: 'hari ini 16.00', urgency: 'soon', officer: 'belum ada' },
  { reference: 'KO03-26-99AB-1LMN', business: 'Koperasi Desa Merah Putih Kupang', village: 'Kupang, Jabon',
    status: 'Dikembalikan', tone: 'warning', due: 'berhenti', urgency: 'paused', officer: 'Rina W.' },
  { reference: 'UM02-26-K2VD-81QS', business: 'Bandeng Asap Pak Hadi', village: 'Kalanganyar, Sedati', status: 'Diparaf', tone: 'success',
    due: 'Selasa 17 Nov 16.00', urgency: 'calm', officer: 'Bayu S.' },
]

const COLUMNS: Column<Row>[] = [
  {
    key: 'business', header: 'Usaha',
    cell: ({ reference, business }) => (
      <><a href={`/petugas/${reference}`}>{business}</a><br /><small class="soft mono">{reference}</small></>
    ),
  },
  { key: 'village', header: 'Desa', cell: (row) => row.village },
  { key: 'status', header: 'Status', cell: (row) => <StatusTag tone={row.tone} text={row.status} /> },
  {
    key: 'due', header: 'Batas waktu', sort: { href: '?urut=-batas', now: 'ascending' },
    cell: ({ urgency, due }) => <DueTag urgency={urgency} text={due} />,
  },
  { key: 'officer', header: 'Petugas', cell: (row) => row.officer },
]

export const queueTable = (rows: Row[] = ROWS) => (
  <DataTable caption="Antrean berkas" quietCaption columns={COLUMNS} rows={rows} rowKey={(row) => row.reference}
    empty={<EmptyState title="Tidak ada berkas yang menunggu"><p>Berkas baru muncul di sini begitu dikirim.</p></EmptyState>} />
)

export const queuePage = () => (
  <OfficerPage title="Antrean">
    <PageHeading title="Antrean" lead="Yang paling dekat batas waktunya di atas."
      side={<ButtonLink href="/petugas/baru" look="secondary" icon="person">Ajukan untuk warga</ButtonLink>} />
    <Chips label="Saringan yang dipakai" remove="Hapus" items={[
      { text: 'Kecamatan: Tanggulangin', href: '/petugas' }, { text: 'KBLI 10794 Industri Kerupuk, Keripik, Peyek dan Sejenisnya', href: '/petugas?s=1' },
    ]} />
    <Tabs label="Saringan antrean" items={[
      { href: '?saring=saya', text: 'Tugas saya', current: true, count: 12 },
      { href: '?saring=bidang', text: 'Bidang saya', count: 37 },
      { href: '?saring=lewat', text: 'Lewat batas', count: 1 },
      { href: '?saring=kembali', text: 'Dikembalikan', count: 6 },
    ]} />
    <SearchForm action="/petugas" name="q" label="Cari nomor, nama, atau usaha" />
    {queueTable()}
    <Pagination position="1–4 dari 12" next="?sesudah=abc" />
  </OfficerPage>
)

const photo = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"%3E' +
  '%3Crect width="8" height="6" fill="%238fb9ae"/%3E%3Cpath d="M0 6l3-3 2 2 1-1 2 2z" fill="%23365f57"/%3E%3C/svg%3E'

const reveal = { action: '/petugas/1/lihat', fields: { field: 'nationalId' } }

const answers = (
  <>
    <Card title="Jawaban">
      <Summary rows={[
        { label: 'Pemilik', value: 'Siti Rahayu, perempuan' },
        { label: 'NIK', value: <Masked label="NIK" value="3515••••••••0000" reveal={reveal} /> },
        { label: 'Telepon', value: <Masked label="telepon" value="0812••••0001" note="Dilihat 10.14, tercatat" /> },
        { label: 'Usaha', value: 'Kerupuk Udang Bu Siti' },
        { label: 'KBLI', value: '10794 Industri kerupuk, keripik, peyek dan sejenisnya' },
        { label: 'Tempat', value: 'RT 04 RW 02, Desa Kedungrejo, Kecamatan Jabon' },
        { label: 'Hasil penjualan 2025', value: 'Rp 48.000.000 · usaha mikro' },
        { label: 'NPWP', value: '' },
      ]} />
    </Card>
    <Card title="Persyaratan">
      <Checklist items={[
        { state: 'met', label: 'KTP', note: 'Nama sama dengan NIB' },
        { state: 'met', label: 'Kartu keluarga' },
        { state: 'doubtful', label: 'Foto tempat usaha', note: 'Lokasi foto 2,1 km dari alamat' },
        { state: 'missing', label: 'NIB atau SKU desa' },
      ]} />
    </Card>
  </>
)

const files = (
  <>
    <Card title="Berkas">
      <img src={photo} alt="Foto tempat usaha: rumah dengan jemuran kerupuk" width="800" height="600" />
      <FileItem fileName="ktp-depan.jpg" detail="JPEG, 184 KB" href="/berkas/1" thumbnail={photo} />
      <FileItem fileName="kartu-keluarga.pdf" detail="PDF, 311 KB" href="/berkas/2" />
    </Card>
    <Card title="Riwayat">
      <Timeline items={[
        { state: 'done', title: 'Dikirim', when: 'Kamis 12 Nov, 15.00', by: 'Siti Rahayu, dibantu Desa Kupang' },
        { state: 'now', title: 'Diterima', when: 'Kamis 12 Nov, 15.40', by: 'Loket' },
      ]} />
    </Card>
  </>
)

export const casePage = () => (
  <OfficerPage title="Kerupuk Udang Bu Siti">
    <Breadcrumbs links={[{ href: '/petugas', text: 'Antrean' }, { href: '/petugas?saring=saya', text: 'Tugas saya' }]} />
    <PageHeading title="Kerupuk Udang Bu Siti" over={<>Surat Keterangan Usaha Mikro · <span class="mono">UM02-26-7KQ4-X9MD</span></>}
      side={<StatusTag tone="info" text="Diterima" />} />
    <Clock urgency="soon" due="Selambatnya hari ini, 16.00" used={0.82} explanation="Batas dihitung 3 hari kerja sejak berkas lengkap."
      spent={[
        { label: 'Waktu dinas', text: '2 hari 3 jam' },
        { label: 'Waktu pemohon', text: '–' },
        { label: 'Petugas', text: 'Rina Wulandari' },
      ]} />
    <Notice tone="warning" title="Mungkin tercatat dua kali">
      <p>Nama, desa, dan KBLI sama dengan <a href="/petugas/usaha/9">Krupuk Bu Siti</a> (impor SIDT 2024). Periksa sebelum menyetujui.</p>
    </Notice>
    <SplitView first={answers} second={files} secondLabel="Berkas dan riwayat" />
    <ActionBar action="/petugas/1/langkah">
      <Button name="step" value="verify" icon="check">Setujui verifikasi</Button>
      <Button name="step" value="return" look="secondary">Kembalikan</Button>
      <Button name="step" value="reject" look="danger">Tolak</Button>
    </ActionBar>
  </OfficerPage>
)
