/** An element of XML as it was written: its attributes, and what it contains, in order. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
}

/** Text is a string, wherever it came from: plain or in a CDATA section. */
export type XmlNode = XmlElement | string

/** An element of our own making. */
export function element(
  name: string, attributes: Readonly<Record<string, string>> = {}, children: readonly XmlNode[] = [],
): XmlElement {
  return { name, attributes: new Map(Object.entries(attributes)), children }
}

export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child): child is XmlElement => typeof child !== 'string')

/** The first child of that name. */
export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent && elementsOf(parent).find((child) => child.name === name)

/** The text directly within an element. */
export const textOf = ({ children }: XmlElement): string =>
  children.filter((child) => typeof child === 'string').join('')
