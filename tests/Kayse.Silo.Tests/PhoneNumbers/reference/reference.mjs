import { Metadata, ParseError, isSupportedCountry, parsePhoneNumberFromString, parsePhoneNumberWithError, validatePhoneNumberLength } from 'libphonenumber-js/max'

const MAX_LENGTH = 250
const metadata = new Metadata()

// What IPhoneNumberParser is to answer. `kind` is valid, invalid or empty; only `empty` and the bound on the length are not the library's own.
export function judge(input, country) {
  if (isEmpty(input))
    return { kind: 'empty', ...parsed(input, country) }
  // The library doesn't bound an input that has a phone-context.
  if (input.length > MAX_LENGTH)
    return { kind: 'invalid', reason: 'too_long' }
  const number = parsed(input, country)
  return number.e164 ? { kind: 'valid', ...number } : { kind: 'invalid', reason: reasonFor(input, country) }
}

function parsed(input, country) {
  forgetContext()
  const number = parsePhoneNumberFromString(input, { defaultCountry: country, extract: false })
  return number?.isValid() ? { e164: number.number, phoneCountry: number.country } : {}
}

// The library checks a phone-context with regular expressions that carry their position over to the next call:
// every other valid one is refused. One that is invalid puts them back to the start.
function forgetContext() {
  parsePhoneNumberFromString('tel:1;phone-context=!')
}

function isEmpty(input) {
  // White space is .NET's: \s has a zero-width space more and a control character less.
  const visible = input.replace(/\p{White_Space}/gu, '')
  const text = visible.replace(/[-\u2010-\u2015\u2212\u30FC\uFF0D/\uFF0F.\uFF0E\u00AD\u200B\u2060()[\]\uFF08\uFF09\uFF3B\uFF3D~\u2053\u223C\uFF5E]/g, '')
  if (visible === '')
    return true
  if (!/^[+\uFF0B]/.test(text))
    return false
  const code = text.slice(1).replace(/[\uFF10-\uFF19\u0660-\u0669\u06F0-\u06F9]/g, digit => String(digit.charCodeAt(0) & 15))
  return code === '' || (/^\d{1,3}$/.test(code) && Boolean(metadata.hasCallingCode(code)))
}

function reasonFor(input, country) {
  const options = { defaultCountry: isSupportedCountry(country) ? country : undefined, extract: false }
  try {
    forgetContext()
    parsePhoneNumberWithError(input, options)
  } catch (error) {
    if (!(error instanceof ParseError))
      throw error
    return { NOT_A_NUMBER: 'not_a_number', INVALID_COUNTRY: 'unknown_country', TOO_SHORT: 'too_short', TOO_LONG: 'too_long' }[error.message]
  }
  forgetContext()
  return { TOO_SHORT: 'too_short', TOO_LONG: 'too_long' }[validatePhoneNumberLength(input, options)] ?? 'invalid'
}
