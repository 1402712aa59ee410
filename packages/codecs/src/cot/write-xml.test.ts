import { describe, expect, it } from 'vitest'
import { writeNodes, writeXml } from './write-xml.ts'
import { element } from './xml-element.ts'

describe('an element that is written', () => {
  it('escapes what would end it', () => {
    expect(writeXml(element('a', { b: `<"'>&` }, ['</a>&]]>']))).toBe(
      `<a b="&lt;&quot;'&gt;&amp;">&lt;/a&gt;&amp;]]&gt;</a>`,
    )
  })

  it('keeps ends of lines that a reader would change', () => {
    expect(writeXml(element('a', { b: '\t\n\r' }, ['\t\n\r']))).toBe('<a b="&#9;&#10;&#13;">\t\n&#13;</a>')
  })

  it('has no characters that XML has not', () => {
    expect(writeXml(element('a', { b: '1\u00002' }, ['x\u000b\ud800\uffffy']))).toBe('<a b="12">xy</a>')
  })

  it('is short when it is empty', () => {
    expect(writeNodes([element('a'), ' ', element('b', {}, [element('c')])])).toBe('<a/> <b><c/></b>')
  })

  it.each(['', 'a b', '1a', 'a>', 'a/', 'a="1" b'])('cannot be called %j', (name) => {
    expect(() => writeXml(element(name))).toThrow('No name in XML')
    expect(() => writeXml(element('a', { [name]: '' }))).toThrow('No name in XML')
  })
})
