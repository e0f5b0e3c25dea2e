// Makes text that matches a pattern of the metadata: digits, \d, classes, groups, alternatives, ?, *, {n}, {n,m} and a final $.
export function sample(pattern, random) {
  let at = 0
  const text = alternatives()
  if (at !== pattern.length)
    throw new Error(`Not understood at ${at}: ${pattern}`)
  return text()

  function alternatives() {
    const branches = [sequence()]
    while (pattern[at] === '|') {
      at++
      branches.push(sequence())
    }
    return () => random.pick(branches)()
  }

  function sequence() {
    const parts = []
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')')
      parts.push(repeated(atom()))
    return () => parts.map(part => part()).join('')
  }

  function atom() {
    const c = pattern[at++]
    if (c === '$')
      return () => ''
    if (c === '\\') {
      at++
      return () => random.digits(1)
    }
    if (c === '[')
      return characterClass()
    if (c !== '(')
      return () => c
    if (pattern.startsWith('?:', at))
      at += 2
    const group = alternatives()
    at++
    return group
  }

  function characterClass() {
    const members = []
    while (pattern[at] !== ']') {
      const first = pattern[at++]
      const last = pattern[at] === '-' ? pattern[at + 1] : first
      if (last !== first || pattern[at] === '-')
        at += 2
      for (let digit = Number(first); digit <= Number(last); digit++)
        members.push(String(digit))
    }
    at++
    return () => random.pick(members)
  }

  function repeated(part) {
    const [least, most] = quantifier()
    return () => Array.from({ length: least + random.below(most - least + 1) }, part).join('')
  }

  function quantifier() {
    if (pattern[at] === '?') {
      at++
      return [0, 1]
    }
    if (pattern[at] === '*' || pattern[at] === '+')
      return [pattern[at++] === '*' ? 0 : 1, 4]
    if (pattern[at] !== '{')
      return [1, 1]
    const end = pattern.indexOf('}', at)
    const [least, most = least] = pattern.slice(at + 1, end).split(',').map(Number)
    at = end + 1
    return [least, most]
  }
}
