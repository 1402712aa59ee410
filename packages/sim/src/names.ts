import type { Dice } from './chance.ts'
import type { KindName } from './kinds.ts'

const FIRST = words(`amber ashen bramble brindle cinder clover copper coral cotton crimson dapple drifting ember fallow
 feather flint frosted gentle gilded ginger golden hazel hollow indigo ivory jasper lantern lilac linen little marble
 mellow misty mossy nutmeg opal paper pepper quiet rambling russet saffron sable sandy scarlet shaded silken silver
 sorrel spiced tawny thistle tumbling umber velvet violet wandering whistling willow winter wooden`)
const SECOND = words(`anvil bantam barleycorn bittern bobolink button candle canticle cartwheel chaffinch compass
 cricket curlew dandelion dipper fiddler finch firefly foxglove gannet garland godwit heron hummock juniper kestrel kettle
 lark lapwing lodestar lullaby magpie marigold meadow merlin mistral nightjar noddy oriole osprey ouzel pelican petrel
 pipit plover quill redstart ripple sandpiper skylark sparrow starling sundial swallow tamarind teal thimble thrush tiller
 vireo warbler weaver whimbrel wren`)

/** Words in front of or behind the invented name, as owners of each kind use them. */
const STYLES: Partial<Record<KindName, (name: string, dice: Dice) => string>> = {
  ferry: (name) => `${name.split(' ')[1]} EXPRESS`,
  'fast-ferry': (name) => `${name.split(' ')[1]} JET`,
  shuttle: (name) => `VEDETTE ${name.split(' ')[1]}`,
  cruise: (name) => `${name.split(' ')[0]} SOVEREIGN`,
  tanker: (name) => `NAVIGO ${name.split(' ')[1]}`,
  'gas-carrier': (name) => `LNG ${name}`,
  bulker: (name) => `ORE ${name.split(' ')[1]}`,
  container: (name) => `FEEDER ${name.split(' ')[1]}`,
  trader: (name) => `LADY ${name}`,
  fishing: (name) => `MISS ${name}`,
  longliner: (name) => `FV ${name}`,
  pilot: (_, dice) => `PILOT ${dice.whole(41, 99)}`,
  tug: (name) => `TUG ${name.split(' ')[1]}`,
  'coast-guard': (name) => `CG ${name.split(' ')[1]}`,
  superyacht: (name) => `MY ${name}`,
}

/** Gives every vessel a name that no other in the scenario has: at most 20 letters (ITU-R M.1371-5, annex 8, message 5). */
export function createNames(dice: Dice): (kind: KindName) => string {
  const taken = new Set<string>()
  return (kind) => {
    for (let tries = 0; tries < 500; tries++) {
      const plain = `${dice.pick(FIRST)} ${dice.pick(SECOND)}`
      const name = STYLES[kind]?.(plain, dice) ?? plain
      if (name.length > 20 || taken.has(name)) continue
      taken.add(name)
      return name
    }
    throw new Error(`no names left for a ${kind}`)
  }
}

function words(text: string): string[] {
  return text.toUpperCase().split(/\s+/)
}
