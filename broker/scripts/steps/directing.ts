/** Steps that direct the others: time, restarts, variables, loops, branches and setups. */
import type { Scene } from '../scene.js'
import type { Fields, Step } from '../script.js'
import type { Nodes, StoreState } from '../targets/target.js'
import { evaluate } from '../../platform/expressions.js'
import { durationMs, fill } from '../values.js'
import { type StepKind, kind } from './kind.js'

/** `pause`: expectations do not move it; `run`: they do again; `{move}`: moves it. */
export const clock = kind<{ readonly clock: 'pause' | 'run' | { readonly move: unknown } }>(async (scene, { clock }) => {
  if (scene.stage.clock === undefined) throw new Error('time is real here; a script that moves it says needs: [virtual-clock]')
  if (typeof clock === 'object') await scene.pass(durationMs(clock.move))
  else scene.isPaused = clock === 'pause'
})

/** Lets time pass, virtual or real. */
export const wait = kind<{ readonly wait: unknown }>(async (scene, { wait: time }) => await scene.pass(durationMs(time)))

export const restart = kind<Fields>(async scene => {
  const { stage } = scene
  if (stage.restart === undefined) throw new Error('it can\'t be restarted here; a script that does says needs: [restart]')
  await scene.close()
  await stage.restart()
})

export const store = kind<{ readonly store: StoreState }>(async ({ stage }, { store: state }) => {
  if (stage.store === undefined) throw new Error('the store can\'t be taken away here; a script that does says needs: [store]')
  await stage.store(state)
})

const nodesOf = ({ stage }: Scene): Nodes => {
  if (stage.nodes === undefined) throw new Error('no node can be killed here; a script that does says needs: [nodes]')
  return stage.nodes
}

export const kill = kind<{ readonly kill: number }>(async (scene, { kill: node }) => await nodesOf(scene).kill(node))

export const start = kind<{ readonly start: number }>(async (scene, { start: node }) => await nodesOf(scene).start(node))

export const set: StepKind = {
  async run (scene, { fields }) {
    for (const [name, value] of Object.entries(fields.set as Fields)) scene.set({ [name]: await fill(value, scene.vars) })
  }
}

/** Holds where a JSONata expression over the variables is true. */
export const check: StepKind = {
  async run (scene, { fields }) {
    const expression = String(fields.check)
    if (await evaluate(expression, scene.vars) !== true) throw new Error(`${expression} is not true; ${JSON.stringify(scene.vars)}`)
  }
}

export const each: StepKind = {
  async run (scene, { fields }) {
    const values = await fill(fields.each, scene.vars)
    if (!Array.isArray(values)) throw new Error(`${JSON.stringify(values)} is no list to go through`)
    const name = String(fields.name ?? 'each')
    for (const value of values as unknown[]) await scene.within({ [name]: value }, fields.steps as Step[])
  }
}

export const parallel: StepKind = {
  async run (scene, { fields }) {
    await scene.parallel(fields.parallel as Step[][])
  }
}

export const use: StepKind = {
  async run (scene, { fields }) {
    const given = await fill({ ...fields.vars as Fields, ...fields.with as Fields | undefined }, scene.vars) as Fields
    await scene.within(given, fields.steps as Step[])
  }
}
