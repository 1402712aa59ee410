import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseXml } from './parse-xml.ts'
import { writeXml } from './write-xml.ts'
import { element, type XmlElement, type XmlNode } from './xml-element.ts'

function read(text: string): XmlElement {
  const result = parseXml(text)
  if (!result.ok) expect.fail(result.problem)
  return result.value
}

const problemOf = (text: string) => {
  const result = parseXml(text)
  return result.ok ? undefined : result.problem
}

const name = fc.stringMatching(/^[a-zA-Z_:][-.\w:é漢]{0,5}$/)
const text = fc.string({ unit: fc.constantFrom(...'ab <>&"\'\t\n\r]é漢😀', ']]>', '&amp;'), maxLength: 10 })
const { tree } = fc.letrec<{ tree: XmlElement }>((tie) => ({
  tree: fc
    .tuple(
      name,
      fc.dictionary(name, text, { maxKeys: 3 }),
      fc.array(fc.oneof({ maxDepth: 4 }, text, tie('tree')), { maxLength: 4 }),
    )
    .map(([tag, attributes, children]) => element(tag, attributes, merged(children))),
}))

/** Two texts without anything between them are one, and no text is none. */
const merged = (nodes: readonly XmlNode[]): XmlNode[] =>
  nodes.reduce<XmlNode[]>((all, node) => {
    const last = all.at(-1)
    if (node === '') return all
    return typeof node === 'string' && typeof last === 'string' ? [...all.slice(0, -1), last + node] : [...all, node]
  }, [])

describe('XML', () => {
  it('is read as it was written, whatever it says', () => {
    fc.assert(fc.property(tree, (given) => void expect(read(writeXml(given))).toEqual(given)), { numRuns: 500 })
  })

  it('has elements, attributes in either quotes, and text, in order', () => {
    expect(read(`<a b="1" c = '2'>x<d/>y<e f="&quot;'"></e ></a>`)).toEqual(
      element('a', { b: '1', c: '2' }, ['x', element('d'), 'y', element('e', { f: `"'` })]),
    )
  })

  it('keeps CDATA as the text that it is, and no comments or instructions', () => {
    expect(read('<?xml version="1.0"?>\n<!-- a --><a>x<![CDATA[<b>&]]>y<!-- <c> --><?d e?>z</a>\n<!-- f -->')).toEqual(
      element('a', {}, ['x<b>&yz']),
    )
  })

  it('knows the five entities and characters by number', () => {
    expect(read('<a b="&#9;&#xA;&lt;">&gt;&amp;&apos;&#233;&#x1F600;</a>')).toEqual(
      element('a', { b: '\t\n<' }, [">&'é😀"]),
    )
  })

  it('takes ends of lines as one, and as blanks in attributes', () => {
    expect(read('<a b="1\r\n2\t3">x\r\ny\rz</a>')).toEqual(element('a', { b: '1 2 3' }, ['x\ny\nz']))
  })

  it('is read behind a byte order mark, and without the control characters that some clients send', () => {
    expect(read('\ufeff<a b="1\u000b2">\u0000x\u001f</a>')).toEqual(element('a', { b: '12' }, ['x']))
  })

  it('may have < and bare & in attributes, as one library writes them', () => {
    expect(read('<a b="BEAT & <FAST> &c"/>')).toEqual(element('a', { b: 'BEAT & <FAST> &c' }))
  })

  it('takes names that objects have for what they are', () => {
    expect(read('<a __proto__="1" constructor="2"><__proto__/></a>').attributes.get('__proto__')).toBe('1')
  })

  it.each([
    ['nothing', ''],
    ['blanks', ' \n'],
    ['text', 'a'],
    ['an end alone', '</a>'],
    ['another end', '<a></b>'],
    ['no end', '<a><b></b>'],
    ['a cut tag', '<a b="1"'], ['a cut attribute', '<a b="1'], ['no quotes', '<a b=1/>'], ['no value', '<a b/>'],
    ['attributes without a blank between', '<a b="1"c="2"/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['two roots', '<a/><b/>'],
    ['text behind it', '<a/>x'],
    ['text before it', 'x<a/>'],
    ['a name of digits', '<1/>'],
    ['a blank before the name', '< a/>'],
    ['an open comment', '<a><!-- </a>'],
    ['open CDATA', '<a><![CDATA[</a>'],
    ['CDATA outside', '<![CDATA[x]]><a/>'],
    ['an open instruction', '<a/><?b'],
    ['no character', '<a>&#0;</a>'],
    ['half a pair', '<a>&#xD800;</a>'],
    ['beyond Unicode', '<a>&#x110000;</a>'],
    ['digits of no number', '<a>&#xZZ;</a>'],
  ])('is not well formed with %s', (_, document) => {
    expect(problemOf(document)).toBe('framing')
  })

  it.each([
    ['a document type', '<!DOCTYPE a><a/>'],
    ['a bomb of entities', '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'],
    ['a file from outside', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['an entity of its own', '<a>&lol;</a>'],
    ['an entity with an object\'s name', '<a b="&constructor;"/>'],
    ['a declaration within', '<a><!ELEMENT b ANY></a>'],
    ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>'],
  ])('with %s is not read', (_, document) => {
    expect(problemOf(document)).toBe('unsupported')
  })

  it('is refused when it is deeper or broader than any event', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)
    expect(read(nested(32)).name).toBe('a')
    expect(problemOf(nested(33))).toBe('overflow')
    const broad = (count: number) => `<a ${Array.from({ length: count }, (_, index) => `b${index}=""`).join(' ')}/>`
    expect(read(broad(128)).attributes.size).toBe(128)
    expect(problemOf(broad(129))).toBe('overflow')
    expect(problemOf(`<a b="${'x'.repeat(32_769)}"/>`)).toBe('overflow')
  })

  it('is refused at every length that cuts it off', () => {
    const whole = '<a b="1">x<c/><![CDATA[d]]><!-- e --></a>'
    for (let length = 0; length < whole.length; length++) expect(problemOf(whole.slice(0, length))).toBeDefined()
  })
})
