/** Made by `types-plugin.ts`: the address of a JSON file with all type definitions. */
declare module 'virtual:editor-types' {
  const address: string;
  export default address;
}
