// Prints a line of JSON for each of 100,000 random texts, always the same ones: { text, encoding, segments, units, simple }. `units` are
// septets or 16-bit units; `simple` says that no character is made of several code points.
import calculator from 'sms-segments-calculator'

const { SegmentedMessage } = calculator
let seed = 20261128
const random = limit => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return Math.floor(seed / 4294967296 * limit)
}
const alphabets = [
  [...'abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 .,!?'],
  [...'@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà\n\r'],
  [...'^{}\\[~]|€\f'],
  [...'áíóúçłŁž“”‘’–—…•«»\u00a0\t'],
  [...'你好世界καληΩмир한글'],
  [...'😀🚀🎉🧡𝒳𠜎'],
  ['e\u0301', '👩‍💻', '🇩🇪', '\u200d', '\u0301', '👍🏽'],
]
const mixes = [[0], [0, 0, 0, 1], [0, 1, 2], [1, 2], [2], [0, 0, 0, 0, 3], [0, 4], [4], [5], [0, 4, 5], [0, 5, 6], [3, 4, 5, 6]]
// Most are short, and the others about as long as one, two or three messages.
const limits = [35, 67, 70, 80, 134, 153, 160, 306]
const lengthOf = () => random(24) > 0 ? random(12) : limits[random(limits.length)] - 6 + random(12)
const lines = []
for (let i = 0; i < 100000; i++) {
  const mix = mixes[random(mixes.length)]
  const length = lengthOf()
  let text = ''
  for (let j = 0; j < length; j++) {
    const alphabet = alphabets[mix[random(mix.length)]]
    text += alphabet[random(alphabet.length)]
  }
  const message = new SegmentedMessage(text)
  const encoding = message.encodingName
  lines.push(JSON.stringify({
    text,
    encoding,
    segments: message.segmentsCount,
    units: message.messageSize / (encoding === 'GSM-7' ? 7 : 16),
    simple: message.graphemes.length === [...text].length,
  }))
}
process.stdout.write(lines.join('\n') + '\n')
