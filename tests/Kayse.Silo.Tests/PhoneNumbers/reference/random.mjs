// A seeded generator (mulberry32), so that every run compares the same inputs.
export class Random {
  #state

  constructor(seed) {
    this.#state = seed >>> 0
  }

  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  // From 0 to limit - 1.
  below(limit) {
    return Math.floor(this.next() * limit)
  }

  pick(list) {
    return list[this.below(list.length)]
  }

  digits(length) {
    return Array.from({ length }, () => this.below(10)).join('')
  }
}
