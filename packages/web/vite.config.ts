import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { trimTokens } from './src/theme/trim-tokens.ts'

const OPENBRIDGE = '@oicl/openbridge-webcomponents/dist/openbridge.css'
const VIRTUAL = 'virtual:openbridge-tokens.css'
const STYLES = ['base', 'top-bar', 'panels', 'tracks', 'map', 'sources', 'coverage', 'fusion', 'narrow'].map((name) => `src/theme/${name}.css`)

/** OpenBridge's style sheet is 680 kB of tokens for all its components. Only those our style sheets name are shipped. */
function openBridgeTokens(): Plugin {
  return {
    name: 'openbridge-tokens',
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
    load(id) {
      if (id !== `\0${VIRTUAL}`) return undefined
      const all = readFileSync(createRequire(import.meta.url).resolve(OPENBRIDGE), 'utf8')
      const ours = STYLES.map((path) => readFileSync(new URL(path, import.meta.url), 'utf8')).join('\n')
      return trimTokens(all, ours)
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), openBridgeTokens()],
  build: { target: 'es2023', chunkSizeWarningLimit: 1200, assetsInlineLimit: 0 },
  server: { host: '127.0.0.1', proxy: { '/api': { target: 'http://127.0.0.1:8080', ws: true } } },
})
