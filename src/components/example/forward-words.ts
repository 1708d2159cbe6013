/** What is said when telemetry is to go to a collector, in both languages. */
export const FORWARD_WORDS = {
  en: {
    ask: (count: number, origin: string) =>
      `Send the telemetry of this run (${count} spans, points and records) to ${origin}?`,
    send: 'Send',
    sent: (origin: string) => `Sent to ${origin}.`,
    notSent: (origin: string, reason: string) => `Not sent to ${origin}: ${reason}.`,
    badAddress: 'Type an address such as http://localhost:4318.',
    tooMuch: 'the run holds more than a forward may carry',
    noAnswer: 'nobody answered, or the collector does not allow this page (CORS)',
    answered: (status: number) => `it answered ${status}`,
  },
  'zh-CN': {
    ask: (count: number, origin: string) => `把这次运行的遥测（共 ${count} 条 span、数据点和日志）发给 ${origin}？`,
    send: '发送',
    sent: (origin: string) => `已发给 ${origin}。`,
    notSent: (origin: string, reason: string) => `没有发给 ${origin}：${reason}。`,
    badAddress: '请输入地址，例如 http://localhost:4318。',
    tooMuch: '这次运行的数据超过了转发的上限',
    noAnswer: '没有应答，或 Collector 不允许本页访问（CORS）',
    answered: (status: number) => `它应答了 ${status}`,
  },
} as const;
