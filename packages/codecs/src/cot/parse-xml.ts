import { bad, ok, type DecodeProblem, type Result } from '@csii/model'
import { isBlank, isCharacter, NAME, withoutNoCharacters } from './xml-characters.ts'
import type { XmlElement, XmlNode } from './xml-element.ts'

/** How far elements may lie within one another. What TAK sends needs six. */
const MOST_DEPTH = 32
const MOST_ATTRIBUTES = 128
const LONGEST_ATTRIBUTE = 32_768

/**
 * Reads one document of XML 1.0 without a document type: none is needed, and its entities are how XML is made to
 * explode. So only the five entities that need no declaration are known. Not well formed is `framing`, a document
 * type or another entity or encoding `unsupported`, too deep or too long `overflow`.
 *
 * Two things that XML forbids are read, because CloudTAK's library writes them into attributes: a `<`, and an `&`
 * that begins no reference.
 */
export function parseXml(text: string): Result<XmlElement, DecodeProblem> {
  return new Parser(withoutNoCharacters(text)).document()
}

interface Draft {
  readonly name: string
  readonly attributes: Map<string, string>
  readonly children: XmlNode[]
}

const BYTE_ORDER_MARK = 0xfeff

class Parser {
  readonly #text: string
  readonly #open: Draft[] = []
  #root: Draft | undefined
  #at: number

  constructor(text: string) {
    this.#text = text
    this.#at = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0
  }

  document(): Result<XmlElement, DecodeProblem> {
    while (this.#at < this.#text.length) {
      const problem = this.#node()
      if (problem) return bad(problem)
    }
    return this.#root && this.#open.length === 0 ? ok(this.#root) : bad('framing')
  }

  #node(): DecodeProblem | undefined {
    const text = this.#text
    const start = this.#at
    if (text[start] !== '<') return this.#characters()
    switch (text[start + 1]) {
      case '/':
        return this.#endTag()
      case '?':
        return this.#instruction()
      case '!':
        if (text.startsWith('<!--', start)) return this.#pass('-->', 4) === undefined ? 'framing' : undefined
        return text.startsWith('<![CDATA[', start) ? this.#section() : 'unsupported'
      default:
        return this.#startTag()
    }
  }

  #characters(): DecodeProblem | undefined {
    const next = this.#text.indexOf('<', this.#at)
    const end = next < 0 ? this.#text.length : next
    const raw = this.#text.slice(this.#at, end)
    this.#at = end
    if (this.#open.length === 0) return isBlank(raw) ? undefined : 'framing'
    const text = withReferences(raw.replace(/\r\n?/g, '\n'))
    if (!text.ok) return text.problem
    this.#add(text.value)
    return undefined
  }

  #section(): DecodeProblem | undefined {
    const content = this.#pass(']]>', 9)
    if (content === undefined || this.#open.length === 0) return 'framing'
    this.#add(content.replace(/\r\n?/g, '\n'))
    return undefined
  }

  /** Of the instructions only the declaration says something: in what the text is encoded. It was read as UTF-8. */
  #instruction(): DecodeProblem | undefined {
    const content = this.#pass('?>', 2)
    if (content === undefined) return 'framing'
    const encoding = /^xml\s.*\bencoding\s*=\s*["']([^"']*)["']/s.exec(content)?.[1]
    return encoding === undefined || /^(utf-?8|us-ascii)$/i.test(encoding) ? undefined : 'unsupported'
  }

  /** What lies between an opening so long and its end, after which it goes on; nothing where that never comes. */
  #pass(end: string, opening: number): string | undefined {
    const from = this.#at + opening
    const found = this.#text.indexOf(end, from)
    if (found < 0) return undefined
    this.#at = found + end.length
    return this.#text.slice(from, found)
  }

  #startTag(): DecodeProblem | undefined {
    this.#at++
    const name = this.#name()
    if (name === '' || (this.#open.length === 0 && this.#root)) return 'framing'
    if (this.#open.length === MOST_DEPTH) return 'overflow'
    const draft: Draft = { name, attributes: new Map(), children: [] }
    const problem = this.#attributes(draft.attributes)
    if (problem) return problem
    const isEmpty = this.#take('/')
    if (!this.#take('>')) return 'framing'
    this.#open.at(-1)?.children.push(draft)
    this.#root ??= draft
    if (!isEmpty) this.#open.push(draft)
    return undefined
  }

  #attributes(attributes: Map<string, string>): DecodeProblem | undefined {
    while (this.#blanks() && this.#text[this.#at] !== '/' && this.#text[this.#at] !== '>') {
      if (attributes.size === MOST_ATTRIBUTES) return 'overflow'
      const name = this.#name()
      if (name === '' || attributes.has(name)) return 'framing'
      this.#blanks()
      if (!this.#take('=')) return 'framing'
      this.#blanks()
      const value = this.#value()
      if (!value.ok) return value.problem
      attributes.set(name, value.value)
    }
    return undefined
  }

  #value(): Result<string, DecodeProblem> {
    const quote = this.#text[this.#at]
    if (quote !== '"' && quote !== "'") return bad('framing')
    const raw = this.#pass(quote, 1)
    if (raw === undefined) return bad('framing')
    if (raw.length > LONGEST_ATTRIBUTE) return bad('overflow')
    return withReferences(raw.replace(/\r\n|[\t\n\r]/g, ' '))
  }

  #endTag(): DecodeProblem | undefined {
    this.#at += 2
    const name = this.#name()
    this.#blanks()
    const isEnd = this.#open.pop()?.name === name && this.#take('>')
    return isEnd ? undefined : 'framing'
  }

  #name(): string {
    NAME.lastIndex = this.#at
    const name = NAME.exec(this.#text)?.[0] ?? ''
    this.#at += name.length
    return name
  }

  /** Whether there are any. */
  #blanks(): boolean {
    const start = this.#at
    while (isBlankAt(this.#text, this.#at)) this.#at++
    return this.#at > start
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false
    this.#at++
    return true
  }

  #add(text: string): void {
    const { children } = this.#open.at(-1)!
    const last = children.at(-1)
    if (typeof last === 'string') children[children.length - 1] = last + text
    else if (text !== '') children.push(text)
  }
}

function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 32 || code === 10 || code === 13 || code === 9
}

const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({ lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' }),
)

const REFERENCE = /&(#?)([0-9A-Za-z_:][-.0-9A-Za-z_:]*);/g

/** The text with what its references stand for, § 4.1 and 4.6. */
function withReferences(raw: string): Result<string, DecodeProblem> {
  if (!raw.includes('&')) return ok(raw)
  let problem: DecodeProblem | undefined
  const text = raw.replace(REFERENCE, (_, number: string, name: string) => {
    const character = number === '' ? ENTITIES.get(name) : characterOf(name)
    if (character === undefined) problem ??= number === '' ? 'unsupported' : 'framing'
    return character ?? ''
  })
  return problem ? bad(problem) : ok(text)
}

function characterOf(number: string): string | undefined {
  if (!/^(x[0-9A-Fa-f]{1,8}|\d{1,8})$/.test(number)) return undefined
  const point = number.startsWith('x') ? Number.parseInt(number.slice(1), 16) : Number(number)
  if (point > 0x10ffff) return undefined
  const character = String.fromCodePoint(point)
  return isCharacter(character) ? character : undefined
}
