/** Every refusal of the API: its HTTP status, and a title that never changes. Explained in docs/errors.md; a test compares. */
export const PROBLEMS = {
  BAD_REQUEST: { status: 400, title: 'The request does not fit its description' },
  HOST_NOT_ALLOWED: { status: 403, title: 'This name is not a name of the node' },
  ORIGIN_NOT_ALLOWED: { status: 403, title: 'Another page may not speak to the node' },
  NOT_FOUND: { status: 404, title: 'Nothing is at this address' },
  TRACK_NOT_FOUND: { status: 404, title: 'No such track' },
  NO_RADAR_IMAGE: { status: 404, title: 'No radar image' },
  SOURCE_NOT_FOUND: { status: 404, title: 'No such source' },
  SOURCE_INVALID: { status: 400, title: 'A source cannot be so' },
  TRANSPORT_NOT_ALLOWED: { status: 403, title: 'This transport is not set up through the API' },
  SOURCE_EXISTS: { status: 409, title: 'A source has this id' },
  SOURCE_IN_FILE: { status: 409, title: 'The configuration file describes this source' },
  SOURCE_LIMIT: { status: 409, title: 'There are too many sources' },
  ADDRESS_IN_USE: { status: 409, title: 'A source reads this address' },
  PREVIEW_LIMIT: { status: 429, title: 'There are too many previews' },
  TOO_LARGE: { status: 413, title: 'The request is too large' },
  INTERNAL: { status: 500, title: 'The node failed' },
  UNAVAILABLE: { status: 503, title: 'The node cannot answer now' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof PROBLEMS
