import { isName, withoutNoCharacters } from './xml-characters.ts'
import type { XmlElement, XmlNode } from './xml-element.ts'

/** An element as XML 1.0. */
export function writeXml({ name, attributes, children }: XmlElement): string {
  const written = Array.from(attributes, ([key, value]) => ` ${checked(key)}="${quoted(value)}"`)
  const tag = `${checked(name)}${written.join('')}`
  if (children.length === 0) return `<${tag}/>`
  return `<${tag}>${writeNodes(children)}</${name}>`
}

export const writeNodes = (nodes: readonly XmlNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? escaped(node) : writeXml(node))).join('')

/** Names are written by us, or were read as names. Another would end its tag and begin something else. */
function checked(name: string): string {
  if (!isName(name)) throw new Error(`No name in XML: ${JSON.stringify(name)}`)
  return name
}

const ESCAPES: Readonly<Record<string, string>> = {
  '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;',
}

/** A reader would turn a bare end of line in an attribute into a blank, and a bare CR in text into an LF. */
const escaped = (text: string): string => withoutNoCharacters(text).replace(/[<>&\r]/g, (each) => ESCAPES[each]!)
const quoted = (text: string): string => withoutNoCharacters(text).replace(/[<>&"\t\n\r]/g, (each) => ESCAPES[each]!)
