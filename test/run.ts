/**
 * Runs test files, each in a process of its own, and writes their results as TAP to standard output.
 * Not tap's own command: it loads itself into every process that a test starts, each device and
 * each server, which doubles what their start costs.
 */
import t from 'tap'

// How long the whole takes is nobody's limit: a file has its own.
t.setTimeout(0)
t.jobs = Number(process.env['TAP_JOBS'])
// A file with many long tests in it counts together.
const fileTimeoutMs = Number(process.env['TAP_TIMEOUT']) * 1_000 * 4

for (const file of process.argv.slice(2)) {
  const options = { buffered: true, timeout: fileTimeoutMs }
  t.spawn('env', ['-u', 'NODE_OPTIONS', process.execPath, '--enable-source-maps', file], options, file)
    .then(results => process.stderr.write(`${results?.ok === true ? 'ok' : 'NOT OK'} ${file}\n`))
}
