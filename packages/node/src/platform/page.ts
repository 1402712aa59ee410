import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Where `npm run build` puts the page. */
export const BUILT_PAGE = fileURLToPath(new URL('../../../web/dist', import.meta.url))

const NOT_BUILT = `<!doctype html><html lang="en"><title>CSII</title>
<p>This node runs, but its page has not been built. Run <code>npm run build</code>, then reload.</p></html>`

/** Serves the built page. Files under assets/ carry a hash of their content in their names, so browsers keep them. */
export async function servePage(app: FastifyInstance, root: string): Promise<void> {
  if (!existsSync(join(root, 'index.html'))) {
    app.get('/', { schema: { hide: true } }, (_request, reply) => reply.code(503).type('text/html').send(NOT_BUILT))
    return
  }
  await app.register(fastifyStatic, {
    root,
    cacheControl: false,
    setHeaders(reply, path) {
      const isHashed = path.includes('/assets/')
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}
