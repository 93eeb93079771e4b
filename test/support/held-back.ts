/** Holds back what passes here until the test lets it go. */
export interface HeldBack {
  /** @param isConcerned whether this is what a test holds back */
  passed: <T>(isConcerned: boolean, value: T) => Promise<T>
  /** The next one that comes. */
  hold: () => void
  /** Resolves when something stands before it. */
  arrived: () => Promise<void>
  open: () => void
}

export function heldBack (): HeldBack {
  let opened: Promise<void> | undefined
  let open = (): void => {}
  let here = (): void => {}
  const arrived = new Promise<void>(resolve => { here = resolve })
  return {
    passed: async (isConcerned, value) => {
      const until = isConcerned ? opened : undefined
      if (until === undefined) return value
      opened = undefined
      here()
      await until
      return value
    },
    hold: () => { opened = new Promise(resolve => { open = resolve }) },
    arrived: () => arrived,
    open: () => { open() }
  }
}
