import { PhoneNumberFormat, library, plans } from './library.mjs'
import { extension } from './writing.mjs'

const CONTEXTS = [
  code => `+${code}`, code => `+${code}-.()`, () => 'example.com', () => 'a', () => '1.2-3.com7', () => '', () => '+', () => '!', () => '+a', () => '+-', () => 'com.',
  () => '1.', () => '.com', () => 'exa-mple', () => 'a-1', code => `+${code};x=1`, code => `+${code} `, () => 'e\u0301', code => `+${code}tel:`,
]

// Address forms of RFC 3966, blanks, great length, countries that don't exist.
export function* oddities(random, countries) {
  for (const country of countries) {
    const { callingCode, example } = plans.get(country)
    if (!example)
      continue
    const international = `+${callingCode}${example}`
    yield* uris(example, callingCode, country, random)
    yield* long(international, example, country, random)
    for (const unknown of ['', 'XX', 'ZZ', country.toLowerCase(), `${country} `, '001', callingCode, 'constructor'])
      yield* [[international, unknown], [example, unknown]]
    yield [international + extension(random), undefined]
    yield [library.format(library.parse(international), PhoneNumberFormat.NATIONAL) + extension(random), country]
  }
  yield* ['', ' ', '\t\n', '\u00A0', '\u3000', '+', '++', ' + ', '\uFF0B', '-', '()', '\u200B', '0', '00', '000', '#', '~123', '12~3456', '~', 'tel:', ';phone-context=', ';isub=1', '+;isub=1'].map(input => [input, 'GB'])
}

function* uris(national, code, country, random) {
  for (const context of CONTEXTS) {
    const suffix = `;phone-context=${context(code)}`
    yield [`${random.pick(['tel:', '', 'TEL:', 'call tel:'])}${national}${random.pick(['', ';ext=12', ';isub=9'])}${suffix}${random.pick(['', '', ';isub=1', ';ext=3'])}`, random.pick([country, undefined])]
  }
  yield* [`tel:+${code}${national}`, `+${code}${national};isub=12`, `${national};isub=12`, `${national};phone-context=+${code};tel:5`, `tel:+${code}${national};phone-context=+${code}`].map(input => [input, country])
}

function* long(international, example, country, random) {
  for (const length of [249, 250, 251, 252 + random.below(100)]) {
    yield [international.padEnd(length, ' '), undefined]
    yield [international.padEnd(length, random.digits(1)), undefined]
    yield [example.split('').join('-'.repeat(20)).padEnd(length, '.'), country]
    yield [`tel:${example};phone-context=`.padEnd(length, 'a'), country]
  }
}
