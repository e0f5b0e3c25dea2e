// The rows of the package: the first and the last address of each range, as numbers, and its country.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('node_modules/@ip-location-db/geo-whois-asn-country/', import.meta.url))

export const rows = version =>
  readFileSync(`${folder}geo-whois-asn-country-ipv${version}-num.csv`, 'utf8').trimEnd().split('\n').map(line => {
    const [first, last, country] = line.split(',')
    return { first: BigInt(first), last: BigInt(last), country }
  })
