import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { violationsIn } from './check-layers.ts'

const made: string[] = []
afterAll(() => made.forEach((root) => rmSync(root, { recursive: true })))

/** A small repository whose packages declare what they like, and what the check says of it. */
function reasons(files: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'csii-layers-'))
  made.push(root)
  const manifests = {
    'packages/fusion/package.json': '{"dependencies":{"@csii/model":"*"}}',
    'packages/node/package.json': '{"dependencies":{"@csii/model":"*","fastify":"*"}}',
    'packages/codecs/package.json': '{"dependencies":{}}',
  }
  for (const [path, text] of Object.entries({ ...manifests, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const name of ['fusion', 'node', 'codecs']) mkdirSync(join(root, 'packages', name, 'src'), { recursive: true })
  return violationsIn(root).map(({ file, because }) => `${file} ${because}`)
}

const inFusion = (text: string) => reasons({ 'packages/fusion/src/a.ts': text }).join()

describe('the layer check', () => {
  it.each([
    ['an undeclared package of ours', `import { aisGap } from '@csii/detect'`, 'imports @csii/detect'],
    ['an undeclared library', `import Fastify from 'fastify'`, 'imports fastify'],
    ['input and output in a pure package', `import { readFileSync } from 'node:fs'`, 'may not import node:fs'],
    ['an import that spans lines', `import {\n  aisGap,\n} from '@csii/detect'`, 'imports @csii/detect'],
    ['a re-export', `export * from '@csii/node'`, 'imports @csii/node'],
    ['a type-only import', `import type { X } from '@csii/node'`, 'imports @csii/node'],
    ['a dynamic import', `const node = await import('@csii/node')`, 'imports @csii/node'],
    ['an import for its effect', `import 'fastify'`, 'imports fastify'],
    ['a way around by path', `import { x } from '../../detect/src/index.ts'`, 'reaches out'],
    ['the clock in a pure package', `export const now = () => Date.now()`, 'clock or chance'],
    ['the clock behind a date', `export const now = () => new Date()`, 'clock or chance'],
    ['chance in a pure package', `export const roll = () => Math.random()`, 'clock or chance'],
  ])('refuses %s', (_what, text, because) => {
    expect(inFusion(text)).toContain(because)
  })

  it('accepts what a package declares and its layer may use', () => {
    expect(inFusion(`import type { Plot } from '@csii/model'\nexport const at = (plot: Plot) => new Date(plot.time)`)).toBe('')
  })

  it('refuses a package that declares more than its layer may use', () => {
    const found = reasons({ 'packages/fusion/package.json': '{"dependencies":{"@csii/node":"*","lodash":"*"}}' })
    expect(found.join()).toContain('depends on @csii/node')
    expect(found.join()).toContain('depends on lodash')
  })

  it('refuses a package that has no place in the table', () => {
    const found = reasons({ 'packages/misc/package.json': '{}', 'packages/misc/src/a.ts': '' })
    expect(found.join()).toContain('no line in scripts/layers.ts')
  })

  it('keeps the features of a node apart, but lets all use the platform', () => {
    const found = reasons({
      'packages/node/src/platform/log.ts': 'export const log = 1',
      'packages/node/src/ingest/ingest.ts': `import { log } from '../platform/log.ts'`,
      'packages/node/src/picture/picture.ts': `import { ingest } from '../ingest/ingest.ts'`,
      'packages/node/src/main.ts': `import { ingest } from './ingest/ingest.ts'`,
    })
    expect(found).toEqual(['packages/node/src/picture/picture.ts picture/ may not import ingest/'])
  })

  it('keeps sensor formats apart, but lets them use the sentence layer', () => {
    const found = reasons({
      'packages/codecs/src/nmea/lines.ts': '',
      'packages/codecs/src/ais/sensor.ts': `import { x } from '../nmea/lines.ts'`,
      'packages/codecs/src/ttm/sensor.ts': `import { y } from '../ais/sensor.ts'`,
    })
    expect(found).toEqual(['packages/codecs/src/ttm/sensor.ts ttm/ may not import ais/'])
  })

  it('finds a cycle of files, type imports included', () => {
    const found = reasons({
      'packages/fusion/src/a.ts': `import type { B } from './b.ts'`,
      'packages/fusion/src/b.ts': `import { c } from './c.ts'`,
      'packages/fusion/src/c.ts': `import { a } from './a.ts'`,
    })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('import cycle')
  })

  it('finds a cycle of folders whose files make none', () => {
    const found = reasons({
      'packages/fusion/src/gate/a.ts': `import { b } from '../track/b.ts'`,
      'packages/fusion/src/gate/c.ts': '',
      'packages/fusion/src/track/b.ts': '',
      'packages/fusion/src/track/d.ts': `import { c } from '../gate/c.ts'`,
    })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain('packages/fusion/src/gate is in an import cycle with packages/fusion/src/track')
  })
})
