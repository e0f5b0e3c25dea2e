// Prints the code and the English name of every country in the rows, a line each.
import { rows } from './rows.mjs'

const names = new Intl.DisplayNames('en', { type: 'region' })
for (const country of [...new Set([4, 6].flatMap(version => rows(version).map(row => row.country)))].sort())
  console.log(`${country}\t${names.of(country)}`)
