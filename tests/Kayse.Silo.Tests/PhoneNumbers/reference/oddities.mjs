import { getCountryCallingCode, getExampleNumber } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/examples.mobile.json'
import { extension } from './writing.mjs'

const CONTEXTS = [
  code => `+${code}`, code => `+${code}-.()`, () => 'example.com', () => 'a', () => '1.2-3.com7', () => '', () => '+', () => '!', () => '+a', () => '+-', () => 'com.',
  () => '1.', () => '.com', () => 'exa-mple', () => 'a-1', code => `+${code};x=1`, code => `+${code} `, () => 'e\u0301', code => `+${code}tel:`,
]

// Address forms of RFC 3966, blanks, great length, countries that don't exist.
export function* oddities(random, countries) {
  for (const country of countries) {
    const number = getExampleNumber(country, examples)
    if (!number)
      continue
    yield* uris(number.nationalNumber, number.countryCallingCode, country, random)
    yield* long(number, country, random)
    for (const unknown of ['', 'XX', 'ZZ', country.toLowerCase(), `${country} `, '001', getCountryCallingCode(country), 'constructor'])
      yield* [[number.number, unknown], [number.nationalNumber, unknown]]
    yield [number.number + extension(random), undefined]
    yield [number.formatNational() + extension(random), country]
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

function* long(number, country, random) {
  for (const length of [249, 250, 251, 252 + random.below(100)]) {
    yield [number.number.padEnd(length, ' '), undefined]
    yield [number.number.padEnd(length, random.digits(1)), undefined]
    yield [number.nationalNumber.split('').join('-'.repeat(20)).padEnd(length, '.'), country]
    yield [`tel:${number.nationalNumber};phone-context=`.padEnd(length, 'a'), country]
  }
}
