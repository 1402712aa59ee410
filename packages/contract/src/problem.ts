import { Type, type Static } from 'typebox'

/** Every refusal of the API (RFC 9457). Clients branch on `code`; people read `detail`, which says how to mend it. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'urn:csii:problem: and the code' }),
    title: Type.String(),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: Type.String(),
    code: Type.String({ description: 'Stable name, listed in docs/errors.md' }),
  },
  { $id: 'Problem' },
)
export type Problem = Static<typeof Problem>
