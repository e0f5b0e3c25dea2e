import google from 'google-libphonenumber'

export const { PhoneNumberFormat, PhoneNumberUtil } = google
export const library = PhoneNumberUtil.getInstance()
export const countries = library.getSupportedRegions()

const TYPES = ['FixedLine', 'Mobile', 'TollFree', 'PremiumRate', 'SharedCost', 'PersonalNumber', 'Voip', 'Pager', 'Uan', 'Voicemail']

// The patterns of a country's numbers, or of those of a calling code that belongs to none.
export function planOf(metadata) {
  return {
    callingCode: String(metadata.getCountryCode()),
    internationalPrefix: metadata.getInternationalPrefixOrDefault(),
    nationalPrefix: metadata.getNationalPrefixForParsingOrDefault() || metadata.getNationalPrefixOrDefault(),
    leadingDigits: metadata.getLeadingDigitsOrDefault(),
    general: metadata.getGeneralDesc().getNationalNumberPatternOrDefault(),
    types: TYPES.map(type => metadata[`get${type}`]()?.getNationalNumberPatternOrDefault()).filter(pattern => pattern && pattern !== 'NA'),
    example: metadata.getMobile()?.getExampleNumberOrDefault(),
  }
}

export const plans = new Map(countries.map(country => [country, planOf(library.getMetadataForRegion(country))]))
export const worldwidePlans = library.getSupportedGlobalNetworkCallingCodes().map(code => planOf(library.getMetadataForNonGeographicalRegion(code)))
export const callingCodes = new Set([...plans.values(), ...worldwidePlans].map(plan => plan.callingCode))

export function parsed(input, country) {
  try {
    return library.parse(input, country)
  } catch {
    return undefined
  }
}
