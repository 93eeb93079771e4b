#!/bin/sh
# `npm run test:faults`: every fault test, the long ones too, one after the other, and at the end
# what they showed as a table for the README.
cd "$(dirname "$0")/../.." || exit 1
TAP_TIMEOUT=1200 TAP_JOBS=1 sh test/run.sh 'dist/test/faults/*.test.js'
status=$?
node dist/test/faults/table.js .tap/output.tap
exit $status
