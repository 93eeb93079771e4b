/** Who tries passwords is told ever later that they are wrong; nobody else notices. */
import t from 'tap'
import { Brake } from '../../broker/hosts/aedes/brake.js'
import { VirtualClock } from '../support/virtual-clock.js'

function stage () {
  const clock = new VirtualClock()
  const brake = new Brake(clock)
  /** How long the refusal of a try is held. */
  const held = async (name: string, network: string): Promise<number> => {
    const begun = clock.now()
    const failed = brake.failed(name, network).then(() => clock.now())
    let isOver = false
    const over = (): boolean => isOver
    failed.then(() => { isOver = true }, () => {})
    await clock.settle()
    while (!over()) await clock.advance(50)
    return await failed - begun
  }
  return { clock, held }
}

t.test('the first wrong ones cost nothing, the next ever more, up to a limit', async t => {
  const { held } = stage()
  for (let n = 0; n < 10; n++) t.equal(await held('cam-7', '192.0.2.7'), 0)
  const later: number[] = []
  for (let n = 0; n < 7; n++) later.push(await held('cam-7', '192.0.2.7'))
  t.same(later, [100, 200, 400, 800, 1_600, 3_000, 3_000])
})

t.test('it counts for a network whatever the name, and for a name wherever it comes from', async t => {
  const { held } = stage()
  for (let n = 0; n < 10; n++) await held(`cam-${n}`, '192.0.2.7')
  t.equal(await held('cam-99', '192.0.2.7'), 100, 'many names from one network')
  t.equal(await held('cam-98', '192.0.2.8'), 0, 'another network is not made to wait')
  for (let n = 0; n < 10; n++) await held('root', `198.51.100.${n}`)
  t.equal(await held('root', '203.0.113.1'), 100, 'one name from many networks')
})

t.test('after a minute without a wrong one it is forgotten', async t => {
  const { clock, held } = stage()
  for (let n = 0; n < 12; n++) await held('cam-7', '192.0.2.7')
  await clock.advance(61_000)
  t.equal(await held('cam-7', '192.0.2.7'), 0)
})
