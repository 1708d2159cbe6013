import { answerExport, NO_TELEMETRY, renderAnswer, signalOf } from '../../otlp/index.ts';
import type { Answer, Exchange } from '../contract.ts';
import type { AnswerCommand } from '../messages.ts';

/** Where the receiver listens; a request to any other host fails as if nobody were there. */
const HOSTS: ReadonlySet<string> = new Set(['localhost:4318', '127.0.0.1:4318']);

/** A request of the program, as the worker reported it. */
export interface IncomingRequest {
  readonly id: number;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array<ArrayBuffer>;
  readonly atMs: number;
}

/** What the page keeps of a request, and what the worker is told. */
export interface Reception {
  readonly exchange: Exchange;
  readonly command: Omit<AnswerCommand, 'kind' | 'run'>;
}

/**
 * The OTLP/HTTP receiver of a page. It answers as a collector does, unless the example or the reader dictates the
 * answers; then a body is accepted only where the answer says so.
 */
export class Receiver {
  readonly #answers: readonly Answer[];
  #taken = 0;

  constructor(answers: readonly Answer[]) {
    this.#answers = answers;
  }

  /** Decides the answer to one request. Never throws for anything a program can send. */
  async receive(request: IncomingRequest): Promise<Reception> {
    const { host } = new URL(request.url);
    if (!HOSTS.has(host)) {
      const problem = `Nobody answers at ${host}: the sandbox reaches no network. The receiver in the page listens at http://localhost:4318.`;
      return reception(request, { status: 0, headers: [], body: new Uint8Array(), text: '' }, { problem });
    }
    const contentType = header(request, 'content-type');
    const signal = signalOf(request.url);
    const rule = signal && this.#next();
    if (rule && (rule.status !== 200 || rule.rejected || rule.silent)) {
      const answer = renderAnswer(rule, contentType, signal);
      return reception(request, answer, { signal, rule });
    }
    const answer = await answerExport({
      method: request.method,
      url: request.url,
      contentType,
      contentEncoding: header(request, 'content-encoding'),
      body: request.body,
    });
    const { telemetry, problem } = answer;
    return reception(request, answer, {
      signal,
      telemetry,
      ...(problem ? { problem } : {}),
      ...(rule ? { rule } : {}),
    });
  }

  #next(): Answer | undefined {
    const rule = this.#answers[Math.min(this.#taken, this.#answers.length - 1)];
    this.#taken++;
    return rule;
  }
}

function header(request: IncomingRequest, name: string): string {
  return request.headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
}

interface Details {
  readonly signal?: Exchange['signal'];
  readonly telemetry?: Exchange['telemetry'];
  readonly problem?: string;
  readonly rule?: Answer;
}

function reception(
  request: IncomingRequest,
  answer: Pick<Awaited<ReturnType<typeof answerExport>>, 'status' | 'headers' | 'body' | 'text'>,
  { signal, telemetry = NO_TELEMETRY, problem, rule }: Details,
): Reception {
  const { id, method, url, headers, body, atMs } = request;
  const silent = rule?.silent === true;
  return {
    exchange: {
      id,
      signal,
      method,
      url,
      contentType: header(request, 'content-type'),
      headers,
      body,
      status: silent ? 0 : answer.status,
      responseHeaders: silent ? [] : answer.headers,
      responseBody: silent ? '' : answer.text,
      telemetry,
      ...(problem === undefined ? {} : { problem }),
      atMs,
    },
    command: {
      id,
      status: answer.status,
      headers: answer.headers,
      body: answer.body,
      delayMs: rule?.delayMs ?? 0,
      silent,
    },
  };
}
