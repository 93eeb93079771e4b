/**
 * Two attached nodes that both take themselves for the heir of a third one, for
 * a moment, as each looks for itself who is there: they take its session away
 * from each other, and what waits in it is carried out all the same.
 */
import { connectAsync } from 'mqtt'
import t from 'tap'
import type { Orchestrator } from '../../broker/pipeline/orchestrator.js'
import { systemClock, systemRandom } from '../../broker/index.js'
import { silentLog } from '../../broker/platform/log.js'
import { Intakes } from '../../broker/hosts/remote/intakes.js'
import { startMosquitto } from '../support/mosquitto.js'

const FILTER = '$share/orchestra/r/from/#'
const WAITING = 100
t.test('what waits is carried out, whoever has the session', async t => {
  const broker = await startMosquitto(t, ['max_queued_messages 1000'])
  const dead = await connectAsync(broker.url, { clientId: 'dead-in-1', clean: false, protocolVersion: 4 })
  await dead.subscribeAsync(FILTER, { qos: 1 })
  await dead.endAsync()
  const app = await connectAsync(broker.url, { protocolVersion: 4 })
  t.teardown(() => app.end(true))
  await Promise.all(Array.from({ length: WAITING }, (_, n) => app.publishAsync(`r/from/app/${n}`, '{}', { qos: 1 })))

  const carriedOut = new Set<string>()
  const came = new Set<string>()
  let [bothHaveIt, allDone] = [(): void => {}, (): void => {}]
  const both = new Promise<void>(resolve => { bothHaveIt = resolve })
  const done = new Promise<void>(resolve => { allDone = resolve })
  const heirs = ['a', 'b'].map(name => {
    const orchestrator = {
      inherited: () => [{ id: 'dead', v: 1 }],
      receive ({ topic }: { topic: string }, decided: (verdict: 'decided') => void) {
        came.add(name)
        if (came.size === 2) bothHaveIt()
        // Not before the session was taken away from one of them.
        both.then(() => {
          carriedOut.add(topic)
          decided('decided')
          if (carriedOut.size === WAITING) allDone()
        }, () => {})
      }
    } as unknown as Orchestrator
    return new Intakes({ orchestrator, broker: { urls: [broker.url] }, prefix: 'r/', name, connections: 1, isShared: true, canAnswer: () => true, whenAnswered: call => call(), up: () => {}, inherits: () => {}, clock: systemClock(), random: systemRandom(), log: silentLog })
  })
  t.teardown(async () => { await Promise.all(heirs.map(heir => heir.close())) })
  for (const heir of heirs) heir.open()
  await done
  t.same([...came].sort(), ['a', 'b'])
  t.same([...carriedOut].sort(), Array.from({ length: WAITING }, (_, n) => `from/app/${n}`).sort())
})
