import { PhoneNumberFormat, PhoneNumberUtil, callingCodes, library } from './library.mjs'

const MAX_LENGTH = 250
const { IS_POSSIBLE_LOCAL_ONLY, TOO_LONG, TOO_SHORT } = PhoneNumberUtil.ValidationResult
const VERDICTS = { [TOO_SHORT]: 'too_short', [IS_POSSIBLE_LOCAL_ONLY]: 'too_short', [TOO_LONG]: 'too_long' }
const REFUSALS = {
  'Invalid country calling code': 'unknown_country',
  'The string supplied did not seem to be a phone number': 'not_a_number',
  'Phone number too short after IDD': 'too_short',
  'The string supplied is too short to be a phone number': 'too_short',
  'The string supplied is too long to be a phone number': 'too_long',
}

// What IPhoneNumberParser is to answer. `kind` is valid, invalid or empty; only `empty` and the bound on the length are not the library's own.
export function judge(input, country) {
  if (isEmpty(input))
    return { kind: 'empty' }
  if (input.length > MAX_LENGTH)
    return { kind: 'invalid', reason: 'too_long' }
  let number
  try {
    number = library.parse(input, country)
  } catch (refusal) {
    const reason = REFUSALS[refusal.message]
    if (!reason)
      throw refusal
    return { kind: 'invalid', reason }
  }
  if (!library.isValidNumber(number))
    return { kind: 'invalid', reason: VERDICTS[library.isPossibleNumberWithReason(number)] ?? 'invalid' }
  const region = library.getRegionCodeForNumber(number)
  return { kind: 'valid', e164: library.format(number, PhoneNumberFormat.E164), phoneCountry: region?.length === 2 ? region : undefined }
}

function isEmpty(input) {
  // White space is .NET's: \s has a byte order mark more and a control character less.
  const visible = input.replace(/\p{White_Space}/gu, '')
  if (visible === '')
    return true
  const text = visible.replace(/[\p{Pd}\p{Ps}\p{Pe}\p{Cf}./]/gu, '')
  if (!/^[+\uFF0B]/.test(text))
    return false
  const code = text.slice(1).replace(/[\uFF10-\uFF19\u0660-\u0669\u06F0-\u06F9]/g, digit => String(digit.charCodeAt(0) & 15))
  return code === '' || (/^\d{1,3}$/.test(code) && callingCodes.has(String(Number(code))))
}
