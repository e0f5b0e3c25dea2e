import { PhoneNumberFormat, callingCodes, countries, library, parsed, plans, worldwidePlans } from './library.mjs'
import { Random } from './random.mjs'
import { sample } from './samples.mjs'
import { oddities } from './oddities.mjs'
import { disfigure, write } from './writing.mjs'

const random = new Random(20260105)

// Pairs of what is typed and of the default country.
export function* inputs() {
  for (const country of countries)
    yield* ofPlan(plans.get(country), country)
  for (const plan of worldwidePlans)
    yield* ofPlan(plan, undefined)
  yield* bareCodes()
  yield* oddities(random, countries)
  yield* garbage()
}

function* ofPlan(plan, country) {
  const { callingCode } = plan
  for (const national of nationalNumbers(plan)) {
    const prefixed = sample(plan.nationalPrefix, random) + national
    yield [national, country]
    yield [prefixed, country]
    yield [`+${callingCode}${national}`, random.pick([country, undefined, random.pick(countries)])]
    yield [`+${callingCode}${prefixed}`, random.pick([country, undefined])]
    yield [callingCode + national, country]
    yield [national, random.pick(countries)]
    yield* dialledAbroad(callingCode + national, country)
    const mutated = mutate(national)
    yield [mutated, country]
    yield [`+${callingCode}${mutated}`, undefined]
    yield* written(random.pick([national, prefixed, mutated]), callingCode, country)
  }
}

function* nationalNumbers(plan) {
  if (plan.example)
    yield plan.example
  for (const type of plan.types) {
    for (let i = 0; i < 3; i++)
      yield sample(type, random)
  }
  for (let i = 0; i < 4; i++)
    yield sample(plan.general, random)
  if (plan.leadingDigits)
    yield sample(plan.leadingDigits, random) + random.digits(4 + random.below(6))
  for (let i = 0; i < 3; i++)
    yield random.digits(1 + random.below(18))
}

function* dialledAbroad(international, country) {
  const from = country && random.below(2) ? country : random.pick(countries)
  const idd = plans.get(from).internationalPrefix
  if (idd)
    yield [sample(idd, random) + international, from]
}

function* written(national, callingCode, country) {
  const number = parsed(`+${callingCode}${national}`)
  const format = random.pick(['NATIONAL', 'INTERNATIONAL', 'RFC3966', 'IDD'])
  const formatted = number && (format === 'IDD'
    ? library.formatOutOfCountryCallingNumber(number, random.pick(countries))
    : library.format(number, PhoneNumberFormat[format]))
  if (formatted)
    yield [formatted, country]
  yield [write(national, random), country]
  yield [`+${write(callingCode + national, random)}`, undefined]
  yield [disfigure(formatted || national, random), country]
}

function mutate(national) {
  const at = random.below(national.length)
  return random.pick([
    national.slice(0, at) + random.digits(1) + national.slice(at + 1),
    national.slice(0, at) + random.digits(1) + national.slice(at),
    national.slice(0, at) + national.slice(at + 1),
    national + random.digits(1 + random.below(4)),
    national.slice(0, -1 - random.below(3)),
  ])
}

function* bareCodes() {
  for (let code = 0; code < 1000; code++)
    yield [`+${code}`, random.pick([undefined, random.pick(countries)])]
  for (const code of callingCodes)
    yield* [`+${code} `, ` +${code}`, `(+${code})`, `+ (${code})`, `+-${code}`, `\uFF0B${code}`, code, `00${code}`, `+${code}-0`].map(input => [input, random.pick(countries)])
}

function* garbage() {
  const alphabet = [...'0123456789+-() .;,#xext~/*\t\n', 'FLOWERS', 'ext', ';ext=', '\u0660', '\uFF11', '\uFF0B', '\u00A0', '\u200B', 'é', '😀', ';isub=', 'tel:']
  for (let i = 0; i < 4000; i++) {
    const input = Array.from({ length: 1 + random.below(20) }, () => random.pick(alphabet)).join('')
    yield [input, random.pick([undefined, random.pick(countries)])]
  }
}
