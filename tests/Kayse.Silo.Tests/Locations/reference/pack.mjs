// Writes the rows as CountryTable.cs reads them, to the file that the command line names.
import { writeFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { rows } from './rows.mjs'

const blockOf = { 4: 1n, 6: 1n << 64n }
const countries = [...new Set([4, 6].flatMap(version => rows(version).map(row => row.country)))].sort()
const names = new Intl.DisplayNames('en', { type: 'region' })
const numberOf = new Map(countries.map((country, i) => [country, i + 1]))

// From where on which country: 0 is none. An IPv6 block of /64 is where its first address is.
const boundaries = version => {
  const found = []
  const from = (address, country) => {
    const block = (address + blockOf[version] - 1n) / blockOf[version]
    if (found.at(-1)?.block === block)
      found.pop()
    if ((found.at(-1)?.country ?? 0) !== country)
      found.push({ block, country })
  }
  let next = 0n
  for (const { first, last, country } of rows(version)) {
    if (first !== next)
      from(next, 0)
    from(first, numberOf.get(country))
    next = last + 1n
  }
  from(next, 0)
  return found
}

const varint = value => {
  const bytes = []
  for (; value > 127n; value >>= 7n)
    bytes.push(Number(value & 127n) | 128)
  return [...bytes, Number(value)]
}

const column = found => [
  varint(BigInt(found.length)),
  ...found.map(({ block }, i) => varint(block - (found[i - 1]?.block ?? 0n))),
  found.map(({ country }) => country),
].flat()

const text = Buffer.from(countries.map(country => names.of(country)).join('\n'), 'utf8')
const table = Buffer.concat([Buffer.from(varint(BigInt(text.length))), text, Buffer.from(column(boundaries(4))), Buffer.from(column(boundaries(6)))])
writeFileSync(process.argv[2], brotliCompressSync(table, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } }))
