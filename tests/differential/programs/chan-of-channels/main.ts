// A channel is a value: a request can carry the channel for its answer.
import { chan, go, type SendChannel } from 'csp';

interface Request {
  readonly n: number;
  readonly reply: SendChannel<number>;
}

const requests = chan<Request>();
go(async () => {
  for await (const { n, reply } of requests) await reply.send(n * n);
});
for (let n = 0; n < 4; n += 1) {
  const reply = chan<number>();
  await requests.send({ n, reply });
  console.log(n, (await reply.receive()).value);
}
requests.close();
