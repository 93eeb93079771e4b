// What starts by the clock, what goes on for ever, and the queues that tasks wait in, as an app asks for them.

import type {
  QueueAccepted, QueueLimitPut, QueueListAccepted, ScheduleAccepted, ScheduleList, ScheduleListAccepted, SchedulePut, ScheduleState,
  ServiceAccepted, ServiceList, ServiceListAccepted, ServicePut, ServiceState
} from '../schemas/index.js'

/** What the app lends. */
interface Ports {
  ask<T> (path: string, body?: object): Promise<T>
  pages<P extends { readonly cursor?: string }, T> (command: string, filter: object, entriesOf: (page: P) => readonly T[]): AsyncGenerator<T>
}

/** Tasks, workflows, executions and messages that start at a time, every so often, or by cron. */
export class Schedules {
  constructor (private readonly ports: Ports) {}

  /** The same again changes nothing. */
  put (name: string, content: Omit<SchedulePut, 'ref'>): Promise<ScheduleAccepted> { return this.ports.ask(`schedules/${name}/put`, content) }
  get (name: string): Promise<ScheduleAccepted> { return this.ports.ask(`schedules/${name}/get`) }
  /** What it has started goes on. */
  remove (name: string): Promise<ScheduleAccepted> { return this.ports.ask(`schedules/${name}/remove`) }
  pause (name: string): Promise<ScheduleAccepted> { return this.ports.ask(`schedules/${name}/pause`) }
  resume (name: string): Promise<ScheduleAccepted> { return this.ports.ask(`schedules/${name}/resume`) }

  list (filter: Omit<ScheduleList, 'cursor' | 'ref'> = {}): AsyncGenerator<ScheduleState> {
    return this.ports.pages<ScheduleListAccepted, ScheduleState>('schedules/list', filter, ({ schedules }) => schedules)
  }
}

/** Functions that go on for ever, so many instances of each. */
export class Services {
  constructor (private readonly ports: Ports) {}

  /** Changed, its instances are replaced, some at a time; the same again changes nothing. */
  put (name: string, content: Omit<ServicePut, 'ref'>): Promise<ServiceAccepted> { return this.ports.ask(`services/${name}/put`, content) }
  get (name: string): Promise<ServiceAccepted> { return this.ports.ask(`services/${name}/get`) }
  scale (name: string, instances: number): Promise<ServiceAccepted> { return this.ports.ask(`services/${name}/scale`, { instances }) }
  /** Replaces each instance, some at a time. */
  restart (name: string): Promise<ServiceAccepted> { return this.ports.ask(`services/${name}/restart`) }
  /** Ends all instances. */
  remove (name: string): Promise<ServiceAccepted> { return this.ports.ask(`services/${name}/remove`) }

  list (filter: Omit<ServiceList, 'cursor' | 'ref'> = {}): AsyncGenerator<ServiceState> {
    return this.ports.pages<ServiceListAccepted, ServiceState>('services/list', filter, ({ services }) => services)
  }
}

/** A queue is there as soon as a task or a device names it. */
export class Queues {
  constructor (private readonly ports: Ports) {}

  get (name: string): Promise<QueueAccepted> { return this.ports.ask(`queues/${name}/get`) }
  /** Nothing of it is offered until it is resumed; what is under way goes on. */
  pause (name: string, reason?: string): Promise<QueueAccepted> { return this.ports.ask(`queues/${name}/pause`, reason === undefined ? {} : { reason }) }
  resume (name: string): Promise<QueueAccepted> { return this.ports.ask(`queues/${name}/resume`) }

  /** In place of what bounded it before; `{}` takes every bound away. @throws RejectedError `invalid`: the queue `default`, whose tasks are not counted */
  limit (name: string, limit: Omit<QueueLimitPut, 'ref'>): Promise<QueueAccepted> { return this.ports.ask(`queues/${name}/limit`, limit) }

  async list (): Promise<QueueListAccepted['queues']> {
    const { queues } = await this.ports.ask<QueueListAccepted>('queues/list')
    return queues
  }
}
