// Prints an address and the code of its country, a line each: one address at random of every 50th range, and both ends of it.
import { rows } from './rows.mjs'

const every = 50
const seed = Number(process.argv[2])

// Numerical Recipes' linear congruential generator: the same samples for the same seed.
let state = seed >>> 0
const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
const within = (first, last) => first + (last - first) * BigInt(Math.floor(random() * 2 ** 20)) / BigInt(2 ** 20)

const text4 = address => [24n, 16n, 8n, 0n].map(shift => (address >> shift) & 255n).join('.')
const text6 = address => [112n, 96n, 80n, 64n, 48n, 32n, 16n, 0n].map(shift => ((address >> shift) & 0xffffn).toString(16)).join(':')

const print = (text, { first, last, country }) => {
  for (const address of [first, within(first, last), last])
    console.log(`${text(address)}\t${country}`)
}

for (const [version, text] of [[4, text4], [6, text6]])
  for (const row of rows(version))
    if (random() < 1 / every)
      print(text, row)
