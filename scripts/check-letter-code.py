#!/usr/bin/env python3
"""Checks letter codes independently of the product: Python's standard library and docs/letter-code.md, nothing else.

    check-letter-code.py [letter-code.md]            judges every test vector of that page; exit 1 if one differs
    check-letter-code.py [letter-code.md] TEXT       judges the text of a QR with the keys and the list of that page
"""
import base64, hashlib, json, pathlib, re, sys, unicodedata

BASE_41 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$+-/:'
SPACE = '[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]+'
CODE = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

# P-256 (FIPS 186-5): prime, coefficients, order, base point.
P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffff
A = P - 3
B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b
N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551
G = (0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296,
     0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5)


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


def verifies(key, signature, message):
    x, y = (int.from_bytes(unbase64(key[name]), 'big') for name in 'xy')
    if (y * y - x * x * x - A * x - B) % P:
        return False
    r, s = int.from_bytes(signature[:32], 'big'), int.from_bytes(signature[32:], 'big')
    if len(signature) != 64 or not (0 < r < N and 0 < s < N):
        return False
    digest, inverse = int.from_bytes(hashlib.sha256(message).digest(), 'big'), pow(s, -1, N)
    point = add(times(digest * inverse % N, G), times(r * inverse % N, (x, y)))
    return point is not None and point[0] % N == r


def unbase64(text):
    return base64.urlsafe_b64decode(text + '=' * (-len(text) % 4))


def unbase41(text):
    if len(text) % 3 == 1:
        raise ValueError('length')
    result = b''
    for i in range(0, len(text), 3):
        group = text[i:i + 3]
        number = sum(BASE_41.index(character) * 41 ** power for power, character in enumerate(group))
        result += number.to_bytes(len(group) - 1, 'big') if number < 256 ** (len(group) - 1) else fault()
    return result


def fault():
    raise ValueError('form')


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        part = self.data[self.at:self.at + count]
        self.at += count
        return part if len(part) == count else fault()

    def number(self, count=1):
        return int.from_bytes(self.take(count), 'big')

    def date(self):
        packed = self.number(2)
        if packed == 0:
            return None
        year, month, day = 2000 + (packed >> 9), packed >> 5 & 15, packed & 31
        leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        if not 1 <= month <= 12 or not 1 <= day <= MONTH_DAYS[month - 1] + leap:
            fault()
        return f'{year}-{month:02}-{day:02}'

    def text(self, most):
        length = self.number()
        text = self.take(length).decode('utf-8') if length <= most else fault()
        return text if text == re.sub(SPACE, ' ', unicodedata.normalize('NFC', text)).strip(' ') else fault()


def is_code(code):
    values = [CODE.find(character) for character in code]
    return len(code) == 12 and min(values) >= 0 and values[11] == sum((i + 1) * v for i, v in enumerate(values[:11])) % 31


def facts_of(body):
    reader = Reader(body)
    reader.take(1)
    key_id, ways = reader.take(4).hex(), reader.number()
    facts = {'signature': ['test', 'wet-ink', 'certified'][ways >> 4], 'scale': ['none', 'micro', 'small', 'medium', 'large'][ways & 15]}
    facts['issuedOn'], facts['validUntil'] = reader.date() or fault(), reader.date()
    for name, most in (('code', 12), ('kind', 8), ('number', 40), ('holder', 50), ('business', 60), ('place', 40)):
        facts[name] = reader.text(most)
    if reader.at != len(body) or not is_code(facts['code']):
        fault()
    return facts, key_id


def withdrawals(published, keys):
    body = unbase64(published['body'])
    key = keys.get(body[1:5].hex())
    if body[0] != 129 or not key or not verifies(key, unbase64(published['signature']), body):
        sys.exit('the revocation list is not signed by a published key')
    return {body[i:i + 6]: ['revoked', 'replaced'][body[i + 6]] for i in range(9, len(body), 7)}


def judge(text, page):
    keys = {key['kid']: key for key in page['keys']}
    address, _, content = text.strip().rpartition('#')
    try:
        data = unbase41(content)
        if len(data) <= 64 or data[0] != 1:
            return ('newer-format' if len(data) > 64 and 1 < data[0] < 128 else 'not-a-letter-code'), None
        body, signature = data[:-64], data[-64:]
        facts, key_id = facts_of(body)
    except (ValueError, IndexError):
        return 'not-a-letter-code', None
    addressed = re.search(r'/v/([^/?#]+)$', address)
    if addressed and re.sub(r'[\s.-]', '', addressed[1]).upper() != facts['code']:
        return 'altered', None
    key = keys.get(key_id)
    if not key:
        return 'unknown-key', None
    if not verifies(key, signature, body):
        return 'altered', None
    if not key['from'] <= facts['issuedOn'] <= key.get('until', '9999'):
        return 'unknown-key', None
    withdrawn = withdrawals(page['revoked'], keys).get(hashlib.sha256(facts['code'].encode()).digest()[:6])
    if withdrawn:
        return withdrawn, facts
    return ('expired' if facts['validUntil'] and facts['validUntil'] < page['today'] else 'valid'), facts


def main(arguments):
    default = pathlib.Path(__file__).parent.parent / 'docs' / 'letter-code.md'
    path = pathlib.Path(arguments.pop(0)) if arguments and arguments[0].endswith('.md') else default
    blocks = re.findall(r'```json\n(.*?)\n```', path.read_text(encoding='utf-8'), re.S)
    page = next(block for block in map(json.loads, blocks) if 'vectors' in block)
    if arguments:
        verdict, facts = judge(arguments[0], page)
        print(verdict, json.dumps(facts, ensure_ascii=False))
        return 0 if verdict == 'valid' else 1
    wrong = 0
    for vector in page['vectors']:
        verdict, facts = judge(vector['text'], page)
        agrees = verdict == vector['verdict'] and facts == vector.get('facts')
        wrong += not agrees
        print(f"{'ok   ' if agrees else 'WRONG'} {vector['name']}: {verdict}")
    print(f"{len(page['vectors']) - wrong} of {len(page['vectors'])} vectors agree")
    return 1 if wrong or not page['vectors'] else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
