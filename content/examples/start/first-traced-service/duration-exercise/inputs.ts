export const paths = [
  '/menu',
  '/drinks/7?ms=20',
  '/drinks/8?ms=60',
  '/drinks/9?ms=300',
  '/drinks/99',
  '/drinks/8?ms=800',
  '/.env',
  '/teas/1',
];
