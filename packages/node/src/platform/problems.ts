/** Every refusal of the API: its HTTP status, and a title that never changes. Explained in docs/errors.md; a test compares. */
export const PROBLEMS = {
  BAD_REQUEST: { status: 400, title: 'The request does not fit its description' },
  HOST_NOT_ALLOWED: { status: 403, title: 'This name is not a name of the node' },
  ORIGIN_NOT_ALLOWED: { status: 403, title: 'Another page may not speak to the node' },
  NOT_FOUND: { status: 404, title: 'Nothing is at this address' },
  TRACK_NOT_FOUND: { status: 404, title: 'No such track' },
  SOURCE_NOT_FOUND: { status: 404, title: 'No such source' },
  TOO_LARGE: { status: 413, title: 'The request is too large' },
  INTERNAL: { status: 500, title: 'The node failed' },
  UNAVAILABLE: { status: 503, title: 'The node cannot answer now' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof PROBLEMS
