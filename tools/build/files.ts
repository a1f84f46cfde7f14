/** A file of the package: `path` is relative to its root, with `/`. */
export interface PackageFile {
  readonly path: string
  readonly content: string
}
