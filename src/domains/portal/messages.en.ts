import { portalId } from './messages.id.ts'

/** What the public's own corner says in English; its desk is for officers and Indonesian. */
export const portalEn: typeof portalId = {
  pages: [
    { href: '/lacak', title: 'Track a request', text: 'See where your request is.', words: 'status where is my request number' },
    { href: '/verifikasi', title: 'Check a letter', text: 'Make sure a letter is genuine and still valid.', words: 'verify fake genuine QR code' },
    { href: '/kinerja', title: 'How we perform', text: 'How long services really take.', words: 'time on time performance' },
    { href: '/maklumat', title: 'Service charter', text: 'What we promise you.', words: 'promise standard' },
    { href: '/kontak', title: 'Address, hours and officials', text: 'Where our counter is, when it is open, who is in charge.', words: 'address office hours phone head counter' },
    { href: '/program', title: 'Open programmes', text: 'Programmes with few places.', words: 'grant aid quota registration' },
  ],
  search: {
    title: 'Search', lead: 'Use your own words, for example: borrow money, halal label, lost letter.', field: 'What are you looking for?', button: 'Search',
    found: (count, asked) => `${count} results for “${asked}”`,
    none: (asked) => `Nothing fits “${asked}”`, noneMore: 'Try other words, or ask an officer.', ask: 'Ask an officer',
    kinds: { service: 'Service', answer: 'Question and answer', guidance: 'Steps', news: 'News', page: 'Page' },
  },
  help: {
    title: 'Help', lead: 'Answers to what people ask most.', steps: 'Step by step', stepsLead: 'Short guidance, in Javanese too.',
    topics: { letter: 'Letters and requests', business: 'Licences and business', cooperative: 'Cooperatives', account: 'Account and data', help: 'Help by a person' },
    stepsTitle: 'Short guidance', tongues: portalId.help.tongues, tongueLabel: 'Language of the guidance', listen: 'Listen',
  },
  news: {
    title: 'News', lead: 'From the office.', none: 'No news yet', noneMore: 'News appears here.', all: 'All news', onDay: (day) => day,
    untranslated: 'This piece is in Indonesian only.',
  },
  contact: {
    title: 'Address, hours and officials', lead: 'Come, call, or write. You need no appointment.', address: 'Counter', hours: 'Open', phone: 'Phone', email: 'E-mail', website: 'Site',
    officials: 'Officials', post: 'Post', name: 'Name', daysOff: 'Next days off', noDaysOff: 'No days off on record.', villages: 'Is your village office nearer? Village officers help in the same time, for the same Rp0.',
    forms: 'Paper forms', formsLead: 'Each service has a form to print on its page.',
  },
  desk: portalId.desk,
}
