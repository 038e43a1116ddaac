/** Nothing to start. Without this file Next would run the one of the folder above. */
export function register(): void {}
