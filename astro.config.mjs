// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { satteri } from '@astrojs/markdown-satteri';
import preact from '@astrojs/preact';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import linksValidator from 'starlight-links-validator';
import { chineseIndex } from './src/components/site/search/chinese-index.ts';
import { editorTypes } from './src/editor/types-plugin.ts';
import { monacoEntries, slimMonaco, slimTypeScriptWorker } from './src/editor/vite-plugin.ts';
import { MODULE_SOURCES } from './src/sandbox/build/chunks.ts';
import { sandbox } from './src/sandbox/build/vite-plugin.ts';
import { offline } from './src/offline/build/integration.ts';
import { codeTheme } from './src/styles/code-theme.ts';
import { lazyCss } from './src/styles/lazy-css.ts';
import chapters from './content/path/chapters.json' with { type: 'json' };

/*
 * Where the built site will live comes from the environment, so that one checkout can be built for any host:
 *   SITE_URL       origin, for canonical addresses, sitemap and robots.txt (https://guide.example.org)
 *   SITE_BASE      path under that origin (/guide), none for the root
 *   SITE_EDIT_URL  where a page's source can be edited; the page's path is appended. Unset: no edit link at all
 */
const site = process.env.SITE_URL ?? 'https://example.com';
const base = (process.env.SITE_BASE ?? '').replace(/\/+$/, '');
const editUrl = process.env.SITE_EDIT_URL;

/** Pages that are no chapter. Each is registered once per language: a route knows its language from its address. */
const pages = ['path', 'reference', 'playground', 'traces', 'offline'].flatMap((page) =>
  ['', '/zh-cn'].map((language) => ({ pattern: `${language}/${page}`, entrypoint: `./src/routes/${page}.astro` })),
);

const REQUESTED_LATER = [
  '@preact/signals',
  'es-module-lexer/minimal/js',
  'idb',
  'preact',
  'preact/hooks',
  'preact/jsx-runtime',
  'sucrase/dist/parser/index.js',
  'sucrase/dist/parser/tokenizer/state.js',
  'sucrase/dist/parser/tokenizer/types.js',
  'sucrase/dist/parser/traverser/base.js',
];

const siteRoutes = {
  name: 'site-routes',
  hooks: {
    /** @param {{ injectRoute: (route: { pattern: string; entrypoint: string }) => void }} setup */
    'astro:config:setup': ({ injectRoute }) => {
      for (const page of pages) injectRoute(page);
      injectRoute({ pattern: '/examples/[...id].json', entrypoint: './src/routes/example.json.ts' });
      injectRoute({ pattern: '/exercises/[...id].json', entrypoint: './src/routes/exercise.json.ts' });
      injectRoute({ pattern: '/robots.txt', entrypoint: './src/routes/robots.txt.ts' });
    },
  },
};

/** Markdown links are written from the root of the site; under a base path they need it in front. */
const baseLinks = {
  name: 'base-links',
  element: {
    filter: ['a'],
    /** @param {any} node @param {any} context */
    visit(node, context) {
      const href = node.properties?.href;
      if (base !== '' && typeof href === 'string' && /^\/(?!\/)/.test(href) && !href.startsWith(`${base}/`)) {
        context.setProperty(node, 'href', base + href);
      }
    },
  },
};

/** A chapter appears in the sidebar as soon as its folder holds a page. */
const sidebar = chapters
  .filter(({ directory }) => {
    const folder = new URL(`./content/docs/${directory}/`, import.meta.url);
    return existsSync(folder) && readdirSync(folder).some((name) => /\.mdx?$/.test(name));
  })
  .map(({ directory, title }) => ({
    label: title.en,
    translations: { 'zh-CN': title['zh-CN'] },
    items: [{ autogenerate: { directory } }],
  }));

const [divideChinese, restoreChinese] = chineseIndex();

export default defineConfig({
  site,
  ...(base === '' ? {} : { base }),
  srcDir: '.',
  markdown: {
    // `## Heading {#id}`: an id that stays when the words change, and is the same in both languages.
    processor: satteri({ hastPlugins: [baseLinks], features: { headingAttributes: true } }),
    // Colours come from the tokens, so one highlighted block serves both themes.
    shikiConfig: { theme: codeTheme },
  },
  vite: {
    plugins: [sandbox(), editorTypes(MODULE_SOURCES), slimMonaco(), lazyCss()],
    worker: { format: 'es', plugins: () => [slimTypeScriptWorker()] },
    // What pages load on request is prepared from the start, or the development server reloads the page under the reader.
    optimizeDeps: { include: [...monacoEntries, ...REQUESTED_LATER] },
    server: { watch: { ignored: ['**/.cache/**', '**/dist/**', '**/test-results/**'] } },
    build: {
      rolldownOptions: {
        // Rolldown repeats this warning for every MDX page.
        onLog(level, log, handler) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handler(level, log);
        },
      },
    },
  },
  integrations: [
    siteRoutes,
    preact({ include: ['**/src/**/*.tsx'] }),
    // Around Starlight, which has Pagefind read the pages.
    divideChinese,
    starlight({
      title: { en: 'Traced Patterns', 'zh-CN': 'Traced Patterns' },
      description: 'Go programming patterns and OpenTelemetry: every example runs in the page and shows its trace.',
      favicon: '/favicon.svg',
      disable404Route: true,
      lastUpdated: true,
      defaultLocale: 'root',
      locales: {
        root: { label: 'English', lang: 'en' },
        'zh-cn': { label: '简体中文', lang: 'zh-CN' },
      },
      ...(editUrl === undefined || editUrl === '' ? {} : { editLink: { baseUrl: editUrl } }),
      // The few fenced blocks in prose use Astro's own highlighter: no script, and 4 kB of CSS less on every page.
      expressiveCode: false,
      customCss: [
        './src/styles/fonts.css',
        './src/styles/tokens.css',
        './src/styles/starlight.css',
        './src/styles/prose.css',
      ],
      components: {
        FallbackContentNotice: './src/components/site/FallbackContentNotice.astro',
        Footer: './src/components/site/Footer.astro',
        Head: './src/components/site/Head.astro',
        Header: './src/components/site/Header.astro',
        Hero: './src/components/site/Hero.astro',
        LanguageSelect: './src/components/site/LanguageSelect.astro',
        MobileMenuFooter: './src/components/site/MobileMenuFooter.astro',
        PageTitle: './src/components/site/PageTitle.astro',
        Pagination: './src/components/site/Pagination.astro',
        SiteTitle: './src/components/site/SiteTitle.astro',
        ThemeProvider: './src/components/site/ThemeProvider.astro',
        ThemeSelect: './src/components/site/ThemeSelect.astro',
      },
      plugins: [
        linksValidator({
          errorOnRelativeLinks: true,
          // It knows the chapters only; these pages exist because they are registered above.
          exclude: pages.map(({ pattern }) => `${base}${pattern}/**`),
        }),
      ],
      sidebar,
    }),
    restoreChinese,
    // After all others: it lists what they have written.
    offline(base),
  ],
});
