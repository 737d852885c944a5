// Whether a script is the one that is published, and where that is.

/** The folder of a script; empty if `address` is none of the web or its file has another name, as in a bundle. */
export function folderOf(address, name) {
  const [, folder, file] = /^(https?:[^?#]*\/)([^?#]*)/.exec(address) || [];
  return file === name ? folder : "";
}
