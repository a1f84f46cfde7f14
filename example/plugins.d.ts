/** Published without types. */
declare module 'tim-profanity-filter-plugin' {
  const plugin: object
  export default plugin
}
