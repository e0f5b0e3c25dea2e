// Prints uap-core's patterns of browsers, systems and devices as the web host reads them. Versions, brands and models are left out.
import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'

const file = new URL('node_modules/uap-core/regexes.yaml', import.meta.url)
const { user_agent_parsers: browsers, os_parsers: systems, device_parsers: devices } = load(readFileSync(file, 'utf8'))

const line = pattern => `    ${JSON.stringify(pattern)}`
const list = patterns => `[\n${patterns.map(line).join(',\n')}\n  ]`
console.log(`{
  "browsers": ${list(browsers.map(({ regex, family_replacement: name }) => ({ regex, name })))},
  "systems": ${list(systems.map(({ regex, os_replacement: name }) => ({ regex, name })))},
  "devices": ${list(devices.map(({ regex, regex_flag: flag, device_replacement: name }) => ({ regex, name, ignoreCase: flag === 'i' ? true : undefined })))}
}`)
