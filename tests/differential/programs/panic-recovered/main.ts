// A recovered panic ends the function that deferred the recover, and nothing else.
function careful(n: number): string {
  try {
    if (n === 1) throw new Error('one is too few');
    return 'fine';
  } catch (error) {
    return `recovered from ${error instanceof Error ? error.message : String(error)}`;
  }
}

for (let n = 0; n < 3; n += 1) console.log(n, careful(n));
