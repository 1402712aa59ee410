import { describe, expect, it } from 'vitest'
import { render, wordsOf } from '../text/render-fixture.tsx'
import { Proposal } from './proposal.tsx'

const words = (missing: string[]) =>
  wordsOf(render(<Proposal proposal={{ key: 'mapping', value: 'lat=Latitud lon=Longitud', missing }} onUse={() => undefined} />))

describe('a proposal for a source that is tested', () => {
  it('shows what it would set, and can be taken over', () => {
    expect(words([])).toContain('Proposed for “mapping”: lat=Latitud lon=Longitud')
    expect(words([])).toContain('Use it')
    expect(words([])).not.toContain('told by you')
  })

  it('says what only a person can tell', () => {
    expect(words(['timeFormat'])).toContain('Still to be told by you: timeFormat.')
  })
})
