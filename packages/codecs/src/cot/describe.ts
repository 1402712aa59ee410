import type { CotEvent } from './event.ts'
import type { TakMessage } from './tak.ts'
import { writeTime } from './values.ts'
import { elementsOf, textOf, type XmlElement, type XmlNode } from './xml-element.ts'

/** What JSON can say of an element. */
export type CotJson = string | readonly CotJson[] | { readonly [name: string]: CotJson }

/** A message as an object for JSON, with the names of CoT. Its detail is whole and in order if raw, else to be read. */
export function describeTak(message: TakMessage, isRaw = false): object {
  const { cotEvent, takControl, submissionTime, creationTime } = message
  return {
    ...(cotEvent && { event: describeEvent(cotEvent, isRaw) }),
    ...(takControl && { takControl }),
    ...(submissionTime !== undefined && { submissionTime: writeTime(submissionTime) }),
    ...(creationTime !== undefined && { creationTime: writeTime(creationTime) }),
  }
}

function describeEvent(event: CotEvent, isRaw: boolean): object {
  const { time, start, stale, detail, point, ...words } = event
  return {
    ...words,
    time: writeTime(time),
    start: writeTime(start),
    stale: writeTime(stale),
    point,
    ...(detail && { detail: isRaw ? wholeElement(detail) : readableElement(detail) }),
  }
}

/** JsonML (S. McKamey): the name, the attributes if there are any, and the content. */
function wholeElement(node: XmlNode): CotJson {
  if (typeof node === 'string') return node
  const { name, attributes, children } = node
  return [name, ...(attributes.size > 0 ? [Object.fromEntries(attributes)] : []), ...children.map(wholeElement)]
}

/**
 * Attributes and elements by their names, a list where a name comes again, and text as `text`; the text alone where
 * there is nothing else. What stood before what is lost.
 */
function readableElement(element: XmlElement): CotJson {
  const text = textOf(element).trim()
  const children = elementsOf(element)
  if (text !== '' && children.length === 0 && element.attributes.size === 0) return text
  const named: (readonly [string, CotJson])[] = [
    ...element.attributes,
    ...children.map((child) => [child.name, readableElement(child)] as const),
    ...(text === '' ? [] : [['text', text] as const]),
  ]
  const byName = new Map<string, CotJson[]>()
  for (const [name, value] of named) {
    const earlier = byName.get(name)
    if (earlier) earlier.push(value)
    else byName.set(name, [value])
  }
  return Object.fromEntries(Array.from(byName, ([name, values]) => [name, values.length === 1 ? values[0]! : values]))
}
