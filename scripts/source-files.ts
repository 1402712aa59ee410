import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const IMPORT = /(?:^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*|^\s*import\s*|\bimport\(\s*)['"]([^'"]+)['"]/gm
const SKIPPED = new Set(['node_modules', 'dist', 'public', 'fixtures'])

export interface SourceFile {
  /** From the repository's root, with `/`. */
  readonly path: string
  readonly text: string
  readonly imports: readonly string[]
}

/** Every TypeScript file below a folder, tests left out. */
export function sourceFiles(root: string, folder: string): SourceFile[] {
  return walk(join(root, folder))
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|e2e)\.tsx?$/.test(path))
    .sort()
    .map((path) => {
      const text = readFileSync(path, 'utf8')
      return { path: relative(root, path), text, imports: [...text.matchAll(IMPORT)].map((match) => match[1]!) }
    })
}

/** The file a relative import names, from the repository's root. Imports carry their extension, so this is exact. */
export const importedPath = (from: string, specifier: string): string =>
  relative(resolve('/'), resolve('/', dirname(from), specifier))

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [path]
  })
}
