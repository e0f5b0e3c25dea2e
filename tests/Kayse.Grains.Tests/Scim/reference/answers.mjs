// Reads a question from each line: { resource, filter } or { resource, operations }. Writes what the packages make of it.
import { createInterface } from 'node:readline'
import scimPatch from 'scim-patch'
import { filter, parse } from 'scim2-parse-filter'
import SCIMMY from 'scimmy'

const attempt = async make => {
  try {
    return await make()
  } catch {
    return 'refused'
  }
}

const matches = (question, names) => {
  const all = {
    parseFilter: () => filter(parse(question.filter))(question.resource),
    scimmy: () => new SCIMMY.Types.Filter(question.filter).match([question.resource]).length === 1,
  }
  return Promise.all(names.map(name => attempt(all[name])))
}

const patched = question => attempt(() => scimPatch.scimPatch(structuredClone(question.resource), question.operations))

const patchedByScimmy = ({ resource, operations }) =>
  attempt(async () => {
    const schemas = ['urn:ietf:params:scim:api:messages:2.0:PatchOp']
    const patch = new SCIMMY.Messages.PatchOp({ schemas, Operations: operations })
    const user = new SCIMMY.Schemas.User(resource)
    return (await patch.apply(user)) ?? user
  })

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line)
  const answers = question.filter
    ? await matches(question, ['parseFilter', 'scimmy'])
    : [await patched(question), await patchedByScimmy(question)]
  process.stdout.write(`${JSON.stringify(answers)}\n`)
}
