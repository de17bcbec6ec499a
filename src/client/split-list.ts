/** Splits names at 、, each with its own mark: a line may break between them. */
export const splitList = (names: string): string[] => names.match(/[^、]+、?/g) ?? [];
