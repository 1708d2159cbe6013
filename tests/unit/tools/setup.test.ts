import { describe, expect, test } from 'vitest';
import { chromiumPlaces, isCurrent } from '../../../tools/setup.mjs';

describe('whether the packages are those of the lockfile', () => {
  const wanted = {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  };

  test.each([
    ['all there', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } }, true],
    ['all but one for another platform', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['one missing', { 'node_modules/b': { version: '2.0.0' } }, false],
    ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
    ['one too many', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/c': { version: '1.0.0' } }, false],
  ])('%s', (_, installed, current) => expect(isCurrent(wanted, installed)).toBe(current));
});

test('a Chromium that was named comes first', () => {
  expect(chromiumPlaces({ CHROMIUM_PATH: '/opt/browser' })[0]).toBe('/opt/browser');
  expect(chromiumPlaces({ CHROMIUM_PATH: '' })[0]).toBe('/usr/bin/chromium-headless-shell');
});
