import {
  ATTR_DB_QUERY_SUMMARY,
  ATTR_ERROR_TYPE,
} from '@opentelemetry/semantic-conventions';
import { verify } from 'checks';
import { test } from './report.ts';
import { sell } from './till.ts';

await test('a mocha is paid', async ({ ctx, tracer, finished }) => {
  await sell(ctx, tracer, 'mocha', 500);

  verify(finished(), ({ spans, expect }) => {
    const sale = spans.named('sell drink');
    const price = spans.named('look up price');
    const query = spans.named('SELECT menu');

    expect('one trace').spans(spans).haveCount(4).beInOneTrace();
    expect('two steps')
      .spans(spans.childrenOf(sale))
      .startInOrder('look up price', 'charge card');
    expect('the query')
      .spans(query)
      .beChildrenOf(price)
      .beOfKind('client')
      .haveAttribute(ATTR_DB_QUERY_SUMMARY, 'SELECT menu');
    expect('all went well').spans(spans).haveStatus('unset');
  });
});

await test('an empty card', async ({ ctx, tracer, finished }) => {
  await sell(ctx, tracer, 'mocha', 100);

  verify(finished(), ({ spans, expect }) => {
    expect('the failed call')
      .spans(spans.named('charge card'))
      .haveStatus('error')
      .haveAttribute(ATTR_ERROR_TYPE, 'card_declined');
    expect('no other failed')
      .spans(spans.withStatus('error'))
      .haveCount(1);
    expect('the sale')
      .spans(spans.named('sell drink'))
      .haveAttribute('lab.sale.paid', false);
  });
});
