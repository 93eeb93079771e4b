/** Birth and welcome, and what else comes to a device. */
import type { Body } from '../stage.js'
import { type Clause, failed, finishes, inapplicable, passed, stops, untested } from '../trial.js'

export const births: readonly Clause[] = [
  {
    id: 'birth.again',
    sentence: '`unknown-device`: a device sends birth first, again after the orchestrator has forgotten it.',
    done: 'rejected a heartbeat, unknown-device',
    async run (trial) {
      const birth = await trial.reborn()
      return birth === undefined ? failed('no birth: it would never be offered a task again') : passed('birth')
    }
  }, {
    id: 'birth.tasks',
    sentence: '`birth.tasks` says what the device still has; what it doesn\'t name is taken back at once (absent: it keeps all).',
    done: 'looked at a birth in mid task',
    async run (trial) {
      await trial.slowMs()
      const offer = await trial.begun({ job: trial.slow })
      const birth = await trial.reborn()
      await finishes(trial, offer)
      if (birth === undefined) return untested('it said no birth')
      const { tasks } = birth.body
      if (!Array.isArray(tasks)) return passed('no `tasks`: it keeps all')
      const isNamed = tasks.some((named: Body) => named.task === offer.task && named.attempt === offer.attempt)
      return isNamed ? passed('it named the task') : failed('`tasks` did not name the task, which would be taken back: name all that it has, or leave the field out')
    }
  }, {
    id: 'welcome.keeps',
    sentence: '`welcome`: `tasks` are the leases that it still holds, and it goes on with them.',
    done: 'named the task in the welcome to a birth in mid task',
    async run (trial) {
      await trial.slowMs()
      const offer = await trial.begun({ job: trial.slow })
      if (await trial.reborn() === undefined) return untested('it said no birth')
      return await finishes(trial, offer)
    }
  }, {
    id: 'welcome.stops',
    sentence: 'What it began before birth and doesn\'t find in `welcome` it stops.',
    done: 'answered a birth in mid task with a welcome without the task',
    run: trial => stops(trial, task => {
      trial.stage.held.delete(task)
      return trial.reborn()
    })
  }, {
    id: 'welcome.more',
    sentence: '`welcome` is cut and says `more`: it proves nothing about what it doesn\'t name.',
    done: 'answered a birth in mid task with a welcome that says more, without the task',
    async run (trial) {
      await trial.slowMs()
      const offer = await trial.begun({ job: trial.slow })
      trial.stage.cutsWelcome = true
      try {
        if (await trial.reborn() === undefined) return untested('it said no birth')
        return await finishes(trial, offer)
      } finally {
        trial.stage.cutsWelcome = false
      }
    }
  }, {
    id: 'packet.too-large',
    sentence: '`maxPacket`: nothing larger is sent to it. Should something be, it goes on.',
    done: 'sent an offer that is larger than its maxPacket',
    async run (trial) {
      const { maxPacket } = trial.birth
      if (typeof maxPacket !== 'number') return inapplicable('it named no maxPacket')
      const offer = await trial.offer({ args: 'x'.repeat(maxPacket) })
      trial.lapse(offer)
      return await trial.fence() ? passed('the next task was done') : failed('the device did no further task')
    }
  }, {
    id: 'told.other',
    sentence: '`to/{d}/…` carries more than tasks: rejections of what it never said, deployments, and empty payloads, which remove them.',
    done: 'sent a rejection, and a deployment with its removal',
    async run (trial) {
      trial.stage.say('rejected', { code: 'forbidden', message: 'conformance' })
      trial.stage.say('deployments/conformance', { revision: 1 })
      trial.stage.line.say('deployments/conformance', '')
      return await trial.fence() ? passed('the next task was done') : failed('the device did no further task')
    }
  }
]
