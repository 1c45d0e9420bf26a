import { type ShellWords, shellId } from './shell.id.ts'

/** The public half in English; officers work in Indonesian. */
export const shellEn: ShellWords = {
  ...shellId,
  demoRibbon: 'A demonstration. All people here are made up; the letters are not valid.',
  publicMenu: [
    { href: '/layanan', text: 'Services', icon: 'file' },
    { href: '/lacak', text: 'Track a file', icon: 'search' },
    { href: '/verifikasi', text: 'Check a letter', icon: 'shield' },
  ],
  citizenLinks: [{ href: '/permohonan', text: 'My applications' }, { href: '/usaha', text: 'My businesses' }, { href: '/koperasi', text: 'My cooperatives' }, { href: '/pengaduan/saya', text: 'My reports' }, { href: '/akun', text: 'My data' }],
  footLinks: [
    { href: '/program', text: 'Programmes', demoOnly: false },
    { href: '/bantuan', text: 'Help', demoOnly: false },
    { href: '/kontak', text: 'Address and hours', demoOnly: false },
    { href: '/berita', text: 'News', demoOnly: false },
    { href: '/maklumat', text: 'Service charter', demoOnly: false },
    { href: '/pengaduan', text: 'Complaints and suggestions', demoOnly: false },
    { href: '/konsultasi', text: 'Ask us', demoOnly: false },
    { href: '/panduan', text: 'Guidance', demoOnly: false },
    { href: '/kinerja', text: 'How we perform', demoOnly: false },
    { href: '/skm/hasil', text: 'Satisfaction survey', demoOnly: false },
    { href: '/data', text: 'Open data', demoOnly: false },
    { href: '/laporan', text: 'Performance reports', demoOnly: false },
    { href: '/periksa-laporan', text: 'Check a report', demoOnly: false },
    { href: '/privasi', text: 'Privacy', demoOnly: false },
    { href: '/aksesibilitas', text: 'Accessibility', demoOnly: false },
    { href: '/pesan-demo', text: 'Sample messages', demoOnly: true },
  ],
  otherLanguage: { text: 'Indonesia', lang: 'id' },
  errors: {
    403: { title: 'You cannot open this page', todo: 'Check that you are signed in with the right account. Our counter helps during office hours.' },
    404: { title: 'Page not found', todo: 'Check the address, or begin at the home page.' },
    409: { title: 'This file has been handled already', todo: 'Someone else was first. Open the file again to see its present state; nothing is lost.' },
    422: { title: 'This could not be accepted', todo: 'Go back to the page before and send it again.' },
    429: { title: 'Too many tries', todo: 'There were too many tries from your network. Wait a few minutes, then try again.' },
    500: { title: 'Sorry, the system is not well', todo: 'Try again in a few minutes. What was saved is not lost.' },
  },
  code: (requestId) => `If you contact an officer, give the code ${requestId}.`,
  home: 'To the home page',
}
