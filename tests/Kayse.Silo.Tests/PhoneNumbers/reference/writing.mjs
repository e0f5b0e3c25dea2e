const SEPARATORS = [' ', '-', '.', '/', '\u00A0', '\u2010', '\u2013', '\u2212', '\u30FC', '\uFF0D', '\uFF0F', '\uFF0E', '\u00AD', '\u200B', '\u2060', '\u3000', '  ', ' - ', '~', '\u2053', '\u223C', '\uFF5E']
const SCRIPTS = [0x30, 0x30, 0x30, 0xff10, 0x660, 0x6f0]
const MARKS = [
  ';ext=', ' ext. ', ' ext ', ' extn ', 'xtn', ' EXT:', ' extension ', ' extensión ', ' extensio\u0301n ', ' EXTENSIÓN ', ' x', 'X', ' x. ', ' #', '＃', '~', '～',
  ' int ', 'INT.', ' ｉｎｔ', ' ＩＮＴ ', ' ｅｘｔｎ', ' ＥＸＴ ', ' доб. ', ' ДОБ ', ' \u1C81\u1C82б ', ' anexo ', ' ANEXO:', ',', ',,', ',,,', ';', ' ; ', ' - ', ', ext ', '\t x',
  ' e\u017Ft ', ' \u0130nt ', ' \u0131nt ', ' ex ', ' доп ', ' ext=', ' Xt\uFF0E-',
]

// Puts separators and brackets between digits, writes them in another script, adds an extension.
export function write(digits, random) {
  const zero = random.pick(SCRIPTS)
  let text = [...digits].map(digit => String.fromCharCode(zero + Number(digit)) + (random.below(3) ? '' : random.pick(SEPARATORS))).join('')
  if (random.below(3) === 0) {
    const at = random.below(text.length)
    text = `${text.slice(0, at)}${random.pick(['(', '[', '\uFF08', ')'])}${text.slice(at, at + 3)}${random.pick([')', ']', '\uFF3D', ''])}${text.slice(at + 3)}`
  }
  return random.below(3) ? text : text + extension(random)
}

export function extension(random) {
  return random.pick(MARKS) + random.digits(random.pick([1, 2, 3, 4, 5, 6, 7, 9, 10, 15, 16, 20, 21])) + random.pick(['', '', '', '#', ' ', '##'])
}

// Puts something that doesn't belong there at the start, at the end or in the middle.
export function disfigure(text, random) {
  const at = random.below(text.length + 1)
  const intruder = random.pick(['a', 'O', '+', '++', '\n', '\t', ' ', '*', 'x', '😀', '\uFF0B', ':', '٣', '७', ';', ',', '#', '~', '\u0000', 'call ', ';isub=12', '\u200E'])
  return random.pick([
    intruder + text,
    text + intruder,
    text.slice(0, at) + intruder + text.slice(at),
    text + extension(random),
    text.slice(0, at),
  ])
}
