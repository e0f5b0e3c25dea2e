// Prints a line of JSON for each input: { input, country, kind, e164, phoneCountry, reason }, absent values left out.
import { once } from 'node:events'
import { inputs } from './inputs.mjs'
import { judge } from './reference.mjs'

for (const [input, country] of inputs()) {
  const verdict = judge(input, country)
  const line = JSON.stringify({ input, country, ...verdict })
  if (!process.stdout.write(`${line}\n`))
    await once(process.stdout, 'drain')
}
