// The rows of the package: the first and the last address of each range, as numbers, and its country. Of ranges that overlap the one that starts later counts.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('node_modules/@ip-location-db/geo-whois-asn-country/', import.meta.url))

const written = version =>
  readFileSync(`${folder}geo-whois-asn-country-ipv${version}-num.csv`, 'utf8').trimEnd().split('\n').map(line => {
    const [first, last, country] = line.split(',')
    return { first: BigInt(first), last: BigInt(last), country }
  })

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

export const rows = version => {
  const found = []
  const around = []
  let next = 0n
  const upTo = (last, country) => {
    if (next <= last)
      found.push({ first: next, last, country })
    next = last + 1n > next ? last + 1n : next
  }
  const leave = before => {
    while (around.length > 0 && around.at(-1).last < before) {
      const { last, country } = around.pop()
      upTo(last, country)
    }
  }
  for (const row of written(version).sort((a, b) => compare(a.first, b.first) || compare(b.last, a.last))) {
    leave(row.first)
    if (around.length > 0)
      upTo(row.first - 1n, around.at(-1).country)
    next = row.first
    around.push(row)
  }
  leave(1n << 128n)
  return found
}
