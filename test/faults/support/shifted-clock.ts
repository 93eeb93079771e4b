/**
 * For `node --import`: from its first moment the process has a wall clock that
 * is wrong by so many milliseconds, `shifted-clock.js?ms=3600000`. It must not
 * import anything, so that nothing has read the time before.
 */
const ms = Number(new URL(import.meta.url).searchParams.get('ms'))
// real time: this is the clock of the process that imports it
const right = Date.now
// real time: as above
Date.now = () => right() + ms

export {}
