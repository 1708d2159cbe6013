export const queues = ['counter', 'phone', 'app'];
export const rounds = 300;
