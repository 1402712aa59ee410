import { sensorKinds } from '@csii/codecs'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packCodecs } from './pack-codecs.ts'

const MEGABYTE = 1_000_000

describe('the codecs, installed by somebody who has nothing else of ours', () => {
  const folder = mkdtempSync(join(tmpdir(), 'csii-packed-'))
  const installed = join(folder, 'node_modules')

  beforeAll(() => {
    const archives = packCodecs(join(folder, 'archives'))
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'stranger', type: 'module', private: true }))
    execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--silent', ...archives], { cwd: folder })
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  it('are two packages of less than a megabyte', () => {
    const files = readdirSync(installed, { recursive: true, encoding: 'utf8' }).map((path) => join(installed, path))
    const bytes = files.reduce((sum, path) => sum + (statSync(path).isFile() ? statSync(path).size : 0), 0)
    expect(readdirSync(installed).filter((name) => !name.startsWith('.'))).toEqual(['@csii'])
    expect(readdirSync(join(installed, '@csii')).sort()).toEqual(['codecs', 'model'])
    expect(bytes).toBeLessThan(MEGABYTE)
  })

  it.each(sensorKinds.map(({ id }) => id))('read %s alone', (id) => {
    writeFileSync(join(folder, `${id}.js`), `
      import * as folder from '@csii/codecs/${id}'
      const kind = Object.values(folder).find((each) => each?.id === '${id}' && each.open)
      const problems = []
      const sink = { plot() {}, statement() {}, measurement() {}, problem: (problem) => problems.push(problem) }
      const reader = kind.open({ sensorId: 's', simulated: false }, { heardBefore: () => false })
      reader.read(new Uint8Array(100).fill(65), 0, sink, true)
      reader.end(0, sink)
      console.log(reader.counts().received > 0 && problems.length > 0)
    `)
    expect(execFileSync(process.execPath, [join(folder, `${id}.js`)], { encoding: 'utf8' }).trim()).toBe('true')
  })

  it('share no code between formats but what lies beside their folders', () => {
    const dist = join(installed, '@csii', 'codecs', 'dist')
    const formats = new Set(sensorKinds.map(({ id }) => id))
    for (const id of formats) {
      const files = readdirSync(join(dist, id), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'))
      const imported = files.flatMap((path) =>
        [...readFileSync(join(dist, id, path), 'utf8').matchAll(/from '\.\.\/([a-z0-9-]+)\//g)].map((match) => match[1]!))
      expect(imported.filter((other) => formats.has(other))).toEqual([])
    }
  })
})
