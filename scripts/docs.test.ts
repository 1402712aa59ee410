import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sourceFiles } from './source-files.ts'

const root = dirname(import.meta.dirname)
const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
const pages = [
  'README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'bench/README.md', ...docs.map((name) => `docs/${name}`),
]
const quoted = (page: string) => [...readFileSync(join(root, page), 'utf8').matchAll(/`([^`\n]+)`/g)].map((match) => match[1]!)
const linked = (page: string) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map((match) => match[1]!)
    .filter((target) => !/^https?:/.test(target))

const FOLDERS = /^(packages|docs|scripts|bench|\.ci)\/[\w./-]+$/

describe('the documents', () => {
  it.each(pages)('%s names only paths that exist', (page) => {
    const named = quoted(page).filter((text) => FOLDERS.test(text))
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it.each(pages)('%s links only to files that exist', (page) => {
    expect(linked(page).filter((path) => !existsSync(join(root, dirname(page), path)))).toEqual([])
  })

  it('ARCHITECTURE.md names only functions that exist', () => {
    const code = ['packages', 'scripts'].flatMap((folder) => sourceFiles(root, folder)).map((file) => file.text).join('\n')
    const functions = quoted('docs/ARCHITECTURE.md').flatMap((text) => /^(\w+)\(\)$/.exec(text)?.[1] ?? [])
    expect(functions.length).toBeGreaterThan(5)
    expect(functions.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([])
  })
})
