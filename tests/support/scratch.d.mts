// The types of scratch.mjs, which stays plain JavaScript because it runs before anything is installed.
export function openScratch(): string;
export function closeScratch(folder: string): void;
