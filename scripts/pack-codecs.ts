// Makes the packages that others install: node scripts/pack-codecs.ts FOLDER writes csii-model and csii-codecs as .tgz there.
// In the repository Node runs the TypeScript itself; it does not do so below node_modules, so what is packed is JavaScript.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Packs both; gives the paths of the archives. */
export function packCodecs(folder: string): string[] {
  mkdirSync(folder, { recursive: true })
  return ['model', 'codecs'].map((name) => packOne(name, folder))
}

function packOne(name: string, folder: string): string {
  const work = mkdtempSync(join(tmpdir(), `csii-pack-${name}-`))
  const source = join(root, 'packages', name)
  try {
    writeFileSync(join(work, 'tsconfig.json'), JSON.stringify(compilation(source, join(work, 'package', 'dist'))))
    execFileSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', work], { stdio: 'inherit' })
    writeFileSync(join(work, 'package', 'package.json'), JSON.stringify(manifest(source), null, 2))
    cpSync(join(root, 'LICENSE'), join(work, 'package', 'LICENSE'))
    const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: join(work, 'package') })
    return join(folder, packed.toString().trim())
  } finally {
    rmSync(work, { recursive: true })
  }
}

const compilation = (source: string, outDir: string) => ({
  extends: join(root, 'tsconfig.base.json'),
  compilerOptions: {
    noEmit: false, allowImportingTsExtensions: false, rewriteRelativeImportExtensions: true, declaration: true,
    rootDir: join(source, 'src'), outDir, typeRoots: [],
  },
  include: [join(source, 'src')],
  exclude: [join(source, 'src', '**', '*.test.ts'), join(source, 'src', '**', 'fixtures')],
})

/** The package's own, with its sources named as they are after compilation. */
function manifest(source: string): object {
  const own: { exports: Record<string, string> } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  const compiled = Object.entries(own.exports).map(([subpath, path]) => {
    const base = path.replace('./src/', './dist/').replace(/\.ts$/, '')
    return [subpath, { types: `${base}.d.ts`, default: `${base}.js` }]
  })
  return { ...own, exports: Object.fromEntries(compiled), files: ['dist', 'LICENSE'], engines: { node: '>=20' } }
}

const [folder] = process.argv.slice(2)
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (folder === undefined) throw new Error('Write the folder for the packages: node scripts/pack-codecs.ts FOLDER')
  console.log(packCodecs(folder).join('\n'))
}
