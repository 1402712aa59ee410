import type { Problem } from '@csii/contract'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Log } from './log.ts'
import { PROBLEMS, type ProblemCode } from './problems.ts'

/** What a person asked and we refuse. `detail` is one sentence that says how to mend it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: ProblemCode
  readonly statusCode: number

  constructor(code: ProblemCode, detail: string) {
    super(detail)
    this.code = code
    this.statusCode = PROBLEMS[code].status
  }
}

export const refusal = (code: ProblemCode, detail: string): Refusal => new Refusal(code, detail)

/** The one place where errors become answers: `application/problem+json` (RFC 9457), whatever went wrong. */
export function handleErrors(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (!(error instanceof Refusal) && (error.statusCode ?? 500) >= 500) {
      log.error({ error: error.message, stack: error.stack, url: request.url }, 'A request failed')
    }
    return answer(reply, problemOf(error))
  })
  app.setNotFoundHandler((request, reply) => answer(reply, nothingHere(request)))
}

/** For what cannot even be routed, such as an address with a lone `%`. Goes into the options of `Fastify`. */
export const frameworkErrors = (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
  void answer(reply, problemOf(error))
}

function answer(reply: FastifyReply, problem: Problem) {
  return reply.code(problem.status).type('application/problem+json').serializer(JSON.stringify).send(problem)
}

export function problem(code: ProblemCode, detail: string): Problem {
  return { type: `urn:csii:problem:${code}`, ...PROBLEMS[code], detail, code }
}

function nothingHere({ method, url }: FastifyRequest): Problem {
  const path = url.split('?', 1)[0]
  return problem('NOT_FOUND', `${method} ${path} is not known here. /api/openapi.json lists every address of the API.`)
}

function problemOf(error: FastifyError): Problem {
  if (error instanceof Refusal) return problem(error.code, error.message)
  if (error.validation) return problem('BAD_REQUEST', validationSentence(error))
  const status = error.statusCode ?? 500
  if (status === 413) return problem('TOO_LARGE', 'Send less in one request.')
  if (status === 503) return problem('UNAVAILABLE', 'Ask again in a few seconds.')
  if (status >= 400 && status < 500) return problem('BAD_REQUEST', sentence(error.message))
  // What happened inside is for the log, not for a stranger.
  return problem('INTERNAL', 'The node failed to answer. Its log says why; try again, and report it if it stays.')
}

function validationSentence({ validation, validationContext }: FastifyError): string {
  const [first] = validation ?? []
  const field = first?.instancePath.replaceAll('/', '.').replace(/^\./, '') || first?.params['additionalProperty'] || ''
  const place = validationContext === 'querystring' ? 'query' : (validationContext ?? 'request')
  return sentence(`In the ${place}, ${field ? `"${field}" ` : 'it '}${first?.message ?? 'is not valid'}`)
}

const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`)
