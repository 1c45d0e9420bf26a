#!/usr/bin/env python3
"""Recomputes a report from the log independently of the product: Python's standard library, docs/verify.md and docs/log.md, nothing else.

    check-report.py REPORT LOG [ROOTS]      says `equal`, or names the entry or the figures that differ, or what it does not know; exit 1 then
"""
import base64, bisect, datetime, hashlib, json, re, sys

# P-256 (FIPS 186-5): prime, coefficients, order, base point.
P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffff
A = P - 3
B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b
N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551
G = (0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296,
     0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5)

ZEROS = '0' * 64
WIB = 7 * 3_600_000
DAY = 86_400
EPOCH = datetime.date(1970, 1, 1).toordinal()
ENDS = {'issued', 'completed', 'following', 'rejected', 'withdrawn', 'expired'}
WORK = {'accept', 'return', 'verify', 'survey', 'report', 'consult', 'advise', 'score', 'rank', 'initial', 'sign', 'follow', 'complete', 'reject'}
LOOKS = {'accept', 'return', 'reject'}
# The editions of the catalogue: which figures a report holds, each in which version.
EDITIONS = {1: dict.fromkeys(
    'masuk selesai terbit ditolak ditarik tepat-waktu periksa-tepat-waktu waktu-median waktu-p90 waktu-terlama waktu-pemohon-median sekali-jalan dikembalikan-dua-kali '
    'terbuka terlambat-terbuka tahap-berkas tahap-median tahap-p90 tahap-terlama sebab-dikembalikan langkah petugas-aktif'.split(), 1)}
STAGES = ['intake', 'verify', 'survey', 'advice', 'score', 'initial-1', 'initial-2', 'initial-3', 'sign']
STAGE_OF = {'submitted': 'intake', 'accepted': 'verify', 'surveying': 'survey', 'surveyed': 'verify', 'advising': 'advice', 'advised': 'verify', 'scoring': 'score',
             'scored': 'score', 'initialed': 'sign', 'signing': 'sign'}


class Fault(Exception):
    """What is wrong, in words."""


class Unknown(Exception):
    """A day whose days off are not known."""


def add(p, q):
    if p is None or q is None:
        return p or q
    if p[0] == q[0]:
        if (p[1] + q[1]) % P == 0:
            return None
        slope = (3 * p[0] * p[0] + A) * pow(2 * p[1], -1, P) % P
    else:
        slope = (q[1] - p[1]) * pow(q[0] - p[0], -1, P) % P
    x = (slope * slope - p[0] - q[0]) % P
    return x, (slope * (p[0] - x) - p[1]) % P


def times(k, p):
    total = None
    while k:
        if k & 1:
            total = add(total, p)
        p, k = add(p, p), k >> 1
    return total


def unbase64(text):
    return base64.urlsafe_b64decode(text + '=' * (-len(text) % 4))


def verifies(key, signature, message):
    x, y = (int.from_bytes(unbase64(key[name]), 'big') for name in 'xy')
    if (y * y - x * x * x - A * x - B) % P or len(signature) != 64:
        return False
    r, s = int.from_bytes(signature[:32], 'big'), int.from_bytes(signature[32:], 'big')
    if not (0 < r < N and 0 < s < N):
        return False
    digest, inverse = int.from_bytes(hashlib.sha256(message).digest(), 'big'), pow(s, -1, N)
    point = add(times(digest * inverse % N, G), times(r * inverse % N, (x, y)))
    return point is not None and point[0] % N == r


def checked_roots(file):
    keys = {key['id']: key['jwk'] for key in file['keys']}
    roots, before = sorted(file['items'], key=lambda root: root['day']), None
    for root in roots:
        statement = '\n'.join(['ditakopum-log-root', '1', root['office'], root['day'], str(root['firstSeq']), str(root['lastSeq']), root['root']])
        if root['keyId'] not in keys or not verifies(keys[root['keyId']], unbase64(root['signature']), statement.encode()):
            raise Fault(f"the root of {root['day']} is not signed by a key of the file")
        if before and not (root['day'] > before['day'] and root['office'] == before['office'] and root['firstSeq'] == before['lastSeq'] + 1 and root['lastSeq'] >= before['lastSeq']):
            raise Fault(f"the root of {root['day']} does not follow the one before it")
        before = root
    return roots


def checked_entries(lines, roots):
    """Follows the chain; gives (seq, hash, body as text)."""
    by_seq = {}
    for root in roots:
        by_seq.setdefault(root['lastSeq'], []).append(root)
    prev, seq = ZEROS, 0
    for number, line in enumerate(lines, 1):
        if line.strip() == '':
            continue
        try:
            entry = json.loads(line)
            body = entry['body']
        except (ValueError, KeyError, TypeError):
            raise Fault(f'line {number} is no entry')
        seq += 1
        if entry['seq'] != seq:
            raise Fault(f"entry {seq} is not in its place: {entry['seq']} stands there")
        if hashlib.sha256(f"{entry['prev']}\n{seq}\n{body}".encode()).hexdigest() != entry['hash']:
            raise Fault(f'entry {seq} is altered')
        if entry['prev'] != prev:
            raise Fault(f'entry {seq} does not follow the one before it')
        prev = entry['hash']
        for root in by_seq.get(seq, []):
            if root['root'] != prev:
                raise Fault(f"the log was written anew before entry {seq}: it is not the one of the root of {root['day']}")
        yield seq, prev, body
    cut = next((root for root in roots if root['lastSeq'] > seq), None)
    if cut:
        raise Fault(f"the log is cut after entry {seq}: the root of {cut['day']} names {cut['lastSeq']}")


def moment(text):
    """Milliseconds since 1970, UTC."""
    read = re.fullmatch(r'(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{3})Z', text)
    if not read:
        raise Fault(f'{text} is no moment')
    year, month, day, hour, minute, second, thousandths = map(int, read.groups())
    return ((datetime.date(year, month, day).toordinal() - EPOCH) * DAY + hour * 3600 + minute * 60 + second) * 1000 + thousandths


def midnight(date):
    """The moment at which a day begins in WIB."""
    return (datetime.date.fromisoformat(date).toordinal() - EPOCH) * DAY * 1000 - WIB


def days_of(kind, key):
    patterns = {'monthly': r'(\d{4})-(0[1-9]|1[0-2])', 'quarterly': r'(\d{4})-K([1-4])', 'yearly': r'(\d{4})()'}
    read = re.fullmatch(patterns.get(kind, '(?!)'), key)
    if not read:
        raise Fault(f'{key} is no period')
    year = int(read[1])
    first, last = {'monthly': lambda n: (n, n), 'quarterly': lambda n: (3 * n - 2, 3 * n), 'yearly': lambda n: (1, 12)}[kind](int(read[2] or 1))
    end = datetime.date(year + last // 12, last % 12 + 1, 1) - datetime.timedelta(days=1)
    return f'{year}-{first:02}-01', end.isoformat()


class Calendar:
    """Wall-clock seconds are seconds since 1 January 1970, midnight WIB."""

    def __init__(self, data):
        weeks = [self.week(text) for text in data['weeks']]
        off = {}
        for text in data['daysOff']:
            read = re.fullmatch(r'(\d{4}-\d\d-\d\d) (national|joint-leave|local|substitute)', text)
            if not read:
                raise ValueError(text)
            off.setdefault(read[1], set()).add(read[2])
        years = sorted({int(date[:4]) for date, kinds in off.items() if date[4:] == '-01-01' and 'national' in kinds and 'national' in off.get(date[:4] + '-12-25', ())})
        if not years or years[-1] - years[0] + 1 != len(years):
            raise ValueError('years')
        self.first = datetime.date(years[0], 1, 1).toordinal() - EPOCH
        self.end = datetime.date(years[-1] + 1, 1, 1).toordinal() - EPOCH
        self.hours, self.before, self.working, total = [], [], [], 0
        for day in range(self.first, self.end):
            date = datetime.date.fromordinal(day + EPOCH)
            iso, best = date.isoformat(), None
            for week in weeks:
                if week[0] <= iso and (week[1] is None or iso <= week[1]) and (best is None or week[0] >= best[0]):
                    best = week
            if best is None:
                raise ValueError(iso)
            opens, closes = (0, 0) if iso in off or best[2][date.weekday()] is None else best[2][date.weekday()]
            self.hours.append((opens, closes))
            self.before.append(total)
            if opens < closes:
                self.working.append(day)
            total += closes - opens
        self.total = total

    @staticmethod
    def week(text):
        read = re.fullmatch(r'(\d{4}-\d\d-\d\d) (\d{4}-\d\d-\d\d|-)((?: (?:\d{1,4}-\d{1,4}|-)){7})', text)
        if not read:
            raise ValueError(text)
        days = [None if part == '-' else tuple(int(minute) * 60 for minute in part.split('-')) for part in read[3].split()]
        if any(day and not day[0] < day[1] <= DAY for day in days):
            raise ValueError(text)
        return read[1], None if read[2] == '-' else read[2], days

    def of(self, day):
        if not self.first <= day < self.end:
            raise Unknown
        return self.hours[day - self.first]

    def until(self, wall):
        """Office seconds from the first known day up to a moment."""
        day, time = divmod(wall, DAY)
        opens, closes = self.of(day)
        return self.before[day - self.first] + min(max(time - opens, 0), closes - opens)

    def between(self, start, end):
        return self.until(end) - self.until(start) if end > start else 0

    def after(self, start, seconds):
        """The earliest moment at which so much office time has passed."""
        begun = self.until(start)
        if seconds == 0:
            return start
        goal = begun + seconds
        if goal > self.total:
            raise Unknown
        at = bisect.bisect_left(self.before, goal) - 1
        return (self.first + at) * DAY + self.hours[at][0] + goal - self.before[at]

    def working_day(self, day, count):
        """The count-th working day from that day on, itself being number 0 if it is one."""
        at = bisect.bisect_left(self.working, day) + count
        if at >= len(self.working):
            raise Unknown
        return self.working[at]

    def start(self, wall):
        day, time = divmod(wall, DAY)
        opens, closes = self.of(day)
        if opens < closes and time <= closes:
            return day, wall
        day = self.working_day(day + 1, 0)
        return day, day * DAY + self.of(day)[0]


def wall(at):
    return (at + WIB) // 1000


def at_of(wall_seconds):
    return wall_seconds * 1000 - WIB


def joined(pauses, start):
    result = []
    for begin, end in sorted(pauses):
        begin = max(begin, start)
        if end <= begin:
            continue
        if result and begin <= result[-1][1]:
            result[-1][1] = max(result[-1][1], end)
        else:
            result.append([begin, end])
    return result


def clock_of(entries, calendar, days, hours, until):
    """(due, minutes of the office, minutes of the applicant, since when it lies with him); moments in milliseconds. Raises Unknown."""
    submitted = accepted = returned = None
    pauses = []
    for entry in entries:
        if entry['step'] == 'accept' and accepted is None:
            accepted = entry['at']
        elif entry['step'] == 'return' and returned is None:
            returned = entry['at']
        elif entry['step'] == 'submit':
            if accepted is None:
                submitted = entry['at']
            elif returned is not None:
                pauses.append((wall(returned), wall(entry['at'])))
            returned = None
    if accepted is None:
        return None
    if submitted is not None:
        calendar.after(wall(submitted), hours * 3600)
    day_zero, start = calendar.start(wall(accepted))
    last = calendar.working_day(day_zero, days)
    due = last * DAY + calendar.of(last)[1]
    left, cursor = calendar.between(start, due), start
    for begin, end in joined(pauses, start):
        if begin >= due:
            break
        left -= calendar.between(cursor, begin)
        cursor, due = end, calendar.after(end, left)
    stop = wall(until)
    waits = joined(pauses + ([] if returned is None else [(wall(returned), stop)]), start)
    waited = sum(calendar.between(begin, min(end, stop)) for begin, end in waits)
    return at_of(due), (calendar.between(start, stop) - waited) // 60, waited // 60, returned


def look_of(entries, calendar_at, counts):
    at = next((i for i, entry in enumerate(entries) if entry['step'] in LOOKS), None)
    if at is None:
        return None
    look, in_time = entries[at], None
    submits = [entry['at'] for entry in entries[:at] if entry['step'] == 'submit']
    calendar = calendar_at(look['seq'])
    if counts and calendar and submits:
        try:
            in_time = look['at'] <= at_of(calendar.after(wall(submits[-1]), counts[1] * 3600))
        except Unknown:
            pass
    return look['seq'], in_time


def stays_of(entries, calendar_at):
    stays, stage, since, initials = [], None, 0, 0
    for entry in entries:
        to = entry['to']
        if to is None or to == 'draft' or entry['step'] in ('assign', 'remind'):
            continue
        if entry['step'] == 'initial':
            initials += 1
        elif entry['step'] in ('verify', 'return'):
            initials = 0
        verified = 'verify' if whole(entry['data'].get('initials')) == 0 else f'initial-{initials + 1}' if initials < 3 else None
        coming = verified if to == 'verified' else STAGE_OF.get(to)
        if coming == stage:
            continue
        calendar = calendar_at(entry['seq'])
        if stage and calendar:
            try:
                stays.append((entry['seq'], stage, calendar.between(wall(since), wall(entry['at'])) // 60))
            except Unknown:
                pass
        stage, since = coming, entry['at']
    return stays


def whole(value):
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def case_of(entries, calendar_at, last_seq, now):
    end = next((i for i, entry in enumerate(entries) if entry['to'] in ENDS), None)
    ended = None if end is None else entries[end]
    entries = entries if end is None else entries[:end + 1]
    submits = [entry for entry in entries if entry['step'] == 'submit']
    if not submits:
        return None
    case = {'sent': submits[0]['seq'], 'ended': ended and ended['seq'], 'as': ended and ended['to']}
    for key in ('service', 'channel', 'district'):
        said = [entry['data'][key] for entry in entries if entry['step'] in ('create', 'submit') and isinstance(entry['data'].get(key), str)]
        case[key] = said[-1] if said else None
    promised = [(whole(entry['data'].get('days')), whole(entry['data'].get('intakeHours'))) for entry in submits]
    counts = next((both for both in promised if None not in both), None)
    calendar, clock = calendar_at(ended['seq'] if ended else last_seq), None
    if counts and calendar:
        try:
            clock = clock_of(entries, calendar, *counts, ended['at'] if ended else now)
        except Unknown:
            pass
    case['in_time'] = case['office'] = case['applicant'] = None
    if clock:
        due, case['office'], case['applicant'], returned = clock
        case['in_time'] = (ended['at'] if ended else now if returned is None else returned) <= due
    case['look'] = look_of(entries, calendar_at, counts)
    case['stays'] = stays_of(entries, calendar_at)
    case['returns'] = [(entry['seq'], {item for item in entry['data'].get('items') or [] if isinstance(item, str)}) for entry in entries if entry['step'] == 'return']
    case['work'] = [(entry['seq'], entry['actor']) for entry in entries if entry['step'] in WORK and entry['actor']]
    return case


def percentile(values, percent):
    return sorted(values)[max(0, -(-percent * len(values) // 100) - 1)] if values else None


def units(text):
    return text.encode('utf-16-be')


def figures_of(cases, first, last):
    within = lambda seq: seq is not None and first <= seq <= last
    sent = [case for case in cases if within(case['sent'])]
    ended = [case for case in cases if within(case['ended'])]
    as_ = lambda *ways: [case for case in ended if case['as'] in ways]
    decided = as_('issued', 'completed', 'following', 'rejected')
    looked = [case for case in cases if case['look'] and within(case['look'][0])]
    opened = [case for case in cases if case['ended'] is None]
    count = lambda group: {'value': len(group)}
    minutes = lambda key, percent: lambda group: {'value': percentile([case[key] for case in group if case[key] is not None], percent)}

    def share(known, part):
        return lambda group: {'value': None, 'part': sum(1 for case in group if known(case) and part(case)), 'whole': sum(1 for case in group if known(case))}

    everywhere, services = ('service', 'district', 'channel'), ('service',)
    figures = {}

    def figure(code, unit, group, make, split):
        rows = [{'by': {}, **make(group)}]
        for dimension in split:
            values = sorted({case[dimension] for case in group if case[dimension] is not None}, key=units)
            rows += [{'by': {dimension: value}, **make([case for case in group if case[dimension] == value])} for value in values]
        figures[code] = {'code': code, 'version': 1, 'unit': unit, 'rows': rows}

    figure('masuk', 'count', sent, count, everywhere)
    figure('selesai', 'count', decided, count, everywhere)
    figure('terbit', 'count', as_('issued'), count, services)
    figure('ditolak', 'count', as_('rejected'), count, services)
    figure('ditarik', 'count', as_('withdrawn', 'expired'), count, services)
    figure('tepat-waktu', 'share', decided, share(lambda case: case['in_time'] is not None, lambda case: case['in_time']), everywhere)
    figure('periksa-tepat-waktu', 'share', looked, share(lambda case: case['look'][1] is not None, lambda case: case['look'][1]), everywhere)
    for code, percent in (('waktu-median', 50), ('waktu-p90', 90), ('waktu-terlama', 100)):
        figure(code, 'minutes', decided, minutes('office', percent), everywhere)
    figure('waktu-pemohon-median', 'minutes', decided, minutes('applicant', 50), services)
    figure('sekali-jalan', 'share', decided, share(lambda case: True, lambda case: not case['returns']), everywhere)
    figure('dikembalikan-dua-kali', 'share', decided, share(lambda case: True, lambda case: len(case['returns']) >= 2), services)
    figure('terbuka', 'count', opened, count, everywhere)
    figure('terlambat-terbuka', 'count', [case for case in opened if case['in_time'] is False], count, everywhere)

    stays = [stay for case in cases for stay in case['stays'] if within(stay[0])]
    met = [stage for stage in STAGES if any(stay[1] == stage for stay in stays)]
    for code, unit, value in (
        ('tahap-berkas', 'count', len), ('tahap-median', 'minutes', lambda values: percentile(values, 50)), ('tahap-p90', 'minutes', lambda values: percentile(values, 90)),
        ('tahap-terlama', 'minutes', lambda values: percentile(values, 100)),
    ):
        of = lambda *stages: value([stay[2] for stay in stays if stay[1] in stages])
        figures[code] = {'code': code, 'version': 1, 'unit': unit, 'rows': [{'by': {}, 'value': of(*STAGES)}] + [{'by': {'stage': stage}, 'value': of(stage)} for stage in met]}
    returns = [items for case in cases for seq, items in case['returns'] if within(seq)]
    named = {reason: sum(reason in items for items in returns) for reason in set().union(*returns)}
    reasons = sorted(named, key=lambda reason: (-named[reason], units(reason)))
    work = [actor for case in cases for seq, actor in case['work'] if within(seq)]
    for code, rows in (
        ('sebab-dikembalikan', [{'by': {}, 'value': len(returns)}] + [{'by': {'reason': reason}, 'value': named[reason]} for reason in reasons]),
        ('langkah', [{'by': {}, 'value': len(work)}]), ('petugas-aktif', [{'by': {}, 'value': len(set(work))}]),
    ):
        figures[code] = {'code': code, 'version': 1, 'unit': 'count', 'rows': rows}
    return list(figures.values())


def told(rows):
    """What is said under each key; a key said twice differs from one said once."""
    result = {}
    for row in rows:
        text = f"{row['part']}/{row['whole']}" if row.get('whole') is not None and row['value'] is None else str(row['value'])
        result.setdefault(json.dumps(row['by'], sort_keys=True), []).append(text)
    return result


def differences(stated, computed):
    for code in dict.fromkeys([one['code'] for one in computed + stated]):
        theirs, ours = [[one for one in figures if one['code'] == code] for figures in (stated, computed)]
        if len(theirs) != 1 or len(ours) != 1 or (theirs[0]['version'], theirs[0]['unit']) != (ours[0]['version'], ours[0]['unit']):
            yield f'{code}: missing, there twice, or of another version or unit'
            continue
        theirs, ours = told(theirs[0]['rows']), told(ours[0]['rows'])
        for key in dict.fromkeys([*ours, *theirs]):
            if theirs.get(key) != ours.get(key):
                yield f"{code} {'' if key == '{}' else key}: the report says {' + '.join(theirs.get(key, ['nothing']))}, the log gives {' + '.join(ours.get(key, ['nothing']))}"


def check_place(roots, period, log, before):
    """Where the period lies by the roots. Gives the days of which they tell nothing: there the report is believed."""
    day_before = (datetime.date.fromisoformat(period['from']) - datetime.timedelta(days=1)).isoformat()
    missing = []

    def end(day, by_moment, stated):
        root = next((root for root in roots if root['day'] == day), None)
        if root:
            return root['lastSeq']
        if roots and day < roots[0]['day'] and roots[0]['firstSeq'] == 1:
            return by_moment
        missing.append(day)
        return stated
    found = end(day_before, before[0], log['firstSeq'] - 1) + 1, end(period['to'], before[1], log['lastSeq'])
    if found != (log['firstSeq'], log['lastSeq']):
        raise Fault(f'by the roots the period lies elsewhere in the log: {found}')
    return missing


def check(report, lines, roots_file):
    period, log = report['period'], report['log']
    if (period['from'], period['to']) != days_of(period['kind'], period['key']):
        raise Fault('the days are not those of the period')
    roots = checked_roots(roots_file) if roots_file else []
    begin, now = midnight(period['from']), midnight(period['to']) + DAY * 1000
    cases, calendars, before = {}, [], [0, 0]
    found = ZEROS if log['lastSeq'] == 0 else None
    for seq, digest, text in checked_entries(lines, roots):
        body = json.loads(text)
        at = moment(body['at'])
        before = [seq if at < begin else before[0], seq if at < now else before[1]]
        if seq == log['lastSeq']:
            found = digest
        if seq > log['lastSeq']:
            continue
        if body['what'] == 'calendar.state':
            try:
                calendars.append((seq, Calendar(body['data'])))
            except (ValueError, KeyError, TypeError):
                pass
        if body['kind'] == 'application' and body['what'].startswith('application.'):
            cases.setdefault(body['subject'], []).append(
                {'seq': seq, 'at': at, 'step': body['what'][12:], 'to': body.get('to'), 'actor': body.get('actor'), 'data': body.get('data') or {}})
    if found != log['root']:
        raise Fault(f"this is not the log of the report: entry {log['lastSeq']} is missing or another one")
    missing = check_place(roots, period, log, before) if roots_file else []

    def calendar_at(seq):
        at = bisect.bisect_right([one[0] for one in calendars], seq) - 1
        return calendars[max(at, 0)][1] if calendars else None

    told_cases = [case_of(entries, calendar_at, log['lastSeq'], now) for entries in cases.values()]
    return figures_of([case for case in told_cases if case], log['firstSeq'], log['lastSeq']), missing


def main(arguments):
    if len(arguments) not in (2, 3):
        sys.exit(__doc__)
    with open(arguments[0], encoding='utf-8') as file:
        text = file.read()
    report = json.loads(text)
    roots_file = json.load(open(arguments[2], encoding='utf-8')) if len(arguments) == 3 else None
    try:
        with open(arguments[1], encoding='utf-8', newline='\n') as lines:
            computed, missing = check(report, lines, roots_file)
    except Fault as fault:
        print(f'NOT EQUAL: {fault}')
        return 1
    edition = report.get('catalogue', 1)
    known = {(one['code'], one['version']) for one in computed}
    unknown = [one for one in report['figures'] if (one['code'], one['version']) not in known]
    stated = [one for one in report['figures'] if one not in unknown]
    # Of an unknown edition what the report states is counted; of a known one everything must be there.
    asked = EDITIONS.get(edition) or {one['code']: one['version'] for one in stated}
    unknown_codes = {one['code'] for one in unknown}
    computed = [one for one in computed if asked.get(one['code']) == one['version'] and one['code'] not in unknown_codes]
    wrong = list(differences(stated, computed))
    if edition not in EDITIONS:
        print(f'UNKNOWN edition {edition} of the catalogue')
    for one in unknown:
        print(f"UNKNOWN {one['code']} by version {one['version']} of its definition")
    for line in wrong:
        print(f'DIFFERS {line}')
    if wrong:
        return 1
    if unknown or edition not in EDITIONS:
        print('CANNOT BE SAID: the other figures are equal')
        return 1
    kept = {key: report[key] for key in ('office', 'period', 'log', 'catalogue') if key in report}
    again = json.dumps(kept | {'figures': computed}, sort_keys=True, separators=(',', ':'), ensure_ascii=False) + '\n'
    print(f"equal: {len(computed)} figures, {sum(len(one['rows']) for one in computed)} rows{', the same bytes' if again == text else ''}")
    print(f"in the foot of the printed report: {report['period']['to']}  {report['log']['lastSeq']}  {report['log']['root']}")
    if missing:
        print(f"not checked: the roots have none of {' and '.join(missing)}, so where the period lies there is taken from the report")
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
