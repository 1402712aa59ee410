/** One edition of a category, or of its reserved expansion field, as asterix-specs defines it. */
export interface Definition {
  readonly title: string
  readonly edition: string
  readonly items: ReadonlyMap<string, { readonly title: string; readonly layout: string }>
  /** The items in the order of their bits in FSPEC; `variant: order` lines where a field selects the order. */
  readonly order: string
  readonly selector?: { readonly item: string; readonly field: string; readonly variants: Record<string, string> }
  readonly expansion?: Node
}

interface Node {
  readonly text: string
  readonly indent: number
  readonly children: Node[]
}

const PROSE = ['definition', 'description', 'remark', 'preamble']

export function readDefinition(text: string): Definition {
  const nodes = treeOf(text)
  const [, title = ''] = /"(.*)"/.exec(nodes[0]!.text) ?? []
  const edition = nodes.find((node) => node.text.startsWith('edition '))!.text.slice(8)
  const items = (nodes.find((node) => node.text === 'items')?.children ?? []).map(
    (node): [string, { title: string; layout: string }] => {
      const [, code = '', name = ''] = /^(\S+) "(.*)"$/.exec(node.text) ?? []
      return [code, { title: name, layout: layoutOf(node.children.find((child) => !PROSE.includes(child.text))!) }]
    },
  )
  const expansion = nodes.find((node) => node.text.startsWith('compound'))
  return { title, edition, items: new Map(items), ...orderOf(nodes), ...(expansion && { expansion }) }
}

/** Lines by their indentation. Prose is left out with all that is indented below it. */
function treeOf(text: string): Node[] {
  const root: Node = { text: '', indent: -1, children: [] }
  const open = [root]
  let proseIndent = Infinity
  for (const line of text.split('\n')) {
    const indent = line.search(/\S/)
    if (indent < 0 || indent > proseIndent) continue
    const node: Node = { text: line.trim(), indent, children: [] }
    proseIndent = PROSE.includes(node.text) ? indent : Infinity
    while (open.at(-1)!.indent >= indent) open.pop()
    if (proseIndent === indent) continue
    open.at(-1)!.children.push(node)
    open.push(node)
  }
  return root.children
}

function orderOf(nodes: readonly Node[]): Pick<Definition, 'order' | 'selector'> {
  const codes = (node: Node) => node.children.map((child) => child.text).join(' ')
  const only = nodes.find((node) => node.text === 'uap')
  if (only) return { order: codes(only) }
  const several = nodes.find((node) => node.text === 'uaps')
  if (!several) return { order: '' }
  const [variations, choice] = several.children
  const [, item = '', field = ''] = /^case (\w+)\/(\w+)$/.exec(choice!.text) ?? []
  const variants = Object.fromEntries(choice!.children.map((child) => child.text.split(': ') as [string, string])) // `0: plot`
  return {
    order: variations!.children.map((node) => `${node.text}: ${codes(node)}`).join('; '),
    selector: { item, field, variants },
  }
}

/** A variation in the notation of the tables: packages/codecs/src/asterix/notation.ts says what it means. */
export function layoutOf(node: Node): string {
  const [word, argument] = node.text.split(' ')
  const [first] = node.children
  if (word === 'explicit') return argument!
  if (word === 'repetitive') return `${argument}*{${layoutOf(first!)}}`
  if (word === 'compound') return `${argument === '1' ? 'octet' : 'compound'}{ ${node.children.map(slotOf).join(' ')} }`
  if (word === 'extended') return node.children.map((child) => (child.text === '-' ? '/' : fieldOf(child))).join(' ')
  if (word === 'group') return node.children.map(fieldOf).join(' ')
  return elementOf('', node)
}

function slotOf(node: Node): string {
  if (node.text === '-') return '-'
  return `${node.text.split(' ')[0]}{${layoutOf(node.children[0]!)}}`
}

function fieldOf(node: Node): string {
  const [name = '', bits] = node.text.split(' ')
  if (name === 'spare') return `.${bits}`
  const [variation] = node.children
  return variation!.text === 'group' ? `${name}(${layoutOf(variation!)})` : elementOf(name, variation!)
}

/** Raw content of three octets or more is an address or a message, and is written in hexadecimal digits. */
const LEAST_HEX = 24

function elementOf(name: string, node: Node): string {
  const bits = Number(node.text.split(' ')[1])
  const content = node.children[0]!
  if (content.text === 'bds' && bits === 64) return `MBDATA:56x BDS1:4 BDS2:4`
  return `${name}:${bits}${contentOf(content, bits)}`
}

const STRINGS: Record<string, string> = { octal: 'o', ascii: 'a', icao: 'c' }

function contentOf({ text, children }: Node, bits: number): string {
  const [word, kind = ''] = text.split(' ')
  if (word === 'raw' || word === 'bds') return bits >= LEAST_HEX ? 'x' : ''
  if (word === 'table') return ''
  if (word === 'string') return STRINGS[kind]!
  if (word === 'case') {
    const cases = children.filter((child) => child.text !== 'default:')
    return `?${kind.split('/').at(-1)}[${cases.map((each) => each.text + contentOf(each.children[0]!, bits)).join(' ')}]`
  }
  const sign = word === 'signed' ? 's' : 'u'
  if (kind === 'integer') return `${sign}(1${limitsOf(text)})`
  const [, scale, unit] = /quantity (\S+) "(.*?)"/.exec(text) ?? []
  return `${sign}(${scale}${unit ? ` ${unit}` : ''}${limitsOf(text)})`
}

const limitsOf = (text: string): string =>
  [...text.matchAll(/([<>]=?) (\S+)/g)].map(([, sign, value]) => ` ${sign}${value}`).join('')
