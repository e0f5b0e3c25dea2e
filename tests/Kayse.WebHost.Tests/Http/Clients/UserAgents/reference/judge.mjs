// Prints a line of JSON for each user agent: { agent, browser, system, device, category }, with the families of uap-core's reference
// implementation ("Other" when it knows none). `category` is desktop, mobile or tablet where the sample says so.
import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import makeParser from 'uap-ref-impl'

const read = file => readFileSync(new URL(`node_modules/${file}`, import.meta.url), 'utf8')
const yaml = read('uap-core/regexes.yaml')
const parser = makeParser(load(yaml))

// Recent browsers as they are seen on the web, and what the comments of uap-core quote: old, odd and rare ones.
const categories = new Map(JSON.parse(read('user-agents/dist/user-agents.json')).map(({ userAgent, deviceCategory }) => [userAgent, deviceCategory]))
const quoted = [...yaml.matchAll(/^ *# ?((?:Mozilla|Opera|[\w.-]+)\/[^\n]{5,500})$/gm)].map(([, agent]) => agent)

for (const agent of new Set([...categories.keys(), ...quoted])) {
  const { ua, os, device } = parser.parse(agent)
  console.log(JSON.stringify({ agent, browser: ua.family, system: os.family, device: device.family, category: categories.get(agent) }))
}
