import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SensorOption } from '@csii/model'
import { loadConfig, readConfig, readSource, sourceFromUrl } from './config.ts'

const OPTIONS: readonly SensorOption[] = [
  { key: 'sigma', form: 'number', usual: '50', fault: (value) => (Number(value) > 0 ? undefined : 'is not above 0'), write: 'sigma: and metres.' },
  { key: 'columns', form: 'text', usual: 'the usual ones', fault: (value) => (value === 'x' ? 'names no column' : undefined), write: 'columns: lat, lon.' },
  { key: 'dialect', form: 'choice', choices: ['old', 'young'], usual: 'young', fault: () => undefined, write: 'dialect: old or young.' },
]
const EDITIONS: SensorOption = { key: 'editions', form: 'text', usual: 'the newest', fault: () => undefined, write: 'editions: 048=1.27.' }
const known = {
  kinds: [{ id: 'ais' }, { id: 'ttm', options: OPTIONS }, { id: 'asterix', options: [EDITIONS] }],
  checkUrl: (url: string) => (/^(tcp|udp|tcp-listen|serial|file|stdin):/.test(url) ? undefined : 'is no address. Write tcp://host:port.'),
}
const read = (text: string) => readConfig(text, 'csii.yaml', known, '/data')
const faults = (text: string) => {
  const result = read(text)
  return result.ok ? [] : result.problem
}

const ttm = (setting: string) => `sources:\n  - { id: a, url: "stdin:", kind: ttm, ${setting} }\n`

describe('a configuration file', () => {
  it('that is the example in docs/ is accepted', () => {
    const result = readConfig(readFileSync(new URL('../../../../docs/csii.example.yaml', import.meta.url), 'utf8'), 'example', known, '/data')
    if (!result.ok) throw new Error(result.problem.join('\n'))
    expect(result.value.sources.map(({ id }) => id)).toEqual(['kingstown-ais', 'bequia-ais', 'ship-network', 'castries-feed', 'friday-drill', 'bequia-radar'])
    expect(result.value.sources[4]?.simulated).toBe(true)
    expect(result.value.sources[1]).toMatchObject({ kind: 'ais', nation: 'VCT', simulated: false })
  })

  it('needs nothing but the sources\' ids and urls', () => {
    expect(read('sources:\n  - id: a\n    url: "stdin:"\n')).toEqual({
      ok: true,
      value: {
        node: { name: 'CSII', nation: 'XXX' },
        listen: { host: '127.0.0.1', port: 8080 },
        dataDir: '/data',
        sources: [{ id: 'a', title: 'a', kind: 'ais', url: 'stdin:', nation: 'XXX', simulated: false }],
        outputs: [],
      },
    })
  })

  it('may be JSON', () => {
    expect(read('{"sources": [{"id": "a", "url": "stdin:"}]}').ok).toBe(true)
  })

  it.each([
    ['a missing url', 'sources:\n  - id: kingstown\n', 'csii.yaml:2:5: source "kingstown" has no url. Write url: tcp://host:port'],
    ['a missing id', 'sources:\n  - url: "stdin:"\n', 'csii.yaml:2:5: source 1 has no id. Write id:'],
    ['a misspelt key', 'listen:\n  prt: 80\n', 'csii.yaml:2:3: listen has no setting "prt". Write port instead.'],
    ['a key from nowhere', 'colour: blue\n', 'csii.yaml:1:1: The file has no setting "colour". Write one of: node, listen, dataDir, retention, sources, outputs.'],
    ['a port out of range', 'listen:\n  port: 70000\n', 'csii.yaml:2:9: port of listen is no port. Write port: and a whole number from 0 to 65535'],
    ['a port in words', 'listen:\n  port: eighty\n', 'csii.yaml:2:9: port of listen is no port.'],
    ['a nation in two letters', 'node:\n  nation: vc\n', 'nation of node is no code of a nation. Write the three capital letters'],
    ['an unknown kind', 'sources:\n  - { id: a, url: "stdin:", kind: sonar }\n', 'is no kind of sensor. Write one of these: kind: ais, kind: ttm, kind: asterix.'],
    ['an unknown url', 'sources:\n  - { id: a, url: "ftp://x" }\n', 'url of source "a" is no address. Write tcp://host:port.'],
    ['a latitude beyond the pole', 'sources:\n  - { id: a, url: "stdin:", position: { lat: 93, lon: 0 } }\n', 'lat of position is not between -90 and 90'],
    ['half a position', 'sources:\n  - { id: a, url: "stdin:", position: { lat: 13 } }\n', 'position has no lon. Write lon:'],
    ['a flag that is neither', 'sources:\n  - { id: a, url: "stdin:", simulated: perhaps }\n', 'simulated of source "a" is neither true nor false'],
    ['an output to a file', 'outputs:\n  - { id: a, url: "file:/x" }\n', 'url of output "a" is no address to send to. Write tcp-listen://127.0.0.1:10110'],
    ['an output of no list', 'outputs:\n  - { id: a, url: "udp://127.0.0.1:9", sources: b }\n', 'sources of output "a" is no list of ids. Write sources: [kingstown-ais'],
    ['an option that its kind does not have', ttm('options: { sigm: 5 }'), 'csii.yaml:2:51: options has no setting "sigm". Write sigma instead.'],
    ['an option of a kind without any', 'sources:\n  - { id: a, url: "stdin:", options: { sigma: 5 } }\n', 'options has no setting "sigma". Leave it out.'],
    ['an option that its kind refuses', ttm('options: { sigma: -5 }'), 'csii.yaml:2:58: sigma of options is not above 0. Write sigma: and metres.'],
    ['an option that is no number', ttm('options: { sigma: five }'), 'sigma of options is no number.'],
    ['an option that is no text', ttm('options: { columns: 5 }'), 'columns of options is no text.'],
    ['an option of no choice', ttm('options: { dialect: middle }'), 'dialect of options is none of old, young. Write dialect: old or young.'],
    ['an option without end', ttm(`options: { columns: ${'a'.repeat(5000)} }`), 'columns of options is longer than 4000 characters'],
    ['options that are no settings', ttm('options: 5'), 'options holds no settings.'],
    ['an antenna below the sea', ttm('antennaHeight: -3'), 'antennaHeight of source "a" is not between 0 and 9000.'],
    ['a title of several lines', ttm('title: "one\\ntwo"'), 'title of source "a" is longer than 100 characters, or has some that cannot be shown.'],
    ['a title that turns round what follows it', ttm('title: "\u202eone"'), 'title of source "a" is longer than 100 characters, or has some that cannot be shown.'],
    ['more sources than there are places', `sources:\n${Array.from({ length: 255 }, (_, n) => `  - { id: s${n}, url: "stdin:" }\n`).join('')}`, 'a node takes 254 sources at most'],
    ['two sources of one id', 'sources:\n  - { id: a, url: "stdin:" }\n  - { id: a, url: "stdin:" }\n', 'two sources have the id a'],
    ['sources that are no list', 'sources:\n  id: a\n', 'csii.yaml:2:3: sources is no list. Write sources: and below it'],
    ['a list of words', 'sources:\n  - kingstown\n', 'source 1 holds no settings'],
    ['a section left empty', 'node: 5\n', 'csii.yaml:1:7: node holds no settings.'],
    ['an empty file', '', 'csii.yaml:1:1: The file holds no settings.'],
    ['broken YAML', 'node:\n  name: "Kingstown\nlisten:\n', 'csii.yaml:'],
  ])('with %s is refused with its line and what to write', (_what, text, sentence) => {
    expect(faults(text).join('\n')).toContain(sentence)
  })

  it('is refused with all its faults at once', () => {
    expect(faults('listen:\n  port: 70000\nsources:\n  - id: A B\n  - id: b\n    url: ftp://x\n')).toHaveLength(4)
  })

  it('that does not exist is refused with its name', () => {
    const result = loadConfig('/nowhere/csii.yaml', known, '/data')
    expect(result).toMatchObject({ ok: false, problem: [expect.stringContaining('/nowhere/csii.yaml cannot be read')] })
  })
})

describe('a source of a configuration file', () => {
  it('may say how high its antenna is, what its kind lets it set, and that it is not listened to', () => {
    const result = read(ttm('antennaHeight: 120.5, options: { sigma: 30, columns: "a, b", dialect: old }, enabled: false'))
    expect(result).toMatchObject({
      ok: true,
      value: { sources: [{ antennaHeight: 120.5, options: { sigma: 30, columns: 'a, b', dialect: 'old' }, enabled: false }] },
    })
  })
})

describe('a source that is described outside the file', () => {
  it('is held to the same rules', () => {
    const source = { id: 'a', kind: 'ttm', url: 'tcp://192.0.2.1:1', options: { sigma: 5 } }
    expect(readSource(source, known, 'VCT')).toEqual({ ok: true, value: { title: 'a', nation: 'VCT', simulated: false, ...source } })
    expect(readSource({ ...source, options: { sigma: 0 } }, known, 'VCT')).toEqual({ ok: false, problem: 'Sigma of options is not above 0. Write sigma: and metres.' })
    expect(readSource({ ...source, url: 'ftp://x' }, known, 'VCT')).toMatchObject({ problem: 'Url of the source is no address. Write tcp://host:port.' })
    expect(readSource({ id: 'a' }, known, 'VCT')).toMatchObject({ problem: expect.stringMatching(/^The source has no url\. Write url:/) })
    expect(readSource([], known, 'VCT')).toMatchObject({ problem: expect.stringMatching(/^The source holds no settings/) })
  })
})

describe('whatever is given for a source', () => {
  it('is refused in a sentence, or is a source', () => {
    const keys = fc.constantFrom('id', 'title', 'kind', 'url', 'nation', 'position', 'antennaHeight', 'options', 'simulated', 'enabled', 'x')
    const values = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom('a', 'ttm', 'tcp://192.0.2.1:1', 'VCT', 5, true))
    fc.assert(
      fc.property(fc.dictionary(keys, values), (description) => {
        const source = readSource(description, known, 'VCT')
        if (source.ok) expect(source.value).toMatchObject(description)
        else expect(source.problem).toMatch(/^[^a-z].*\.$/s)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('a source given by its url', () => {
  it('becomes a live AIS source of nobody in particular', () => {
    expect(sourceFromUrl('tcp://me:word@192.0.2.1:4001', 3, known)).toMatchObject({ value: { title: 'tcp://192.0.2.1:4001' } })
    expect(sourceFromUrl('tcp://192.0.2.1:4001', 2, known)).toMatchObject({ ok: true, value: { id: 'source-2', kind: 'ais', simulated: false } })
  })

  it('is refused in a sentence', () => {
    expect(sourceFromUrl('gopher://x', 1, known)).toEqual({ ok: false, problem: '--source gopher://x is no address. Write tcp://host:port.' })
  })
})
