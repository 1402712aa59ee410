import type { ExplanationView } from '@csii/contract'
import { useDecisionChange } from '../api/decision-queries.ts'
import { currentName } from '../details/use-name.ts'
import { refusalInWords } from '../text/refusal-words.ts'
import { useText } from '../text/use-text.tsx'
import { Shares } from './shares.tsx'

/** The identities that a track could have. Each can be pinned by a person who knows. */
export function Identities({ trackId, identities }: Pick<ExplanationView, 'trackId' | 'identities'>) {
  const text = useText()
  const change = useDecisionChange()
  const pin = (identity: string) => change.mutate({ kind: 'decide', decision: { kind: 'pin', trackId, identity, by: currentName() } })
  if (identities.length === 0) return null
  return (
    <>
      <h3>{text('explain.identities')}</h3>
      <Shares
        shares={identities.map(({ identity, probability }) => [identity, probability])}
        action={(identity) => (
          <button type="button" aria-label={text('hands.pin', { identity })} disabled={change.isPending} onClick={() => pin(identity)}>
            {text('hands.pin.short')}
          </button>
        )}
      />
      {change.error && <p role="alert" className="notice">{refusalInWords(change.error, text)}</p>}
    </>
  )
}
