/** What WeChat's tools say of a mini program. */
export interface OfficialReport {
  /** Of "build npm". */
  readonly warnings: readonly string[]
  /** `file: import`, for what the analysis does not find. */
  readonly unresolved: readonly string[]
  /** Bytes of each file that would be uploaded. */
  readonly sizes: Readonly<Record<string, number>>
}
