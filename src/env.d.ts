/// <reference types="@astrojs/starlight" />

/** Starlight's own search dialog, or what stands in its place; the package declares no type for it. */
declare module 'virtual:starlight/components/Search' {
  const Search: typeof import('@astrojs/starlight/components/Search.astro').default;
  export default Search;
}
