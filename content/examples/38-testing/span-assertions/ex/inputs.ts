/** Who records the exception of each sale, if anybody does. */
export const sales = [
  { name: 'once', recordedBy: ['charge card'] },
  { name: 'once, higher up', recordedBy: ['sell drink'] },
  { name: 'never', recordedBy: [] },
  {
    name: 'by each layer',
    recordedBy: ['charge card', 'sell drink'],
  },
  { name: 'outside', recordedBy: ['nobody'] },
];
