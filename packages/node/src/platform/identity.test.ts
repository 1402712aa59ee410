import { expect, it } from 'vitest'
import { identityOf } from './identity.ts'
import { describeStores } from './store/fixtures/describe-stores.ts'

describeStores('the identity of a node', (stores) => {
  it('is chosen once and outlives its restarts', async () => {
    const place = await stores.place()
    const first = await stores.open(place)
    expect(await identityOf(first, () => 'node-a')).toBe('node-a')
    await first.close()
    expect(await identityOf(await stores.open(place), () => 'node-b')).toBe('node-a')
  })
})
