/** The extension's entry point. */
export function activate(): void {}
