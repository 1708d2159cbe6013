// A panic runs what was deferred, last first, before it ends the program.
try {
  try {
    console.log('before');
    throw new Error('no more beans');
  } finally {
    console.log('deferred last, runs first');
  }
} finally {
  console.log('deferred first, runs last');
}
