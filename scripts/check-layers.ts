/** Holds up the layer rule: undeclared imports, imports across layers and features, the clock and chance, cycles. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import { cyclesIn } from './cycles.ts'
import { LAYERS, SEPARATE_FOLDERS, type Layer } from './layers.ts'
import { importedPath, sourceFiles, type SourceFile } from './source-files.ts'

export interface Violation {
  readonly file: string
  readonly because: string
}

const CLOCK_OR_CHANCE = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.|\bcrypto\./

export function violationsIn(root: string): Violation[] {
  const packages = readdirSync(join(root, 'packages')).filter((name) => existsSync(join(root, 'packages', name, 'src')))
  const files = packages.flatMap((name) => sourceFiles(root, `packages/${name}/src`))
  return [...packages.flatMap((name) => packageViolations(root, name, files)), ...cycleViolations(files)]
}

function packageViolations(root: string, name: string, files: readonly SourceFile[]): Violation[] {
  const manifest = `packages/${name}/package.json`
  const layer = LAYERS[name]
  if (!layer) return [{ file: manifest, because: `has no line in scripts/layers.ts` }]
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, manifest), 'utf8'))
  const declared = Object.keys(dependencies)
  const typed = Object.keys(devDependencies).filter((library) => library.startsWith('@types/'))
  const forbidden = declared.filter((library) => !mayDepend(layer, library))
  const own = files.filter((file) => file.path.startsWith(`packages/${name}/src/`))
  return [
    ...forbidden.map((library) => ({ file: manifest, because: `depends on ${library}, which its layer may not` })),
    ...own.flatMap((file) => fileViolations(name, layer, [...declared, ...typed.map((library) => library.slice(7))], file)),
  ]
}

const mayDepend = (layer: Layer, library: string): boolean =>
  layer.mayImport.includes(library) || (!layer.pure && !library.startsWith('@csii/'))

function fileViolations(name: string, layer: Layer, declared: readonly string[], file: SourceFile): Violation[] {
  const reasons = file.imports.flatMap((specifier) =>
    specifier.startsWith('.')
      ? (relativeReason(name, file.path, specifier) ?? [])
      : (libraryReason(layer, declared, specifier) ?? []),
  )
  if (layer.pure && CLOCK_OR_CHANCE.test(file.text)) reasons.push('reads the clock or chance; take it as an argument')
  return reasons.map((because) => ({ file: file.path, because }))
}

function libraryReason(layer: Layer, declared: readonly string[], specifier: string): string | undefined {
  // What the page's bundler makes itself.
  if (specifier.startsWith('virtual:')) return layer.pure ? `is pure and may not import ${specifier}` : undefined
  if (isBuiltin(specifier)) return layer.pure ? `is pure and may not import ${specifier}` : undefined
  const library = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  return declared.includes(library) ? undefined : `imports ${library}, which its package.json does not declare`
}

function relativeReason(name: string, from: string, specifier: string): string | undefined {
  const target = importedPath(from, specifier)
  const source = `packages/${name}/src/`
  if (!target.startsWith(source)) return `reaches out of its package: ${specifier}`
  const separate = SEPARATE_FOLDERS[name]
  if (!separate) return undefined
  const [here, there] = [topFolder(from.slice(source.length)), topFolder(target.slice(source.length))]
  const isAllowed = here === '' || here === there || (there === '' && name !== 'node') || separate.shared.includes(there)
  return isAllowed ? undefined : `${here}/ may not import ${there || 'the root'}${there && '/'}`
}

const topFolder = (path: string): string => path.slice(0, Math.max(0, path.indexOf('/')))

function cycleViolations(files: readonly SourceFile[]): Violation[] {
  const edges = new Map(
    files.map(({ path, imports }) => {
      const targets = imports.filter((specifier) => specifier.startsWith('.'))
      return [path, new Set(targets.map((specifier) => importedPath(path, specifier)))]
    }),
  )
  return [...cyclesIn(edges), ...cyclesIn(folderEdges(edges))].map(([first, ...others]) => ({
    file: first!,
    because: `is in an import cycle with ${others.join(', ')}`,
  }))
}

/** A folder and the folders inside it are one thing: imports between them make no edge. */
function folderEdges(files: ReadonlyMap<string, ReadonlySet<string>>): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>()
  for (const [path, targets] of files) {
    const from = dirname(path)
    if (!folders.has(from)) folders.set(from, new Set())
    for (const to of [...targets].map((target) => dirname(target))) {
      if (from === to || from.startsWith(`${to}/`) || to.startsWith(`${from}/`)) continue
      folders.get(from)!.add(to)
    }
  }
  return folders
}

if (import.meta.main) {
  const violations = violationsIn(process.cwd())
  for (const { file, because } of violations) console.error(`${file} ${because}`)
  if (violations.length === 0) console.log('layers: no violation')
  process.exitCode = violations.length > 0 ? 1 : 0
}
