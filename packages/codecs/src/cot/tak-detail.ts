import { ok, type DecodeProblem, type Result } from '@csii/model'
import { parseXml } from './parse-xml.ts'
import { TYPED_ELEMENTS, type TypedElement } from './tak-tables.ts'
import { writeNumber } from './values.ts'
import type { WireMessage } from './wire-message.ts'
import { writeNodes } from './write-xml.ts'
import { element, elementsOf, type XmlElement } from './xml-element.ts'

/**
 * The detail of an event from its message: what came as XML, and behind it the elements that came as messages. An
 * element that came as both is believed as XML (detail.proto, receivers, rule 5).
 */
export function readDetail({ values }: WireMessage): Result<XmlElement, DecodeProblem> {
  const { xmlDetail } = values
  const xml = typeof xmlDetail === 'string' ? parseXml(`<detail>${xmlDetail}</detail>`) : ok(element('detail'))
  if (!xml.ok) return xml
  const given = new Set(elementsOf(xml.value).map(({ name }) => name))
  const typed = TYPED_ELEMENTS.flatMap((type) => {
    const message = values[type.field]
    return typeof message === 'object' && !given.has(type.name) ? [elementOf(type, message)] : []
  })
  return ok({ ...xml.value, children: [...xml.value.children, ...typed] })
}

/** What a message leaves out is nothing or zero; only what may be missing from the element is then missing. */
function elementOf({ name, table, optional }: TypedElement, { values }: WireMessage): XmlElement {
  const attributes = Object.values(table).flatMap(([key, holds]) => {
    const value = values[key] ?? (holds === 'text' ? '' : 0)
    if (value === '' && optional.includes(key)) return []
    return [[key, typeof value === 'number' ? writeNumber(value) : String(value)]]
  })
  return element(name, Object.fromEntries(attributes))
}

/** The message of a detail: each element that a message says wholly as that, and all others as XML. */
export function writeDetail(detail: XmlElement): WireMessage {
  const message: WireMessage = { values: {} }
  const children = elementsOf(detail)
  const typed = new Set<unknown>()
  for (const type of TYPED_ELEMENTS) {
    const [only, another] = children.filter(({ name }) => name === type.name)
    const inner = only && !another ? messageOf(type, only) : undefined
    if (!inner) continue
    message.values[type.field] = inner
    typed.add(only)
  }
  const xmlDetail = writeNodes(detail.children.filter((child) => !typed.has(child)))
  if (xmlDetail !== '') message.values.xmlDetail = xmlDetail
  return message
}

/** None unless the message says all that the element does, to the letter: then nothing is lost on the way. */
function messageOf(type: TypedElement, given: XmlElement): WireMessage | undefined {
  const message: WireMessage = { values: {} }
  for (const [key, holds] of Object.values(type.table)) {
    const text = given.attributes.get(key)
    if (text === undefined) continue
    if (holds === 'whole' && !isUnsigned(text)) return undefined
    message.values[key] = holds === 'text' ? text : Number(text)
  }
  const again = elementOf(type, message)
  const isSame =
    given.children.length === 0 && given.attributes.size === again.attributes.size &&
    [...again.attributes].every(([key, value]) => given.attributes.get(key) === value)
  return isSame ? message : undefined
}

/** Of 32 bits. */
const isUnsigned = (text: string): boolean => /^\d{1,10}$/.test(text) && Number(text) < 2 ** 32
